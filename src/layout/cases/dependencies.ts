/** Who waits for whom among the items of one container. Source: on-parts, the lines to discretionary items; order of the file. */
import type { LayoutNode } from '../scope.ts';
import type { CaseConnector, CaseContainer, CaseCriterion, CaseItem } from './case-sheet.ts';
import type { Connectors } from './connectors.ts';

/** `to` waits for `from`. */
export interface Dependency {
  readonly from: CaseItem;
  readonly to: CaseItem;
  readonly connector: CaseConnector;
  /** The criterion of `to` itself that the connector ends at; undefined if it ends further inside. */
  readonly criterion: CaseCriterion | undefined;
}

/** Dependencies of one container: those that lead forwards, and those cut because they would close a circle. */
export interface Dependencies {
  readonly forward: readonly Dependency[];
  readonly back: readonly Dependency[];
}

export function dependenciesOf(container: CaseContainer, connectors: Connectors): Dependencies {
  const byNode = new Map(container.items.map((item) => [item.node, item] as const));
  const all = connectors.all.flatMap((connector) => {
    const { source, target } = connector.flow;
    const [from, to] = [byNode.get(within(source, container.node)), byNode.get(within(target, container.node))];
    if (connector.kind === 'association' || !from || !to || from === to) return [];
    return [{ from, to, connector, criterion: to.criteria.find(({ node }) => node === target) }];
  });
  return cutCircles(container.items, all);
}

/** The node that stands for another in a container: what it lies in or on there. */
function within(node: LayoutNode, container: LayoutNode): LayoutNode {
  let found = node.host ?? node;
  while (found.parent && found.parent !== container) found = found.parent;
  return found;
}

/** Where more than this would be cut, there is no order to be seen. */
const mostCut = 20;

function cutCircles(items: readonly CaseItem[], all: readonly Dependency[]): Dependencies {
  const outgoing = Map.groupBy(all, ({ from }) => from);
  const waiting = new Set(all.map(({ to }) => to));
  const starts = [...items.filter((item) => !waiting.has(item)), ...items];
  const few = backOfDeepest(starts, outgoing);
  const back = few.size > mostCut ? backOfBroadest(starts, outgoing) : few;
  return { forward: all.filter((each) => !back.has(each)), back: [...back] };
}

type Outgoing = ReadonlyMap<CaseItem, readonly Dependency[]>;

/** Depth first in the order of the file: what leads back to where the search came from, which is little. Without recursion: chains may be long. */
function backOfDeepest(starts: readonly CaseItem[], outgoing: Outgoing): Set<Dependency> {
  const state = new Map<CaseItem, 'open' | 'done'>();
  const back = new Set<Dependency>();
  for (const start of starts) {
    if (state.has(start)) continue;
    state.set(start, 'open');
    const path = [{ item: start, rest: [...(outgoing.get(start) ?? [])].reverse() }];
    for (let top = path.at(-1); top; top = path.at(-1)) {
      const next = top.rest.pop();
      if (!next) {
        state.set(top.item, 'done');
        path.pop();
      } else if (state.get(next.to) === 'open') back.add(next);
      else if (!state.has(next.to)) {
        state.set(next.to, 'open');
        path.push({ item: next.to, rest: [...(outgoing.get(next.to) ?? [])].reverse() });
      }
    }
  }
  return back;
}

/** Breadth first in the order of the file: what leads back to what was met before. It is more, but no chain goes through half of a tangle. */
function backOfBroadest(starts: readonly CaseItem[], outgoing: Outgoing): Set<Dependency> {
  const met = new Set<CaseItem>();
  const back = new Set<Dependency>();
  for (const start of starts) {
    if (met.has(start)) continue;
    const line = [start];
    met.add(start);
    for (const item of line) {
      for (const { to } of outgoing.get(item) ?? []) {
        if (met.has(to)) continue;
        met.add(to);
        line.push(to);
      }
    }
  }
  const order = new Map([...met].map((item, place) => [item, place]));
  for (const each of [...outgoing.values()].flat())
    if ((order.get(each.to) ?? 0) < (order.get(each.from) ?? 0)) back.add(each);
  return back;
}

/** Items that hang together, each group in the order of the file. */
export function components(items: readonly CaseItem[], forward: readonly Dependency[]): CaseItem[][] {
  const root = new Map<CaseItem, CaseItem>(items.map((item) => [item, item]));
  const find = (item: CaseItem): CaseItem => {
    let found = item;
    for (let next = root.get(found); next && next !== found; next = root.get(found)) found = next;
    return found;
  };
  for (const { from, to } of forward) root.set(find(from), find(to));
  return [...Map.groupBy(items, find).values()];
}

/** The column of each item: as far right as its longest chain of dependencies; what waits for nothing stands just before what waits for it. */
export function columnsOf(items: readonly CaseItem[], forward: readonly Dependency[]): Map<CaseItem, number> {
  const incoming = Map.groupBy(forward, ({ to }) => to);
  const outgoing = Map.groupBy(forward, ({ from }) => from);
  const waiting = new Map(items.map((item) => [item, incoming.get(item)?.length ?? 0]));
  const ready = items.filter((item) => !waiting.get(item));
  const columns = new Map<CaseItem, number>(items.map((item) => [item, 0]));
  for (const item of ready) {
    for (const { to } of outgoing.get(item) ?? []) {
      columns.set(to, Math.max(columns.get(to) ?? 0, (columns.get(item) ?? 0) + 1));
      const left = (waiting.get(to) ?? 0) - 1;
      waiting.set(to, left);
      if (left === 0) ready.push(to);
    }
  }
  for (const item of items) {
    const after = outgoing.get(item) ?? [];
    if (incoming.has(item) || after.length === 0) continue;
    columns.set(item, after.reduce((least, { to }) => Math.min(least, columns.get(to) ?? 0), Infinity) - 1);
  }
  return columns;
}
