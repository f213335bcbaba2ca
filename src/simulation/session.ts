import {
  type Act,
  emptyState,
  enabled,
  type Look,
  look,
  type Migration,
  migrate,
  type Net,
  type State,
  startActs,
  step,
  type TraceEntry,
} from '../semantics/index.ts';
import { type Coming, comingTimers } from './clock.ts';

/** A step of a session: what was done and what happened. */
export interface SessionStep {
  readonly act: Act;
  readonly state: State;
  readonly trace: readonly TraceEntry[];
  /** What the virtual clock shows after it, in milliseconds since the run began, and which timers come. */
  readonly now: number;
  readonly coming: readonly Coming[];
}

/** How many steps can be gone back: a run without end takes no more memory than that. */
const mostKept = 2_000;

const options = { unknown: 'choose', traced: true } as const;

/**
 * A run that somebody plays: forwards, backwards, from the start, and on when the model changes. Going back is going back to a state that was
 * kept; nothing is ever undone.
 */
export class Session {
  #net: Net;
  #steps: SessionStep[] = [];
  /** Steps made in all, those that are no longer kept too. */
  #count = 0;
  /** How often each node and flow was passed. */
  readonly #passes = new Map<string, number>();
  /** What was there before the first step that is kept. */
  #first: State = emptyState;
  /** Steps that were gone back over, the next one last. */
  #undone: SessionStep[] = [];
  /** Ways chosen once for all: the flows by the gateway's id. */
  readonly sticky = new Map<string, readonly string[]>();
  /** Ids of elements at which `next` stops. */
  readonly breakpoints = new Set<string>();

  constructor(net: Net) {
    this.#net = net;
  }

  get net(): Net {
    return this.#net;
  }

  get state(): State {
    return this.#steps.at(-1)?.state ?? this.#first;
  }

  /** The steps that can be gone back, the last one last. */
  get steps(): readonly SessionStep[] {
    return this.#steps;
  }

  /** How many steps were made in all. */
  get count(): number {
    return this.#count;
  }

  /** What the virtual clock shows: it goes on when a timer happens. */
  get now(): number {
    return this.#steps.at(-1)?.now ?? 0;
  }

  /** The timers that are waited for, the next one first. */
  get coming(): readonly Coming[] {
    return this.#steps.at(-1)?.coming ?? [];
  }

  get canGoBack(): boolean {
    return this.#steps.length > 0;
  }

  get canGoForward(): boolean {
    return this.#undone.length > 0;
  }

  look(): Look {
    return look(this.#net, this.state);
  }

  /** All that can be done now; before the first step, and beside what runs, how processes begin. */
  acts(): Act[] {
    return [...enabled(this.#net, this.state, options), ...startActs(this.#net)];
  }

  /** @returns why the act is not possible */
  do(act: Act): string | undefined {
    const { state, trace, refused } = step(this.#net, this.state, act, options);
    if (refused !== undefined) return refused;
    const timer =
      act.do === 'fire' ? this.coming.find(({ at, element }) => at === act.at && element === act.event) : undefined;
    const now = Math.max(this.now, timer?.due ?? 0);
    const coming = comingTimers(look(this.#net, state), now, this.coming, timer);
    this.#push({ act, state, trace, now, coming });
    this.#undone = [];
    return undefined;
  }

  back(): void {
    const last = this.#steps.pop();
    if (!last) return;
    this.#undone.push(last);
    this.#count--;
    this.#pass(last, -1);
  }

  forward(): void {
    const next = this.#undone.pop();
    if (next) this.#push(next);
  }

  reset(): void {
    this.#steps = [];
    this.#undone = [];
    this.#count = 0;
    this.#first = emptyState;
    this.#passes.clear();
  }

  #push(made: SessionStep): void {
    this.#steps.push(made);
    this.#count++;
    this.#pass(made, 1);
    if (this.#steps.length > mostKept) this.#first = this.#steps.shift()?.state ?? this.#first;
  }

  #pass({ trace }: SessionStep, times: 1 | -1): void {
    for (const { what, element } of trace) {
      if (what !== 'took' && what !== 'completed') continue;
      const count = (this.#passes.get(element) ?? 0) + times;
      if (count > 0) this.#passes.set(element, count);
      else this.#passes.delete(element);
    }
  }

  /** What goes on by itself while the run is played: a token that rests, a choice made once for all, the oldest task; else somebody has to act. */
  next(): Act | undefined {
    const possible = enabled(this.#net, this.state, options);
    const now = this.look();
    const advance = possible.find((act) => act.do === 'advance');
    if (advance) return advance;
    for (const { instance, node } of now.instances) {
      const flows = instance.kind === 'choice' ? this.sticky.get(node.id) : undefined;
      if (flows) return { do: 'choose', at: instance.id, flows };
      if (instance.kind === 'work' && possible.some((act) => act.do === 'finish' && act.at === instance.id))
        return { do: 'finish', at: instance.id };
    }
    return undefined;
  }

  /** Whether the last step has come to an element with a break point. */
  isAtBreakpoint(): boolean {
    const trace = this.#steps.at(-1)?.trace ?? [];
    return trace.some(({ what, element }) => (what === 'entered' || what === 'took') && this.breakpoints.has(element));
  }

  /** Ids of the nodes and flows that were passed. */
  covered(): ReadonlySet<string> {
    return new Set(this.#passes.keys());
  }

  /** The model has changed while it runs. @returns ids of the elements whose tokens were dropped */
  replace(net: Net): readonly string[] {
    const old = this.#net;
    const moved = (each: SessionStep): [SessionStep, Migration] => {
      const migration = migrate(each.state, old, net);
      return [{ ...each, state: migration.state }, migration];
    };
    const steps = this.#steps.map(moved);
    this.#steps = steps.map(([each]) => each);
    this.#undone = this.#undone.map((each) => moved(each)[0]);
    this.#first = migrate(this.#first, old, net).state;
    this.#net = net;
    return steps.at(-1)?.[1].dropped ?? [];
  }
}
