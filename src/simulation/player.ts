import {
  type Act,
  emptyState,
  type Look,
  look,
  type Net,
  type NetNode,
  type State,
  type StepOptions,
  step,
  type TraceEntry,
  type Variables,
} from '../semantics/index.ts';
import { type Coming, comingTimers } from './clock.ts';

/** How a player goes on by itself. */
export interface PlayerOptions extends StepOptions {
  /** Whether a task is done as soon as it has begun. */
  readonly isDoneAtOnce: (node: NetNode) => boolean;
  /** The error that a task fails with instead of being done; undefined: it does not fail. */
  readonly errorOf?: (node: NetNode) => string | undefined;
  /** What a task changes when it is done by itself. */
  readonly effectOf?: (node: NetNode, seen: Variables) => Variables | undefined;
}

/** A model whose tasks do nothing but go round would run for ever. */
const MOST_STEPS = 10_000;

/** Runs a net act by act, and between two acts all that needs nobody. */
export class Player {
  readonly net: Net;
  readonly #options: PlayerOptions;
  state: State = emptyState;
  /** All that has happened. */
  readonly trace: TraceEntry[] = [];
  /** What has happened since the last act began. */
  last: readonly TraceEntry[] = [];
  /** It was stopped because it went round and round. */
  isEndless = false;
  /** What the process that ended last knew at its end. */
  lastData: Variables = {};
  /** What the virtual clock shows, in milliseconds since the run began: it goes on when a timer happens. */
  now = 0;
  #coming: readonly Coming[] = [];

  constructor(net: Net, options: PlayerOptions) {
    this.net = net;
    this.#options = options;
  }

  look(): Look {
    return look(this.net, this.state);
  }

  /** Does an act and lets all go on that needs nobody. @returns why the act was not possible */
  do(act: Act): string | undefined {
    const from = this.trace.length;
    const refused = this.#step(act);
    for (let steps = 0; refused === undefined && !this.isEndless; steps++) {
      const next = this.#byItself();
      if (!next) break;
      this.#step(next);
      this.isEndless = steps >= MOST_STEPS;
    }
    this.last = this.trace.slice(from);
    if (refused === undefined) this.#advanceClock(act);
    return refused;
  }

  #advanceClock(act: Act): void {
    const fired = this.#coming.find(({ at, element }) => act.do === 'fire' && at === act.at && element === act.event);
    this.now = Math.max(this.now, fired?.due ?? 0);
    this.#coming = comingTimers(this.look(), this.now, this.#coming, fired);
  }

  #step(act: Act): string | undefined {
    const { state, trace, refused } = step(this.net, this.state, act, this.#options);
    this.state = state;
    for (const entry of trace) {
      this.trace.push(entry);
      if (entry.what === 'ended' && entry.data) this.lastData = entry.data;
    }
    return refused;
  }

  /** The oldest token that rests, else the oldest task that is done at once. */
  #byItself(): Act | undefined {
    const resting = this.state.scopes.find((scope) => scope.resting.length > 0);
    if (resting) return { do: 'advance', scope: resting.id, flow: this.net.flows[resting.resting[0] ?? -1]?.id ?? '' };
    const now = this.look();
    const work = now.instances.find(
      ({ instance, node }) => instance.kind === 'work' && node.inner < 0 && this.#options.isDoneAtOnce(node),
    );
    if (!work) return undefined;
    const at = work.instance.id;
    const error = this.#options.errorOf?.(work.node);
    if (error !== undefined) return { do: 'fault', at, error };
    const set = this.#options.effectOf?.(work.node, now.seen(work.scope));
    return { do: 'finish', at, ...(set && { set }) };
  }
}
