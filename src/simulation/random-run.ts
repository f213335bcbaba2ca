import {
  isAllOver,
  type LinkedAct,
  type LinkedModel,
  type LinkedState,
  type LinkedTraceEntry,
  linkedBeginnings,
  notePassed,
  nothingRuns,
  runnable,
  type ScopeInstance,
  stepLinked,
} from '../semantics/index.ts';
import { isGivingUp, likelihoodOf } from './likelihood.ts';
import { randomNumbers } from './random.ts';
import { waitingAt } from './waiting-at.ts';

export interface RandomRun {
  /**
   * `completed`: nothing is left. `terminated`: a case was given up. `stuck`: something is left, and nothing leads on. `failed`: an error that nobody
   * caught. `endless`: a process that would call or begin the same for ever, or have ever more at work, was ended. `unfinished`: too long.
   */
  readonly end: 'completed' | 'terminated' | 'stuck' | 'failed' | 'endless' | 'unfinished';
  /** Ids of the end events and milestones reached and of the criteria by which cases were left, in order; what they are called together is the end state of the run. */
  readonly ends: readonly string[];
  /** Ids of the nodes and items where it is stuck. */
  readonly stuckAt: readonly string[];
  readonly acts: readonly LinkedAct[];
  readonly passed: ReadonlySet<string>;
}

/** So many processes at once are no run that comes to an end: each of them begins others. */
const MOST_PROCESSES = 100;
/** Nor is one with so much at work at once in one place, items of an activity apart: each round puts out more than it takes. */
const MOST_AT_WORK = 500;

const options = { unknown: 'choose', traced: true } as const;

/**
 * One run in which chance decides whatever is to be decided, how it begins too. The same seed gives the same run.
 * @param most acts at most
 */
export function randomRun(model: LinkedModel, seed: number, most = 10_000): RandomRun {
  const run = new Walk(model, seed);
  run.begin();
  while (run.acts.length < most && !run.hasTooMany && (run.goOn() || run.beginAnother()));
  return run.result(run.acts.length >= most);
}

class Walk {
  readonly acts: LinkedAct[] = [];
  readonly #model: LinkedModel;
  readonly #enabled: (state: LinkedState) => readonly LinkedAct[];
  readonly #random: (limit: number) => number;
  readonly #ways: LinkedAct[][];
  readonly #passed = new Set<string>();
  readonly #ends: string[] = [];
  /** What has led to nothing since something last went on. */
  readonly #idle = new Set<string>();
  #state = nothingRuns;

  constructor(model: LinkedModel, seed: number) {
    this.#model = model;
    this.#enabled = runnable(model).enabled;
    this.#random = randomNumbers(seed);
    this.#ways = linkedBeginnings(model);
  }

  get hasTooMany(): boolean {
    const { scopes } = this.#state.processes;
    if (scopes.length > MOST_PROCESSES && scopes.filter(({ parent }) => parent < 0).length > MOST_PROCESSES)
      return true;
    return scopes.some((scope) => atWork(scope) > MOST_AT_WORK);
  }

  begin(): void {
    for (const act of this.#ways.splice(this.#random(this.#ways.length), 1)[0] ?? []) this.#make(act);
  }

  /** Who waits for a partner may wait for one that begins by something outside. @returns whether there was one */
  beginAnother(): boolean {
    const isWaiting = this.#state.processes.scopes.length > 0 && this.#model.net.messageFlows.length > 0;
    if (!isWaiting || this.#ways.length === 0) return false;
    this.begin();
    return true;
  }

  /** @returns whether there was something to do */
  goOn(): boolean {
    const act = this.#chosen();
    if (act) this.#make(act);
    return act !== undefined;
  }

  result(isTooLong: boolean): RandomRun {
    const end = this.#end(isTooLong);
    const stuckAt = end === 'stuck' ? waitingAt(this.#model, this.#state) : [];
    return { end, ends: this.#ends, stuckAt, acts: this.acts, passed: this.#passed };
  }

  #make(act: LinkedAct): void {
    const { state, trace } = stepLinked(this.#model, this.#state, act, options);
    this.#state = state;
    this.acts.push(act);
    notePassed(trace, this.#passed);
    for (const entry of trace) this.#noteEnd(entry);
    if (trace.every((each) => each.in === 'cases' && each.entry.what === 'filed')) this.#idle.add(JSON.stringify(act));
    else this.#idle.clear();
  }

  #noteEnd(each: LinkedTraceEntry): void {
    const { net, plan } = this.#model;
    const { element } = each.entry;
    if (each.in === 'processes') {
      const kind = each.entry.what === 'completed' && net.nodes[net.nodeOfId.get(element) ?? -1]?.kind;
      if (kind === 'end') this.#ends.push(element);
    } else if (each.in === 'cases' && each.entry.what === 'went') {
      const { transition, by } = each.entry;
      const kind = plan.items[plan.itemOfId.get(element) ?? -1]?.kind;
      if (kind === 'milestone' && transition === 'occur') this.#ends.push(element);
      if (kind === 'case' && by !== undefined) this.#ends.push(by);
    }
  }

  /** What deviates is rarer than what goes on. Nobody gives up something for which there is nothing else to do: that is stuck. */
  #chosen(): LinkedAct | undefined {
    const acts = this.#enabled(this.#state).filter(
      (act) => this.#idle.size === 0 || !this.#idle.has(JSON.stringify(act)),
    );
    if (acts.every(isGivingUp)) return undefined;
    const weights = acts.map((act) => likelihoodOf(this.#model, this.#state, act));
    let left = this.#random(weights.reduce((sum, weight) => sum + weight, 0));
    return acts.find((_, at) => {
      left -= weights[at] ?? 0;
      return left < 0;
    });
  }

  #end(isTooLong: boolean): RandomRun['end'] {
    const { processes, cases } = this.#state;
    if (this.hasTooMany) return 'endless';
    if (!isAllOver(this.#state)) return isTooLong && this.#chosen() ? 'unfinished' : 'stuck';
    if (processes.failures.includes('endless')) return 'endless';
    if (processes.failures.length > 0) return 'failed';
    return cases.cases.some(({ instances: [root] }) => root?.state === 'terminated') ? 'terminated' : 'completed';
  }
}

function atWork({ instances, tokens, resting }: ScopeInstance): number {
  return instances.filter(({ body }) => body < 0).length + tokens.length + resting.length;
}
