/**
 * Pass A. Needs: nodes and sequence flows in declared order. Leaves: which flows lead forward, and an order of the nodes along them.
 * Source: depth-first search in file order; a flow to a node still on the search path leads back (design: cycle breaking by declared order).
 */
import { anchorOf, type Flow, type LayoutNode, type Scope } from './scope.ts';

export interface ForwardGraph {
  /** Forward flows by the node they leave (a boundary event's leave its host), in declared order. */
  readonly out: ReadonlyMap<LayoutNode, readonly Flow[]>;
  readonly in: ReadonlyMap<LayoutNode, readonly Flow[]>;
  /** Flows that lead back, self loops left out. */
  readonly back: readonly Flow[];
  readonly self: readonly Flow[];
  /** Every node, sources of forward flows before their targets. */
  readonly order: readonly LayoutNode[];
}

/** Splits the sequence flows of a scope into forward, backward and self flows. Linear; no recursion, chains may be long. */
export function forwardGraph(scope: Scope): ForwardGraph {
  const nodes = scope.nodes.filter((node) => !node.host);
  const all = group(scope.flows, nodes, (flow) => anchorOf(flow.source));
  const entered = new Set(
    scope.flows.filter((flow) => anchorOf(flow.source) !== anchorOf(flow.target)).map((flow) => anchorOf(flow.target)),
  );
  const roots = [...nodes.filter((node) => !entered.has(node)), ...nodes];
  const { finished, back } = search(roots, all);
  const self = scope.flows.filter((flow) => anchorOf(flow.source) === anchorOf(flow.target));
  const forward = scope.flows.filter((flow) => !back.has(flow) && anchorOf(flow.source) !== anchorOf(flow.target));
  return {
    out: group(forward, nodes, (flow) => anchorOf(flow.source)),
    in: group(forward, nodes, (flow) => anchorOf(flow.target)),
    back: [...back],
    self,
    order: finished.reverse(),
  };
}

type ByNode = ReadonlyMap<LayoutNode, readonly Flow[]>;

function search(roots: readonly LayoutNode[], out: ByNode): { finished: LayoutNode[]; back: Set<Flow> } {
  const state = new Map<LayoutNode, 'open' | 'done'>();
  const finished: LayoutNode[] = [];
  const back = new Set<Flow>();
  for (const root of roots) {
    if (state.has(root)) continue;
    const path: { node: LayoutNode; next: number }[] = [{ node: root, next: 0 }];
    state.set(root, 'open');
    for (let top = path.at(-1); top; top = path.at(-1)) {
      const flow = out.get(top.node)?.[top.next++];
      if (!flow) {
        state.set(top.node, 'done');
        finished.push(top.node);
        path.pop();
        continue;
      }
      const target = anchorOf(flow.target);
      if (target === top.node) continue;
      if (state.get(target) === 'open') back.add(flow);
      if (state.has(target)) continue;
      state.set(target, 'open');
      path.push({ node: target, next: 0 });
    }
  }
  return { finished, back };
}

function group(flows: readonly Flow[], nodes: readonly LayoutNode[], key: (flow: Flow) => LayoutNode): ByNode {
  const groups = new Map<LayoutNode, Flow[]>(nodes.map((node) => [node, []]));
  for (const flow of flows) groups.get(key(flow))?.push(flow);
  return groups;
}
