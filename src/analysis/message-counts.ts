/** How many messages of one kind are told apart: as many, or more, stand for any number. */
import type { Net, NetNode, State } from '../semantics/index.ts';

type KeptMessage = State['messages'][number];

const MOST = 3;
/** Items that a model states are counted up to here. */
const MOST_ITEMS = 12;
const noData = { get: () => undefined, all: () => ({}) };

export class MessageCounts {
  /** By message flow. */
  readonly #most: readonly number[];

  constructor(net: Net) {
    this.#most = net.messageFlows.map(({ source }) => Math.max(MOST, Math.min(MOST_ITEMS, timesOf(net, source)) + 1));
  }

  isFull({ messages }: State, { flow, from }: KeptMessage): boolean {
    const most = this.#most[flow] ?? MOST;
    return (
      messages.length >= most && messages.filter((each) => each.flow === flow && each.from === from).length >= most
    );
  }

  /** The state with no more of them than are told apart. */
  capped(state: State): State {
    if (state.messages.length <= MOST) return state;
    const counts = new Map<string, number>();
    const messages = state.messages.filter(({ flow, from }) => {
      const name = `${flow} ${from}`;
      const count = (counts.get(name) ?? 0) + 1;
      counts.set(name, count);
      return count <= (this.#most[flow] ?? MOST);
    });
    return messages.length < state.messages.length ? { ...state, messages } : state;
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
