/**
 * Pass H, lines of data. A data object that many steps use has one line that forks, not a line to each: a tree that grows by one route at a time.
 * Needs: a flow and what is drawn of the flows of its data object. Leaves: which parts of a route are new. Source: hyperedges of schematics, whose
 * branches share their way (Wybrow, Marriott, Stuckey 2014).
 */
import type { Segment } from './route-cost.ts';
import type { Flow, LayoutNode } from './scope.ts';

/** Whether the two are lines of one data object in one direction, which may share their way. */
export function shareTrunk(a: Flow, b: Flow): boolean {
  return (
    a !== b && ((a.source === b.source && isTrunkEnd(a.source)) || (a.target === b.target && isTrunkEnd(a.target)))
  );
}

function isTrunkEnd({ kind }: LayoutNode): boolean {
  return kind === 'data' || kind === 'store';
}

/** Whether a flow has a data object at one end. */
export function hasTrunk({ source, target }: Flow): boolean {
  return isTrunkEnd(source) || isTrunkEnd(target);
}

/** Links in their order, but those that may share their way one after the other, the shorter ones first: a tree grows outwards. */
export function nearestFirst(links: readonly Flow[]): Flow[] {
  const groups = Map.groupBy(links, (link) => {
    if (isTrunkEnd(link.source)) return `from ${link.source.id}`;
    return isTrunkEnd(link.target) ? `to ${link.target.id}` : link;
  });
  const distance = ({ source, target }: Flow) => Math.abs(source.x - target.x) + Math.abs(source.y - target.y);
  return [...groups.values()].flatMap((group) => group.sort((a, b) => distance(a) - distance(b)));
}

/** Whether a level or upright segment lies on another one, from end to end. */
export function isPartOf({ a, b }: Segment, { a: c, b: d }: Segment): boolean {
  if (a.y === b.y && c.y === d.y) return a.y === c.y && isWithin(a.x, b.x, c.x, d.x);
  return a.x === b.x && c.x === d.x && a.x === c.x && isWithin(a.y, b.y, c.y, d.y);
}

function isWithin(a: number, b: number, c: number, d: number): boolean {
  return Math.min(c, d) <= Math.min(a, b) && Math.max(a, b) <= Math.max(c, d);
}

/** The parts of a segment that do not lie on any of the others. */
export function withoutTrunks(segment: Segment, trunks: readonly Segment[]): Segment[] {
  const { flow, a, b } = segment;
  const ends = [a, b, ...trunks.flatMap((trunk) => [trunk.a, trunk.b]).filter((point) => isOn(point, segment))];
  ends.sort((p, q) => Math.abs(p.x - a.x) + Math.abs(p.y - a.y) - (Math.abs(q.x - a.x) + Math.abs(q.y - a.y)));
  return ends
    .slice(1)
    .map((end, index): Segment => ({ flow, a: ends[index] ?? end, b: end }))
    .filter((part) => trunks.every((trunk) => !isPartOf(part, trunk)));
}

function isOn(point: { x: number; y: number }, segment: Segment): boolean {
  return isPartOf({ flow: segment.flow, a: point, b: point }, segment);
}
