/**
 * The lines that a search for a route may run on, and what each stretch of them costs beside all that is drawn. Source: orthogonal visibility graph
 * whose lines run beside the shapes (Wybrow, Marriott, Stuckey 2009).
 */
import type { Bounds, Point } from '../base/geometry.ts';
import {
  boxOf,
  clearance,
  grown,
  lengthCost,
  meetingCost,
  nearBox,
  runsThrough,
  type Segment,
  type Surroundings,
  textCost,
} from './route-cost.ts';
import { boundsOf, type Flow } from './scope.ts';
import { hasTrunk, isPartOf, shareTrunk } from './trunks.ts';

/** Lines run this far beside shapes. */
const offsets = [10, 20];
/** More lines than this in one direction are thinned out, those nearest to the ends stay. */
const mostLines = 90;
/** What a px costs along a line of the same data object, as a share of any other px. */
const trunkShare = 0.3;
/** Stretches that are priced in the time of one step of a search. */
const stretchesPriced = 5;

/** Places are numbered row by row: `row * xs.length + column`. */
export interface RouteGrid {
  readonly xs: readonly number[];
  readonly ys: readonly number[];
  /** By place: cost of the stretch to its right, infinite through a shape, without the length. */
  readonly flat: Float64Array;
  /** The same of the stretch below. */
  readonly upright: Float64Array;
  /** What a px costs at least, if less than usual. */
  readonly perPx?: number;
}

/** The grid of an area for one flow between these ports. */
export function routeGrid(area: Bounds, flow: Flow, around: Surroundings, ports: readonly Point[]): RouteGrid {
  const xs = new Set(ports.map((port) => port.x));
  const ys = new Set(ports.map((port) => port.y));
  for (const node of around.shapesIn(area)) {
    const { x, y, width, height } = boundsOf(node);
    for (const offset of offsets) {
      xs.add(x - offset).add(x + width + offset);
      ys.add(y - offset).add(y + height + offset);
    }
  }
  const trunks = hasTrunk(flow) ? around.segmentsNear(area).filter((other) => shareTrunk(flow, other.flow)) : [];
  for (const { a, b } of trunks) {
    xs.add(a.x).add(b.x);
    ys.add(a.y).add(b.y);
  }
  const [right, bottom] = [area.x + area.width, area.y + area.height];
  const columns = nearest(
    [...xs.add(area.x).add(right)].filter((x) => x >= area.x && x <= right),
    ports.map(xOf),
  );
  const rows = nearest(
    [...ys.add(area.y).add(bottom)].filter((y) => y >= area.y && y <= bottom),
    ports.map(yOf),
  );
  const places = columns.length * rows.length;
  const perPx = trunks.length > 0 ? lengthCost * trunkShare : lengthCost;
  const grid = { xs: columns, ys: rows, flat: new Float64Array(places), upright: new Float64Array(places), perPx };
  addCosts(grid, area, flow, around);
  for (const trunk of trunks) openTrunk(grid, flow, trunk);
  return grid;
}

/** Along a line of the same data object a flow crosses and covers nothing anew. */
function openTrunk(grid: RouteGrid, flow: Flow, trunk: Segment): void {
  for (const { costs, at, a, b } of stretchesMeeting(grid, boxOf(trunk.a, trunk.b))) {
    const length = Math.abs(a.x - b.x) + Math.abs(a.y - b.y);
    if (isPartOf({ flow, a, b }, trunk) && costs[at] !== Number.POSITIVE_INFINITY)
      costs[at] = length * lengthCost * (trunkShare - 1);
  }
}

const xOf = ({ x }: Point) => x;
const yOf = ({ y }: Point) => y;

/** Lines in order; where they are too many, those far from the ports go. */
function nearest(lines: number[], ports: readonly number[]): number[] {
  if (lines.length <= mostLines) return lines.sort((a, b) => a - b);
  const distance = (line: number) => ports.reduce((least, port) => Math.min(least, Math.abs(port - line)), Infinity);
  const measured = lines.map((line) => ({ line, distance: distance(line) }));
  const kept = measured.sort((a, b) => a.distance - b.distance).slice(0, mostLines);
  return kept.map(({ line }) => line).sort((a, b) => a - b);
}

/** Goes from what is drawn to the stretches that meet it, which are few, and not from each stretch to what it meets. */
function addCosts(grid: RouteGrid, area: Bounds, flow: Flow, around: Surroundings): void {
  for (const node of around.shapesIn(area)) {
    for (const { costs, at, a, b } of stretchesMeeting(grid, grown(boundsOf(node), clearance))) {
      if (runsThrough({ flow, a, b }, node)) costs[at] = Number.POSITIVE_INFINITY;
    }
  }
  for (const text of around.textsIn(area)) {
    for (const { costs, at } of stretchesMeeting(grid, text)) costs[at] = (costs[at] ?? 0) + textCost;
  }
  for (const other of around.segmentsNear(area)) {
    const stretches = stretchesMeeting(grid, nearBox(other));
    around.effort += stretches.length / stretchesPriced;
    for (const { costs, at, a, b } of stretches) {
      costs[at] = (costs[at] ?? 0) + meetingCost({ flow, a, b }, other);
    }
  }
}

/** A stretch from a to b, and where its cost stands. */
interface Stretch {
  readonly costs: Float64Array;
  readonly at: number;
  readonly a: Point;
  readonly b: Point;
}

/** All stretches that meet a box, borders included. */
function stretchesMeeting({ xs, ys, flat, upright }: RouteGrid, { x, y, width, height }: Bounds): Stretch[] {
  const found: Stretch[] = [];
  const [left, top] = [firstFrom(xs, x), firstFrom(ys, y)];
  const [right, bottom] = [firstFrom(xs, x + width, true), firstFrom(ys, y + height, true)];
  const add = (costs: Float64Array, column: number, row: number, toColumn: number, toRow: number) => {
    const [ax, ay, bx, by] = [xs[column], ys[row], xs[toColumn], ys[toRow]];
    if (ax === undefined || ay === undefined || bx === undefined || by === undefined) return;
    found.push({ costs, at: row * xs.length + column, a: { x: ax, y: ay }, b: { x: bx, y: by } });
  };
  for (let row = top; row < bottom; row++)
    for (let column = Math.max(0, left - 1); column < right; column++) add(flat, column, row, column + 1, row);
  for (let row = Math.max(0, top - 1); row < bottom; row++)
    for (let column = left; column < right; column++) add(upright, column, row, column, row + 1);
  return found;
}

/** Index of the first line at or after a place (`isBeyond`: after it). */
function firstFrom(lines: readonly number[], place: number, isBeyond = false): number {
  let [low, high] = [0, lines.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    const line = lines[middle] ?? 0;
    if (line < place || (isBeyond && line === place)) low = middle + 1;
    else high = middle;
  }
  return low;
}
