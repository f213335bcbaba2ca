/**
 * Where criteria sit on their host. Source: people put entry criteria left (70 %) and exit criteria right (half), measured; here entry criteria that are
 * only reached from the right stand on top, and exit criteria that are reached from the left stand there below the entries, so that their connectors are
 * straight; those that have no room there stand on the lower side, one alone in its right corner.
 */
import type { Point } from '../../base/geometry.ts';
import { holds } from '../route-cost.ts';
import type { LayoutNode } from '../scope.ts';
import type { CaseConnector, CaseCriterion, CaseItem } from './case-sheet.ts';
import type { Connectors } from './connectors.ts';
import { spread } from './spread.ts';

/** Between the middles of two criteria on one side. */
export const pitch = 30;
/** From the corner of the host to the middle of the nearest criterion. */
export const corner = 18;
/** Half the height of a criterion. */
const half = 14;
/** What cmmn-js cuts off the corners of a stage. */
const slant = 20;
/** The same on the lower side, where one more may sit in the corner itself. */
const lowCorner = 22;
/** How far from its middle the planning table takes the upper side, and marks the lower one. */
export const tableReach = 28;

/** What is known of the connectors of a criterion before anything has its place. */
export interface Arrival {
  readonly fromRight: boolean;
  readonly fromWithin: boolean;
  /** A connector begins at the criterion, too. */
  readonly goesOn: boolean;
}

/** Sides and places of the criteria of an item; the item grows if they need more room. Leaves the places of their nodes from the centre of the item. @param isSource connectors leave in the middle of its right side */
export function placeCriteria(
  item: Pick<CaseItem, 'node' | 'criteria' | 'hasTable'>,
  arrivalOf: (criterion: CaseCriterion) => Arrival,
  isSource: boolean,
): void {
  const [entries, exits] = [
    item.criteria.filter(({ isEntry }) => isEntry),
    item.criteria.filter((each) => !each.isEntry),
  ];
  const above = entries.filter((criterion) => arrivalOf(criterion).fromRight);
  const left = entries.filter((criterion) => !above.includes(criterion));
  const met = exits.filter((criterion) => !arrivalOf(criterion).fromRight && !arrivalOf(criterion).fromWithin);
  const behind = met
    .filter((criterion) => !arrivalOf(criterion).goesOn)
    .slice(0, Math.max(0, mostLeft(item.node) - left.length));
  placeEntries(item, [...left, ...behind], above);
  const low = met.filter((criterion) => !behind.includes(criterion));
  const below = low.length > 1 ? placeBelow(item.node, low) : [];
  const placed = [...behind, ...below];
  placeExits(
    item.node,
    exits.filter((criterion) => !placed.includes(criterion)),
    isSource || low.length > below.length,
  );
  for (const { node, dx, dy } of item.criteria) Object.assign(node, { x: dx, y: dy });
}

/** How many criteria the left side has room for. */
function mostLeft({ height }: LayoutNode): number {
  return Math.max(1, Math.floor((height - 2 * corner) / pitch) + 1);
}

/** The least height of a side with as many criteria. */
export function heightFor(count: number): number {
  return (count - 1) * pitch + 2 * corner;
}

