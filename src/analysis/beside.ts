/** Events that do not interrupt what they are attached to, and what they set going beside it. */
import type { Net, ScopeInstance, State } from '../semantics/index.ts';

export class Beside {
  readonly #net: Net;
  /** Of each such event: the nodes that only it leads to. */
  readonly #own: ReadonlyMap<number, ReadonlySet<number>>;

  constructor(net: Net) {
    this.#net = net;
    const events = net.nodes.filter(({ kind, isInterrupting }) => kind === 'boundary' && !isInterrupting);
    const main =
      events.length > 0
        ? reached(
            net,
            net.scopes.flatMap(({ entries, triggeredStarts }) => [...entries, ...triggeredStarts]),
          )
        : new Set();
    this.#own = new Map(
      events.map(({ index }) => [index, new Set([...reached(net, [index])].filter((node) => !main.has(node)))]),
    );
  }

  /** Whether a node is only come to by such an event. */
  has(node: number): boolean {
    for (const own of this.#own.values()) if (own.has(node)) return true;
    return false;
  }

  /** Whether what such an event set going earlier is still going on. */
  isBusy({ scopes }: State, at: number, event: string): boolean {
    const index = this.#net.nodeOfId.get(event) ?? -1;
    const node = this.#net.nodes[index];
    const own = this.#own.get(index);
    if (own) {
      const scope = scopes.find(({ instances }) => instances.some(({ id }) => id === at));
      return scope !== undefined && this.#holds(scope, own);
    }
    if (node?.kind !== 'start' || node.isInterrupting) return false;
    const holder = this.#net.scopes[node.scope]?.node;
    return scopes.some(({ id, instances }) => id === at && instances.some((each) => each.node === holder));
  }

  #holds({ instances, tokens, resting }: ScopeInstance, own: ReadonlySet<number>): boolean {
    const isOn = (flow: number) => own.has(this.#net.flows[flow]?.target ?? -1);
    return instances.some(({ node }) => own.has(node)) || tokens.some(isOn) || resting.some(isOn);
  }
}

/** Nodes that a token can come to without such an event. */
function reached(net: Net, starts: readonly number[]): Set<number> {
  const seen = new Set(starts);
  for (const index of seen) {
    const node = net.nodes[index];
    for (const flow of node?.outgoing ?? []) seen.add(net.flows[flow]?.target ?? -1);
    for (const event of node?.boundary ?? []) if (net.nodes[event]?.isInterrupting) seen.add(event);
    const link = net.links.get(index);
    if (link !== undefined) seen.add(link);
  }
  return seen;
}
