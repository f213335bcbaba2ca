import {
  caseStartActs,
  enabledLinked,
  type LinkedAct,
  type LinkedModel,
  type LinkedState,
  type LinkedTraceEntry,
  migrateLinked,
  notePassed,
  nothingRuns,
  type Place,
  startActs,
  stepLinked,
} from '../semantics/index.ts';
import { beforeAll, type Time, timeAfter } from './clock.ts';
import { History } from './history.ts';
import { type Callers, keyOf, Roots, rootsOfStep } from './roots.ts';

/** A step of a session: what was done and what happened. */
export interface SessionStep {
  readonly act: LinkedAct;
  readonly state: LinkedState;
  readonly trace: readonly LinkedTraceEntry[];
  /** For each entry of the trace, the run that it belongs to. */
  readonly roots: readonly Place[];
  readonly callers: Callers;
  readonly time: Time;
}

const options = { unknown: 'choose', traced: true } as const;

/** A run of processes and cases that somebody plays: forwards, backwards, from the start, and on when the model changes. */
export class Session {
  #model: LinkedModel;
  readonly history = new History<LinkedState, SessionStep>(nothingRuns, passedBy);
  /** Ways chosen once for all: the flows by the gateway's id. */
  readonly sticky = new Map<string, readonly string[]>();
  /** Ids of elements at which `next` stops. */
  readonly breakpoints = new Set<string>();

  constructor(model: LinkedModel) {
    this.#model = model;
  }

  get model(): LinkedModel {
    return this.#model;
  }

  get state(): LinkedState {
    return this.history.state;
  }

  get time(): Time {
    return this.history.last?.time ?? beforeAll;
  }

  /** To which run everything belongs now. */
  roots(): Roots {
    return new Roots([this.state], this.#callers);
  }

  get #callers(): Callers {
    return this.history.last?.callers ?? new Map();
  }

  /** All that can be done now; before the first step, and beside what runs, how processes and cases begin. */
  acts(): LinkedAct[] {
    const { net, plan } = this.#model;
    return [
      ...this.#enabled(),
      ...startActs(net).map((act): LinkedAct => ({ in: 'processes', act })),
      ...caseStartActs(plan).map((act): LinkedAct => ({ in: 'cases', act })),
    ];
  }

  #enabled(): LinkedAct[] {
    return enabledLinked(this.#model, this.state, options);
  }

  /** @returns why the act is not possible */
  do(act: LinkedAct): string | undefined {
    const before = this.state;
    const { state, trace, refused } = stepLinked(this.#model, before, act, options);
    if (refused !== undefined) return refused;
    const time = timeAfter(this.#model, state, act, this.time);
    const { roots, callers } = rootsOfStep(this.#model.net, [before, state], this.#callers, trace);
    this.history.add({ act, state, trace, roots, callers, time });
    return undefined;
  }

  /** What goes on by itself while the run is played, one act; undefined: somebody has to decide. */
  next(): LinkedAct | undefined {
    return this.nextOfEach()[0];
  }

  /**
   * What goes on by itself while the run is played, one act for each process or case instance with all that it calls: what rests, else the oldest
   * of a decision that is made already (once for all, or by the data) and a task. In a case all else is for people to decide.
   */
  nextOfEach(): LinkedAct[] {
    const possible = this.#enabled();
    const roots = this.roots();
    const found = new Map<string, LinkedAct>();
    for (const act of [...resting(possible), ...this.#decided(possible), ...this.#tasksOfCases(possible)]) {
      const root = keyOf(roots.of(placeOf(act)));
      if (!found.has(root)) found.set(root, act);
    }
    return [...found.values()];
  }

  /** Tasks of processes, and decisions that are made already, the oldest first. */
  #decided(possible: readonly LinkedAct[]): LinkedAct[] {
    const { net } = this.#model;
    const ways = Map.groupBy(
      possible.filter(({ in: side, act }) => side === 'processes' && (act.do === 'choose' || act.do === 'finish')),
      (each) => placeOf(each).at,
    );
    const instances = this.state.processes.scopes.flatMap((scope) => scope.instances);
    return instances
      .toSorted((a, b) => a.id - b.id)
      .flatMap(({ id, node }) => {
        const offered = ways.get(id) ?? [];
        const chosen = this.sticky.get(net.nodes[node]?.id ?? '')?.join(' ');
        const isChosen = ({ act }: LinkedAct) => 'flows' in act && act.flows.join(' ') === chosen;
        return (offered.length === 1 ? offered[0] : offered.find(isChosen)) ?? [];
      });
  }

  #tasksOfCases(possible: readonly LinkedAct[]): LinkedAct[] {
    const { plan } = this.#model;
    const kinds = new Map(
      this.state.cases.cases.flatMap(({ instances }) => instances.map(({ id, item }) => [id, plan.items[item]?.kind])),
    );
    return possible.filter(
      ({ in: side, act }) =>
        side === 'cases' && act.do === 'transition' && act.transition === 'complete' && kinds.get(act.at) === 'task',
    );
  }

  /** Whether the last step has come to an element with a break point. */
  isAtBreakpoint(): boolean {
    return this.breakpoints.size > 0 && (this.history.last?.trace ?? []).some((entry) => this.#reaches(entry));
  }

  #reaches({ in: side, entry }: LinkedTraceEntry): boolean {
    if (side === 'links') return false;
    if (side === 'cases')
      return (
        entry.what === 'went' &&
        (entry.to === 'active' || entry.to === 'enabled' || entry.transition === 'occur') &&
        this.breakpoints.has(entry.element)
      );
    const { net } = this.#model;
    const { what, element } = entry;
    if (what === 'completed') {
      // What a token reaches by a flow was reached with that.
      const node = net.nodes[net.nodeOfId.get(element) ?? -1];
      return node?.incoming.length === 0 && node.kind !== 'task' && this.breakpoints.has(element);
    }
    const flow = what === 'took' ? net.flows[net.flowOfId.get(element) ?? -1] : undefined;
    const target = net.nodes[flow?.target ?? -1]?.id ?? '';
    const isReached = flow !== undefined || what === 'entered' || what === 'sent';
    return isReached && (this.breakpoints.has(element) || this.breakpoints.has(target));
  }

  /** The model has changed while it runs. @returns ids of the elements at which something stood that has no place any more */
  replace(model: LinkedModel): readonly string[] {
    const old = this.#model;
    const moved = (state: LinkedState) => migrateLinked(state, old, model);
    const { dropped } = moved(this.state);
    this.history.change((state) => moved(state).state);
    this.#model = model;
    return dropped;
  }
}

function resting(possible: readonly LinkedAct[]): LinkedAct[] {
  return possible.filter(({ act }) => act.do === 'advance');
}

/** Where an act is done; of one that begins something or comes from outside, nowhere. */
function placeOf({ in: side, act }: LinkedAct): Place {
  return { in: side, at: 'at' in act ? act.at : 'scope' in act ? (act.scope ?? 0) : 0 };
}

function passedBy({ trace }: SessionStep): ReadonlySet<string> {
  const passed = new Set<string>();
  notePassed(trace, passed);
  return passed;
}