function placeEntries(
  { node, hasTable }: Pick<CaseItem, 'node' | 'hasTable'>,
  left: CaseCriterion[],
  above: CaseCriterion[],
): void {
  const most = mostLeft(node);
  const top = [...left.splice(most), ...above];
  const places = topPlaces(node.width, hasTable, top.length);
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

/** How much of its corners a shape lacks. */
export function slantOf({ kind }: LayoutNode): number {
  return kind === 'container' ? slant : 0;
}

/** In the middle of the right side, or in the lower corner of it. */
function placeExits(node: LayoutNode, exits: readonly CaseCriterion[], isLow: boolean): void {
  node.height = Math.max(node.height, exits.length > 1 ? heightFor(exits.length) : 0);
  const last = isLow ? node.height / 2 - half - slantOf(node) : ((exits.length - 1) * pitch) / 2;
  for (const [index, criterion] of exits.entries()) {
    criterion.side = 'right';
    criterion.dx = node.width / 2;
    criterion.dy = last - (exits.length - 1 - index) * pitch;
  }
}

/** On the lower side, clear of the marks in its middle, as many as there is room for; returns these. */
function placeBelow(node: LayoutNode, exits: readonly CaseCriterion[]): readonly CaseCriterion[] {
  const places: number[] = [];
  for (let place = node.width / 2 - lowCorner; place >= lowCorner - node.width / 2; place -= pitch)
    if (Math.abs(place) >= tableReach) places.unshift(place);
  const placed = exits.slice(0, places.length);
  const first = places.length - placed.length;
  for (const [index, criterion] of placed.entries()) {
    criterion.side = 'bottom';
    criterion.dx = places[first + index] ?? 0;
    criterion.dy = node.height / 2;
  }
  return placed;
}

/** Offsets on the upper side from left to right, `count` or as many as there is room for: from the middle outwards, the left with its icon last. */
function topPlaces(width: number, hasTable: boolean, count: number): number[] {
  const room = Math.floor((width / 2 - corner) / pitch);
  const places = Array.from({ length: 2 * room + 1 }, (_, index) => (index - room) * pitch);
  const free = hasTable ? places.filter((place) => Math.abs(place) >= tableReach) : places;
  const nearest = free.sort((a, b) => Math.abs(a) - Math.abs(b) || b - a).slice(0, count);
  return nearest.sort((a, b) => a - b);
}

/**
 * Exchanges the places of criteria, so that they stand in the order of what they wait for and their connectors do not cross: those that are reached from the
 * left over the upper side, from right to left, and down the left one; those on the lower side from left to right. Needs: the places of all shapes on the
 * sheet, of criteria on their host.
 */
export function sortCriteria(criteria: readonly CaseCriterion[], connectors: Connectors): void {
  const comesFromLeft = ({ node }: CaseCriterion) =>
    connectors.to(node).every(({ flow }) => onSheet(flow.source).x < (node.host?.x ?? 0));
  const upper = criteria.filter(({ side }) => side === 'top').filter(comesFromLeft);
  const left = criteria.filter(({ side }) => side === 'left');
  const round = [...upper.toSorted((a, b) => b.dx - a.dx), ...left.toSorted((a, b) => a.dy - b.dy)];
  const below = criteria.filter(({ side }) => side === 'bottom').sort((a, b) => a.dx - b.dx);
  for (const own of [round, below]) {
    const places = own.map(({ side, dx, dy }) => ({ side, dx, dy }));
    const heights = new Map(own.map((criterion) => [criterion, meanHeight(connectors.to(criterion.node))]));
    const sorted = [...own].sort((a, b) => (heights.get(a) ?? 0) - (heights.get(b) ?? 0));
    for (const [index, criterion] of sorted.entries()) Object.assign(criterion, places[index]);
  }
}

/** Mean height of what connectors come from. */
function meanHeight(connectors: readonly CaseConnector[]): number {
  return connectors.reduce((sum, { flow }) => sum + onSheet(flow.source).y, 0) / Math.max(1, connectors.length);
}

/** Criteria have their places on their host yet. */
function onSheet({ x, y, host }: LayoutNode): Point {
  return host ? { x: host.x + x, y: host.y + y } : { x, y };
}

/** Exit criteria of a container: each at the height of what it waits for within, the others as near to their place as these leave room. */
export function alignExits(
  node: LayoutNode,
  criteria: readonly CaseCriterion[],
  connectors: Connectors,
  heightOf: (source: LayoutNode) => number,
): void {
  const reach = node.height / 2 - corner - 6;
  const wished = criteria
    .filter(({ side }) => side === 'right')
    .map((criterion) => {
      const heights = connectors
        .to(criterion.node)
        .flatMap(({ flow }) => (holds(node, flow.source) ? [heightOf(flow.source)] : []));
      const mean = heights.reduce((sum, height) => sum + height, 0) / heights.length;
      return { criterion, wish: heights.length === 0 ? criterion.dy : Math.max(-reach, Math.min(reach, mean)) };
    });
  wished.sort((a, b) => a.wish - b.wish);
  const places = spread(
    wished.map(({ wish }) => wish),
    wished.map(() => pitch),
  );
  // Several that wish for one end of the side go beyond it: all go back as far.
  const beyond = Math.max(0, (places.at(-1) ?? 0) - reach) + Math.min(0, (places[0] ?? 0) + reach);
  for (const [index, { criterion }] of wished.entries()) {
    criterion.dx = node.width / 2;
    criterion.dy = (places[index] ?? 0) - beyond;
    Object.assign(criterion.node, { x: criterion.dx, y: criterion.dy });
  }
}
