/**
 * Where criteria sit on their host. Source: people put entry criteria left (70 %) and exit criteria right (half), measured; here entry criteria that are
 * only reached from the right stand on top, and exit criteria that are reached from the left stand in the lower right corner, where they are met
 * from below.
 */
import { holds } from '../route-cost.ts';
import type { LayoutNode } from '../scope.ts';
import type { CaseConnector, CaseCriterion, CaseItem } from './case-sheet.ts';
import { spread } from './spread.ts';

/** Between the middles of two criteria on one side. */
const pitch = 30;
/** From the corner of the host to the middle of the nearest criterion. */
const corner = 18;
/** Half the height of a criterion. */
const half = 14;
/** Where the planning table stands on the upper side. */
const tableReach = 30;

/** What is known of the connectors of a criterion before anything has its place. */
export interface Arrival {
  readonly fromRight: boolean;
  readonly fromWithin: boolean;
}

/** Sides and places of the criteria of an item; the item grows if they need more room. @param isSource connectors leave in the middle of its right side */
export function placeCriteria(
  item: Pick<CaseItem, 'node' | 'criteria' | 'hasTable'>,
  arrivalOf: (criterion: CaseCriterion) => Arrival,
  isSource: boolean,
): void {
  const entries = item.criteria.filter(({ isEntry }) => isEntry);
  const above = entries.filter((criterion) => arrivalOf(criterion).fromRight);
  placeEntries(
    item,
    entries.filter((criterion) => !above.includes(criterion)),
    above,
  );
  const exits = item.criteria.filter(({ isEntry }) => !isEntry);
  const isLow = exits.some((criterion) => !arrivalOf(criterion).fromRight && !arrivalOf(criterion).fromWithin);
  placeExits(item.node, exits, isSource || isLow);
}

function heightFor(count: number): number {
  return (count - 1) * pitch + 2 * corner;
}

function placeEntries(
  { node, hasTable }: Pick<CaseItem, 'node' | 'hasTable'>,
  left: CaseCriterion[],
  above: CaseCriterion[],
): void {
  const most = Math.max(1, Math.floor((node.height - corner) / pitch));
  const top = [...left.splice(most), ...above];
  const places = topPlaces(node.width, hasTable);
  // What has no room on top goes back to the left, which then grows.
  left.push(...top.splice(places.length));
  if (left.length > most) node.height = Math.max(node.height, heightFor(left.length));
  for (const [index, criterion] of left.entries()) {
    criterion.side = 'left';
    criterion.dx = -node.width / 2;
    criterion.dy = (index - (left.length - 1) / 2) * pitch;
  }
  for (const [index, criterion] of top.entries()) {
    criterion.side = 'top';
    criterion.dx = places[index] ?? 0;
    criterion.dy = -node.height / 2;
  }
}

/** In the middle of the right side, or in the lower corner of it. */
function placeExits(node: LayoutNode, exits: readonly CaseCriterion[], isLow: boolean): void {
  node.height = Math.max(node.height, exits.length > 1 ? heightFor(exits.length) : 0);
  const last = isLow ? node.height / 2 - half : ((exits.length - 1) * pitch) / 2;
  for (const [index, criterion] of exits.entries()) {
    criterion.side = 'right';
    criterion.dx = node.width / 2;
    criterion.dy = last - (exits.length - 1 - index) * pitch;
  }
}

/** Offsets on the upper side from left to right. */
function topPlaces(width: number, hasTable: boolean): number[] {
  const count = Math.floor((width - 2 * corner) / pitch) + 1;
  const places = Array.from({ length: count }, (_, index) => (index - (count - 1) / 2) * pitch);
  return hasTable ? places.filter((place) => Math.abs(place) >= tableReach) : places;
}

/** Exit criteria of a container that are reached from within: each at the height of what it waits for. */
export function alignExits(
  node: LayoutNode,
  criteria: readonly CaseCriterion[],
  connectors: readonly CaseConnector[],
  heightOf: (node: LayoutNode) => number,
): void {
  const right = criteria.filter(({ side }) => side === 'right');
  if (right.length === 0) return;
  const reach = node.height / 2 - corner - 6;
  const wished = right.map((criterion) => {
    const heights = connectors.flatMap(({ flow }) =>
      flow.target === criterion.node && holds(node, flow.source) ? [heightOf(flow.source)] : [],
    );
    const mean = heights.reduce((sum, height) => sum + height, 0) / Math.max(1, heights.length);
    return { criterion, wish: Math.max(-reach, Math.min(reach, mean)) };
  });
  wished.sort((a, b) => a.wish - b.wish);
  const places = spread(
    wished.map(({ wish }) => wish),
    wished.map(() => pitch),
  );
  for (const [index, { criterion }] of wished.entries()) {
    criterion.dx = node.width / 2;
    criterion.dy = places[index] ?? 0;
  }
}
