import {
  type CaseTraceEntry,
  type LinkedAct,
  type LinkedModel,
  type LinkedState,
  look,
  type NetNode,
  notePassed,
  nothingRuns,
  type StepOptions,
  stepLinked,
  type TraceEntry,
  type Variables,
} from '../semantics/index.ts';
import { CasePlayer } from './case-player.ts';
import { beforeAll, type Time, timeAfter } from './clock.ts';
import { Player } from './player.ts';

/** How a player goes on by itself. */
export interface PlayerOptions extends StepOptions {
  /** Whether a task is done as soon as it has begun. */
  readonly isDoneAtOnce: (node: NetNode) => boolean;
  /** The error that a task fails with instead of being done; undefined: it does not fail. */
  readonly errorOf?: (node: NetNode) => string | undefined;
  /** What a task changes when it is done by itself. */
  readonly effectOf?: (node: NetNode, seen: Variables) => Variables | undefined;
}

/** A model whose tasks do nothing but go round would run for ever, and so would what is repeated and done at once. */
const MOST_STEPS = 10_000;

/** Runs processes and cases together, act by act, and between two acts all that needs nobody. */
export class LinkedPlayer {
  readonly model: LinkedModel;
  readonly #options: PlayerOptions;
  /** The two sides of the run, as scenarios read them. */
  readonly processes = new Player(this);
  readonly cases = new CasePlayer(this);
  state: LinkedState = nothingRuns;
  /** All that has happened to each side. */
  readonly processTrace: TraceEntry[] = [];
  readonly caseTrace: CaseTraceEntry[] = [];
  /** What has happened to processes since the last act began. */
  last: readonly TraceEntry[] = [];
  readonly passed = new Set<string>();
  /** The case that was opened first by an act, rather than called; 0: none. */
  opened = 0;
  /** The virtual clock: it goes on when a timer happens. */
  time: Time = beforeAll;
  /** It was stopped because it went round and round. */
  isEndless = false;

  constructor(model: LinkedModel, options: PlayerOptions) {
    this.model = model;
    this.#options = options;
  }

  /** Does an act and lets all go on that needs nobody. @returns why the act was not possible */
  do(act: LinkedAct): string | undefined {
    const from = this.processTrace.length;
    const isFirst = this.opened === 0 && act.in === 'cases' && act.act.do === 'open';
    const { next } = this.state.cases;
    const refused = this.#step(act);
    if (isFirst && refused === undefined) this.opened = next;
    for (let steps = 0; refused === undefined && !this.isEndless && this.#goOn(); steps++)
      this.isEndless = steps >= MOST_STEPS;
    if (refused === undefined) this.time = timeAfter(this.model, this.state, act, this.time);
    this.last = this.processTrace.slice(from);
    return refused;
  }

  #step(act: LinkedAct): string | undefined {
    const { state, trace, refused } = stepLinked(this.model, this.state, act, this.#options);
    this.state = state;
    notePassed(trace, this.passed);
    for (const each of trace) {
      if (each.in === 'processes') this.processTrace.push(each.entry);
      else if (each.in === 'cases') this.caseTrace.push(each.entry);
    }
    return refused;
  }

  /** Does the first thing that needs nobody and that nothing on the other side forbids. @returns whether there was one */
  #goOn(): boolean {
    for (const act of this.#byItself()) if (this.#step(act) === undefined) return true;
    return false;
  }

  /** Tokens that rest, tasks that are done at once, items that rest: each the oldest first. */
  *#byItself(): Iterable<LinkedAct> {
    const { net } = this.model;
    const { processes, cases } = this.state;
    for (const { id, resting } of processes.scopes)
      for (const flow of resting)
        yield { in: 'processes', act: { do: 'advance', scope: id, flow: net.flows[flow]?.id ?? '' } };
    const now = look(net, processes);
    for (const { instance, node, scope } of now.instances) {
      const at = instance.id;
      if (instance.kind !== 'work' || node.inner >= 0 || !this.#options.isDoneAtOnce(node)) continue;
      if (this.processes.isCalling(at)) continue;
      const error = this.#options.errorOf?.(node);
      const set = error === undefined ? this.#options.effectOf?.(node, now.seen(scope)) : undefined;
      yield {
        in: 'processes',
        act: error === undefined ? { do: 'finish', at, ...(set && { set }) } : { do: 'fault', at, error },
      };
    }
    for (const { instances } of cases.cases)
      for (const { id, rests, state } of instances)
        if (rests !== undefined && state === 'available') yield { in: 'cases', act: { do: 'advance', at: id } };
  }
}
