/** What can be done in a state and what comes of it, for a search through all runs. */
import {
  type Act,
  enabled,
  type Net,
  type State,
  type Step,
  type StepOptions,
  step,
  type TraceEntry,
} from '../semantics/index.ts';
import { Beside } from './beside.ts';
import type { FreeEvents } from './free-events.ts';
import { MessageCounts } from './message-counts.ts';
import { Takers } from './takers.ts';

type KeptMessage = State['messages'][number];

export interface After {
  readonly state: State;
  readonly trace: readonly TraceEntry[];
  /** Why the act is not possible. */
  readonly refused?: string;
}

const options = { unknown: 'choose', traced: true } as const;
/** More tokens of one kind than this are a heap that grows: what follows is not tried. */
export const HEAP = 3;

/** What can be done in a state and what comes of it, with data and all that comes from outside free. */
export class Moves {
  readonly net: Net;
  readonly #free: FreeEvents;
  readonly beside: Beside;
  readonly #counts: MessageCounts;

  /** Whether messages take their time: those of a collaboration arrive in any order. */
  readonly #holds: boolean;
  /** The deliveries that were tried last to see whether they are possible, and what came of them. */
  #delivered: { readonly state: State; readonly steps: ReadonlyMap<Act, Step> } | undefined;

  readonly #takers: Takers;

  /** How much may still be looked at: tokens, activities at work, scopes and messages of the states in which acts are tried. */
  #partsLeft: number;

  /** @param most parts of states that are looked at, in all */
  constructor(net: Net, free: FreeEvents, holds: boolean, most = Number.POSITIVE_INFINITY) {
    this.net = net;
    this.#partsLeft = most;
    this.#holds = holds;
    this.#free = free;
    this.beside = new Beside(net);
    this.#takers = new Takers(net);
    this.#counts = new MessageCounts(net, this.#takers);
  }

  /**
   * All acts; of numbers of items that nobody knows, none, one and two stand for all. An activity of an ad-hoc sub-process runs once at a time, and
   * an event that does not interrupt happens again when what it set going is over.
   */
  acts(state: State): Act[] {
    const acts = enabled(this.net, state, options).filter((act) => {
      if (act.do === 'choose' && 'count' in act) return act.count < 3;
      if (act.do === 'fire') return !this.beside.isBusy(state, act.at, act.event);
      return act.do !== 'start' || !this.#isAtWork(state, act.node, act.scope);
    });
    const more = this.#free.acts(state).filter((act) => !acts.some((other) => isSame(act, other)));
    const all = [...acts, ...more];
    return this.#holds ? [...all.map((act) => this.beginning(act)), ...this.#deliveries(state)] : all;
  }

  /** An act as it is done here. */
  beginning(act: Act): Act {
    return this.#holds ? { ...act, holds: true } : act;
  }

  /** An event that does not interrupt comes once for each time that something begins to wait for it. */
  after(state: State, act: Act): After {
    const delivered = this.#delivered?.state === state ? this.#delivered.steps.get(act) : undefined;
    const made = delivered ?? this.#step(state, act);
    const after = this.#holds ? { ...made, state: this.#counts.capped(made.state) } : made;
    return act.do === 'fire' ? { ...after, state: this.#spent(after.state, act.at, act.event) } : after;
  }

  /** The same with all messages, however many. */
  exactly(state: State, act: Act): State {
    const { state: after } = step(this.net, state, act, options);
    return act.do === 'fire' ? this.#spent(after, act.at, act.event) : after;
  }

  /** Whether as much was looked at as may be: what a step takes grows with the state in which it is made. */
  get areSpent(): boolean {
    return this.#partsLeft < 0;
  }

  /** Whether messages of some kind are so many that they are not counted any more. */
  isUncounted(state: State): boolean {
    return this.#counts.hasFull(state);
  }

  /** Whether there are more messages in a state than in another one, of those that somebody may take. */
  hasMore(state: State, other: State): boolean {
    return this.#counts.takenIn(state) > this.#counts.takenIn(other);
  }

  /** The same with a token that is still on its way along a flow when all else has come to rest. */
  paused(state: State, act: Act, flow: number): State {
    return this.#step(state, act, { ...options, rests: flow }).state;
  }

  #step(state: State, act: Act, how: StepOptions = options): Step {
    this.#partsLeft -= partsOf(state);
    return step(this.net, state, act, how);
  }

  /** Messages that somebody waits for. */
  #deliveries(state: State): Act[] {
    if (state.messages.length === 0) return [];
    const tried = new Set<number>();
    const steps = new Map<Act, Step>();
    for (const message of state.messages) {
      const { flow, from } = message;
      if (!this.mayBeTaken(state, flow)) continue;
      const kind = this.#counts.kindOf(state, message);
      if (tried.has(kind)) continue;
      tried.add(kind);
      const act: Act = { do: 'deliver', flow: this.net.messageFlows[flow]?.id ?? '', from, holds: true };
      const made = this.#step(state, act);
      if (made.refused === undefined) steps.set(act, made);
    }
    this.#delivered = { state, steps };
    return [...steps.keys()];
  }

  /** Whether something is where it could take a message. */
  mayBeTaken(state: State, flow: number): boolean {
    return this.#takers.mayTake(state, flow);
  }

  /** The same where a message was taken from so many that as many may be left; undefined: it was not. */
  refilled(before: State, act: Act, { state, trace }: After): After | undefined {
    if (act.do !== 'deliver') return undefined;
    const isIt = ({ flow, from }: KeptMessage) => from === act.from && this.net.messageFlows[flow]?.id === act.flow;
    const [message] = before.messages.filter(isIt);
    if (!message || !this.#counts.isFull(before, message) || this.#counts.isFull(state, message)) return undefined;
    return { state: { ...state, messages: [...state.messages, message] }, trace };
  }

  #isAtWork({ scopes }: State, id: string, scope: number | undefined): boolean {
    const node = this.net.nodeOfId.get(id);
    return scopes.some((each) => each.id === scope && each.instances.some((instance) => instance.node === node));
  }

  #spent(state: State, at: number, event: string): State {
    const index = this.net.nodeOfId.get(event) ?? -1;
    const node = this.net.nodes[index];
    if (!node || node.isInterrupting || (node.kind !== 'boundary' && node.kind !== 'start')) return state;
    const scopes = state.scopes.map((scope) => {
      if (scope.id === at) return scope.fired.includes(index) ? scope : { ...scope, fired: [...scope.fired, index] };
      if (!scope.instances.some(({ id }) => id === at)) return scope;
      const instances = scope.instances.map((each) =>
        each.id === at && !each.fired?.includes(index) ? { ...each, fired: [...(each.fired ?? []), index] } : each,
      );
      return { ...scope, instances };
    });
    return { ...state, scopes };
  }
}

function partsOf({ scopes, messages }: State): number {
  let parts = 1 + messages.length;
  for (const { instances, tokens, resting } of scopes) parts += 1 + instances.length + tokens.length + resting.length;
  return parts;
}

function isSame(one: Act, other: Act): boolean {
  return (
    one.do === 'fire' &&
    other.do === 'fire' &&
    one.at === other.at &&
    one.event === other.event &&
    one.trigger === other.trigger
  );
}
