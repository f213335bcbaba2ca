import type { Net } from '../semantics/index.ts';

const never = () => false;

/** Nodes that tokens come to from these in their scope, and they themselves. @param stops beyond which nodes they do not come */
export function ahead(net: Net, starts: Iterable<number>, stops: (node: number) => boolean = never): Set<number> {
  const seen = new Set(starts);
  for (const index of seen) {
    const node = net.nodes[index];
    if (!node || stops(index)) continue;
    for (const flow of node.outgoing) seen.add(net.flows[flow]?.target ?? -1);
    for (const event of node.boundary) seen.add(event);
    const link = net.links.get(index);
    if (link !== undefined) seen.add(link);
  }
  return seen;
}

/** The scopes of processes, with those inside and those called. */
export function scopesIn(net: Net, processes: readonly number[]): Set<number> {
  const found = new Set<number>();
  const open = [...processes];
  for (let at = open.pop(); at !== undefined; at = open.pop()) {
    if (found.has(at)) continue;
    found.add(at);
    for (const node of net.scopes[at]?.nodes ?? []) {
      const inner = net.nodes[node]?.inner ?? -1;
      if (inner >= 0) open.push(inner);
    }
  }
  return found;
}
