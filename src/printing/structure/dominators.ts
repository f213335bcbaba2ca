/**
 * Dominators of a flow graph, by the iteration of Cooper, Harvey and Kennedy ("A Simple, Fast Dominance Algorithm", 2001): a step dominates
 * what is reached by way of it alone. The tree that they form is the nesting of a structured text (N. Ramsey, "Beyond Relooper", 2022).
 */

/** Steps as numbers; 0 is a root before all entries. */
export interface NumberedGraph {
  readonly successors: readonly (readonly number[])[];
}

export interface DominatorTree {
  /** By step: those whose immediate dominator it is, in reverse postorder. */
  readonly children: (readonly number[])[];
  /** By step: its place in a walk in depth that takes ways in their order. */
  readonly preorder: readonly number[];
  /** By step: how many it dominates, itself among them. */
  readonly sizes: readonly number[];
  /** By step: its place in the tree, before all that it dominates and which directly follows. */
  readonly places: readonly number[];
}

export function dominatorsOf({ successors }: NumberedGraph): DominatorTree {
  const { order, preorder } = walk(successors);
  const rank = new Array<number>(successors.length).fill(-1);
  for (const [index, node] of order.entries()) rank[node] = index;
  const predecessors: number[][] = successors.map(() => []);
  for (const node of order) for (const next of successors[node] ?? []) predecessors[next]?.push(node);
  const dominator = iterate(order, rank, predecessors);
  const children: number[][] = successors.map(() => []);
  for (const node of order) if (node !== 0) children[dominator[node] ?? 0]?.push(node);
  const sizes = new Array<number>(successors.length).fill(1);
  for (const node of order.toReversed()) {
    const parent = dominator[node] ?? 0;
    if (node !== 0) sizes[parent] = (sizes[parent] ?? 1) + (sizes[node] ?? 1);
  }
  return { children, preorder, sizes, places: numbering(children) };
}

/** Reverse postorder and preorder of what is reached from 0. */
function walk(successors: readonly (readonly number[])[]): { order: number[]; preorder: number[] } {
  const preorder = numbering(successors);
  const seen = new Set([0]);
  const postorder: number[] = [];
  // Ways in reverse, so that of two branches the first comes first in reverse postorder.
  const stack: { node: number; left: number }[] = [{ node: 0, left: successors[0]?.length ?? 0 }];
  for (let top = stack.at(-1); top; top = stack.at(-1)) {
    const next = top.left > 0 ? successors[top.node]?.[--top.left] : undefined;
    if (next === undefined) {
      postorder.push(top.node);
      stack.pop();
    } else if (!seen.has(next)) {
      seen.add(next);
      stack.push({ node: next, left: successors[next]?.length ?? 0 });
    }
  }
  return { order: postorder.reverse(), preorder };
}

function numbering(successors: readonly (readonly number[])[]): number[] {
  const places = new Array<number>(successors.length).fill(-1);
  const open = [0];
  let count = 0;
  for (let node = open.pop(); node !== undefined; node = open.pop()) {
    if ((places[node] ?? -1) >= 0) continue;
    places[node] = count++;
    for (const next of (successors[node] ?? []).toReversed()) open.push(next);
  }
  return places;
}

function iterate(order: readonly number[], rank: readonly number[], predecessors: readonly number[][]): number[] {
  const dominator = new Array<number>(rank.length).fill(-1);
  dominator[0] = 0;
  const meet = (a: number, b: number): number => {
    let [one, other] = [a, b];
    while (one !== other) {
      while ((rank[one] ?? 0) > (rank[other] ?? 0)) one = dominator[one] ?? 0;
      while ((rank[other] ?? 0) > (rank[one] ?? 0)) other = dominator[other] ?? 0;
    }
    return one;
  };
  for (let changed = true; changed; ) {
    changed = false;
    for (const node of order) {
      if (node === 0) continue;
      const known = (predecessors[node] ?? []).filter((one) => (dominator[one] ?? -1) >= 0);
      const found = known.reduce((a, b) => meet(a, b), known[0] ?? 0);
      if (dominator[node] === found) continue;
      dominator[node] = found;
      changed = true;
    }
  }
  return dominator;
}
