/** How many messages of one kind are told apart: as many, or more, stand for any number. */
import type { Net, NetNode, State } from '../semantics/index.ts';
import type { Takers } from './takers.ts';

type KeptMessage = State['messages'][number];

const MOST = 3;
/** Items that a model states are counted up to here. */
const MOST_ITEMS = 12;
/** In the place of who has sent a message: it has ended, so that nobody is in a conversation with it; or it does not matter, since nobody takes it. */
const GONE = 0;
const ANYBODY = -1;
const noData = { get: () => undefined, all: () => ({}) };

export class MessageCounts {
  /** By message flow: how many are told apart, and whether somebody may ever take one. */
  readonly #most: readonly number[];
  readonly #isTaken: readonly boolean[];

  constructor(net: Net, takers: Takers) {
    this.#isTaken = net.messageFlows.map(({ index }) => takers.areAny(index));
    this.#most = net.messageFlows.map(({ index, source }) =>
      this.#isTaken[index] ? Math.max(MOST, Math.min(MOST_ITEMS, timesOf(net, source)) + 1) : 1,
    );
  }

  /** One number for all messages that are the same to everybody. */
  kindOf({ scopes }: State, { flow, from }: KeptMessage): number {
    const isThere = from > GONE && scopes.some(({ id }) => id === from);
    return ((isThere ? from : Math.min(from, GONE)) + 1) * this.#most.length + flow;
  }

  /** Whether messages of some kind are so many that they are not counted any more. */
  hasFull(state: State): boolean {
    return state.messages.length >= MOST && state.messages.some((message) => this.isFull(state, message));
  }

  isFull(state: State, message: KeptMessage): boolean {
    const most = this.#most[message.flow] ?? MOST;
    if (state.messages.length < most || !this.#isTaken[message.flow]) return false;
    const kind = this.kindOf(state, message);
    return state.messages.filter((each) => this.kindOf(state, each) === kind).length >= most;
  }

  /** The state with no more of them than are told apart; of those that nobody takes it is told only that they are there. */
  capped(state: State): State {
    const messages = state.messages.length > 0 ? this.#few(state) : state.messages;
    return messages === state.messages ? state : { ...state, messages };
  }

  #few(state: State): State['messages'] {
    const named = this.#isTaken.includes(false) ? state.messages.map((each) => this.#named(each)) : state.messages;
    const isSame = named.every((each, at) => each === state.messages[at]);
    if (isSame && named.length === 1) return state.messages;
    const counts = new Map<number, number>();
    const few = named.filter((message) => {
      const kind = this.kindOf(state, message);
      const count = (counts.get(kind) ?? 0) + 1;
      counts.set(kind, count);
      return count <= (this.#most[message.flow] ?? MOST);
    });
    return isSame && few.length === named.length ? state.messages : few;
  }

  #named(message: KeptMessage): KeptMessage {
    const isAnybodys = this.#isTaken[message.flow] || message.from === ANYBODY;
    return isAnybodys ? message : { flow: message.flow, from: ANYBODY };
  }

  /** How many there are that somebody may take. */
  takenIn({ messages }: State): number {
    return messages.filter(({ flow }) => this.#isTaken[flow]).length;
  }
}

/** How often a node sends for one token, by the numbers of items that stand in the model. */
function timesOf(net: Net, index: number): number {
  let times = 1;
  for (let node = net.nodes[index]; node; node = net.nodes[net.scopes[node.scope]?.node ?? -1]) times *= itemsOf(node);
  return times;
}

function itemsOf({ loop }: NetNode): number {
  const count = loop?.kind === 'loop' ? loop.maximum : loop?.cardinality?.evaluate(noData);
  return typeof count === 'number' ? Math.max(1, count) : 1;
}
