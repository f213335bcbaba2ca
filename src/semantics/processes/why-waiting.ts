import { waitsFor } from './joins.ts';
import type { Net, NetNode } from './net.ts';
import type { State } from './state.ts';

/** Why something does not go on. */
export interface Waiting {
  /** Id of the node that waits, and the scope instance. */
  readonly element: string;
  readonly scope: number;
  /** `join`: tokens have come on `filled`, and are missing on `missing`. `event`: for its triggers. `work`: to be finished. `choice`. `stuck`. */
  readonly for: 'join' | 'event' | 'work' | 'choice' | 'compensation' | 'stuck';
  readonly filled: readonly string[];
  readonly missing: readonly string[];
  /** Of an inclusive join: where the token stands that could still come. */
  readonly from?: string;
  /** No token in the scope can reach the missing flows: the join waits for ever. */
  readonly isForEver: boolean;
}

/** Who waits in a state, for what. */
export function whyWaiting(net: Net, state: State): Waiting[] {
  const found: Waiting[] = [];
  const add = (node: NetNode | undefined, scope: number, what: Omit<Waiting, 'element' | 'scope'>) => {
    if (node) found.push({ element: node.id, scope, ...what });
  };
  const none = { filled: [], missing: [], isForEver: false };
  for (const scope of state.scopes) {
    for (const { node, kind } of scope.instances) {
      if (kind === 'work' && (net.nodes[node]?.inner ?? -1) < 0)
        add(net.nodes[node], scope.id, { for: 'work', ...none });
      if (kind === 'wait') add(net.nodes[node], scope.id, { for: 'event', ...none });
      if (kind === 'choice' || kind === 'compensation') add(net.nodes[node], scope.id, { for: kind, ...none });
      if (kind === 'stuck') add(net.nodes[node], scope.id, { for: 'stuck', ...none, isForEver: true });
    }
    // Where nothing moves any more, joins wait for ever: two inclusive ones may wait for each other (13.4.3).
    const isStill =
      scope.resting.length === 0 && scope.instances.every(({ kind }) => kind === 'stuck' || kind === 'reset');
    for (const target of new Set(scope.tokens.map((flow) => net.flows[flow]?.target ?? -1))) {
      const node = net.nodes[target];
      if (!node) continue;
      const filled = node.incoming.filter((flow) => scope.tokens.includes(flow));
      const missing = node.incoming.filter((flow) => !filled.includes(flow));
      const reach = net.reach.get(target);
      const from = reach && waitsFor(scope, node, reach, filled);
      const where = from && ('flow' in from ? net.flows[from.flow]?.id : net.nodes[from.node]?.id);
      add(node, scope.id, {
        for: 'join',
        filled: ids(net, filled),
        missing: ids(net, missing),
        ...(where && { from: where }),
        isForEver:
          isStill ||
          (node.kind === 'parallel' &&
            !canCome(
              net,
              scope.instances.map(({ node: at }) => at),
              [...scope.tokens, ...scope.resting],
              node,
              missing,
            )),
      });
    }
  }
  return found;
}

function ids(net: Net, flows: readonly number[]): string[] {
  return flows.map((flow) => net.flows[flow]?.id ?? '');
}

/** Whether from some of these places a way leads to each of the flows, other than through the join itself. */
function canCome(
  net: Net,
  nodes: readonly number[],
  flows: readonly number[],
  join: NetNode,
  missing: readonly number[],
): boolean {
  const reached = new Set<number>();
  const open = [...nodes];
  for (const flow of flows) {
    const target = net.flows[flow]?.target ?? -1;
    if (target !== join.index) open.push(target);
  }
  const seen = new Set<number>();
  for (let at = open.pop(); at !== undefined; at = open.pop()) {
    const node = net.nodes[at];
    if (!node || seen.has(at) || at === join.index) continue;
    seen.add(at);
    const link = net.links.get(at);
    if (link !== undefined) open.push(link);
    open.push(...node.boundary);
    for (const flow of node.outgoing) {
      reached.add(flow);
      open.push(net.flows[flow]?.target ?? -1);
    }
  }
  return missing.every((flow) => reached.has(flow));
}
