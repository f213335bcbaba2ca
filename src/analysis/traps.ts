/**
 * Loops in a process that no token ever leaves without another one staying there (traps: Murata, *Petri Nets: Properties, Analysis and
 * Applications*, 1989). Once a token is there, the process does not come to its end, however many tokens the loop makes meanwhile.
 */
import type { Net, NetNode, State } from '../semantics/index.ts';

export class Traps {
  readonly #flows = new Set<number>();
  /** Nodes that leave a token in a loop when they are done, whatever happens. */
  readonly #nodes = new Set<number>();

  /** @param processes scopes of those that begin by themselves */
  constructor(net: Net, processes: readonly number[]) {
    for (const process of processes) if (!endsByForce(net, process)) this.#find(net, process);
  }

  get isEmpty(): boolean {
    return this.#flows.size === 0;
  }

  /** Whether a token is in a loop that it can never leave. */
  hold({ scopes }: State): boolean {
    return scopes.some(
      ({ instances, tokens, resting }) =>
        instances.some(({ node }) => this.#nodes.has(node)) ||
        tokens.some((flow) => this.#flows.has(flow)) ||
        resting.some((flow) => this.#flows.has(flow)),
    );
  }

  /** Takes flows away whose token may be lost, until none is left of that kind. */
  #find(net: Net, process: number): void {
    const nodes = net.scopes[process]?.nodes.flatMap((index) => net.nodes[index] ?? []) ?? [];
    const kept = new Set(nodes.flatMap(({ incoming }) => incoming));
    for (let size = -1; size !== kept.size; ) {
      size = kept.size;
      for (const node of nodes) if (!keeps(net, node, kept)) for (const flow of node.incoming) kept.delete(flow);
    }
    for (const flow of kept) {
      this.#flows.add(flow);
      this.#nodes.add(net.flows[flow]?.target ?? -1);
    }
  }
}

/** Whether the process can be over while a token is in it: by a terminate or error event, or by an event sub-process that interrupts it. */
function endsByForce(net: Net, process: number): boolean {
  const isCut = net.scopes[process]?.eventStarts.some((start) => net.nodes[start]?.isInterrupting) ?? false;
  return (
    isCut ||
    net.nodes.some(({ kind, loop, triggers }) => {
      const throws = kind === 'end' || kind === 'throw' ? triggers : [];
      const isForced = throws.some(
        (each) => each.kind === 'terminate' || each.kind === 'error' || each.kind === 'cancel',
      );
      return isForced || (loop?.kind === 'multi-instance' && (loop.throws !== undefined || loop.rules.length > 0));
    })
  );
}

/** Whether a token that comes to a node always puts one on these flows, or stays at the node. */
function keeps(net: Net, node: NetNode, flows: ReadonlySet<number>): boolean {
  const events = node.boundary
    .flatMap((index) => net.nodes[index] ?? [])
    .filter(({ isInterrupting }) => isInterrupting);
  return [node, ...events].every((each) => leavesOn(net, each, flows));
}

function leavesOn(net: Net, node: NetNode, flows: ReadonlySet<number>): boolean {
  const target = net.nodes[net.links.get(node.index) ?? -1];
  if (target) return keeps(net, target, flows);
  if (node.kind === 'complex' || node.isForCompensation || node.outgoing.length === 0) return false;
  const isKept = (flow: number) => flows.has(flow);
  if (node.outgoing.every(isKept)) return true;
  // Of the ways of a decision any may be taken; of the others all are.
  if (node.kind === 'exclusive' || node.kind === 'event-based' || node.kind === 'inclusive') return false;
  return node.outgoing.some((flow) => isKept(flow) && (node.kind === 'parallel' || isAlwaysTaken(net, node, flow)));
}

function isAlwaysTaken(net: Net, node: NetNode, flow: number): boolean {
  return flow !== node.default && !net.flows[flow]?.condition;
}
