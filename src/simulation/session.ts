import {
  type Act,
  emptyState,
  enabled,
  type Look,
  look,
  migrate,
  type Net,
  type State,
  startActs,
  step,
  type TraceEntry,
} from '../semantics/index.ts';
import { type Coming, comingTimers } from './clock.ts';
import { History } from './history.ts';

/** A step of a session: what was done and what happened. */
export interface SessionStep {
  readonly act: Act;
  readonly state: State;
  readonly trace: readonly TraceEntry[];
  /** What the virtual clock shows after it, in milliseconds since the run began, and which timers come. */
  readonly now: number;
  readonly coming: readonly Coming[];
}

const options = { unknown: 'choose', traced: true } as const;

/** A run of processes that somebody plays: forwards, backwards, from the start, and on when the model changes. */
export class Session {
  #net: Net;
  readonly history = new History<State, SessionStep>(emptyState, passedBy);
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
    return this.history.state;
  }

  /** What the virtual clock shows: it goes on when a timer happens. */
  get now(): number {
    return this.history.last?.now ?? 0;
  }

  /** The timers that are waited for, the next one first. */
  get coming(): readonly Coming[] {
    return this.history.last?.coming ?? [];
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
    const isDone = ({ at, element }: Coming) => act.do === 'fire' && at === act.at && element === act.event;
    const timer = this.coming.find(isDone);
    const now = Math.max(this.now, timer?.due ?? 0);
    const coming = comingTimers(look(this.#net, state), now, this.coming, timer);
    this.history.add({ act, state, trace, now, coming });
    return undefined;
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
    const trace = this.history.last?.trace ?? [];
    return trace.some(({ what, element }) => (what === 'entered' || what === 'took') && this.breakpoints.has(element));
  }

  /** The model has changed while it runs. @returns ids of the elements whose tokens were dropped */
  replace(net: Net): readonly string[] {
    const old = this.#net;
    const { dropped } = migrate(this.state, old, net);
    this.history.change((state) => migrate(state, old, net).state);
    this.#net = net;
    return dropped;
  }
}

/** Ids of the nodes and flows that a step passes. */
function passedBy({ trace }: SessionStep): string[] {
  return trace.flatMap(({ what, element }) => (what === 'took' || what === 'completed' ? [element] : []));
}
