/** Where a second token can come while a first one is still there: known by the flows alone, and more than ever happens. */
import type { Net, NetFlow, NetNode } from '../semantics/index.ts';
import { ahead } from './net-walks.ts';

export class Crowds {
  readonly #net: Net;
  readonly #harmless: ReadonlySet<number>;
  /** Nodes behind a parting of ways that can be come to again while one of its tokens is still on its way. */
  readonly #again: ReadonlySet<number>;
  readonly #behind: ReadonlySet<number>;

  /** @param harmless nodes at which ways of one decision come together */
  constructor(net: Net, harmless: ReadonlySet<number>) {
    this.#net = net;
    this.#harmless = harmless;
    const again = net.nodes.filter((node) => !harmless.has(node.index) && comesBack(net, node));
    this.#again = ahead(
      net,
      again.map(({ index }) => index),
    );
    this.#behind = behind(
      net,
      net.flows.filter(({ index }) => this.comeTogether(index)),
    );
  }

  /** Whether two tokens may come to the node that a flow leaves, on different ways. */
  comeTogether(flow: number): boolean {
    const node = this.#net.nodes[this.#net.flows[flow]?.source ?? -1];
    return (
      node !== undefined && node.incoming.length > 1 && node.kind !== 'parallel' && !this.#harmless.has(node.index)
    );
  }

  /** Whether a second token may go along a flow while a first one is on it or behind it. */
  isFollowed(flow: number): boolean {
    return this.comeTogether(flow) || this.#again.has(this.#net.flows[flow]?.source ?? -1);
  }

  /** Whether a token may be at a node when the next one comes on the same way. */
  isCrowded(node: number): boolean {
    return this.#behind.has(node) || this.#again.has(node);
  }
}

/** Where a token comes to rest that goes along one of these flows. */
function behind(net: Net, flows: readonly NetFlow[]): Set<number> {
  const found = new Set<number>();
  const seen = new Set(flows);
  for (const { target } of seen) {
    found.add(target);
    const node = net.nodes[target];
    const passes =
      node?.kind === 'parallel' || node?.kind === 'throw' || (node?.kind === 'exclusive' && node.outgoing.length === 1);
    if (passes) for (const flow of node.outgoing) seen.add(net.flows[flow] as NetFlow);
  }
  return found;
}

/** Whether one of the tokens that part at a node can come to it again while the others are still on their way. */
function comesBack(net: Net, { index, kind, outgoing, boundary }: NetNode): boolean {
  const parts = outgoing.length > 1 && kind !== 'exclusive' && kind !== 'event-based';
  const beside = boundary.filter((event) => net.nodes[event]?.isInterrupting === false);
  if (!parts && beside.length === 0) return false;
  const starts = [...outgoing, ...beside.flatMap((event) => net.nodes[event]?.outgoing ?? [])];
  return ahead(
    net,
    starts.map((flow) => net.flows[flow]?.target ?? -1),
  ).has(index);
}
