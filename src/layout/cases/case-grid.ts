/**
 * The lines that a connector may run on, and what each stretch of them costs. Needs: all shapes and texts in place, connectors drawn so far. Source: as for
 * processes (`route-grid.ts`); cases have many small criteria and stages within stages, so here lines run beside items as a whole, within the borders of
 * the stages that a connector enters, and beside the connectors drawn already.
 */
import type { Bounds, Point } from '../../base/geometry.ts';
import { costs } from '../crossing-cost.ts';
import type { Side } from '../ports.ts';
import {
  boxOf,
  clearance,
  grown,
  holds,
  runsThrough,
  type Segment,
  sharesEnd,
  textCost,
  tooClose,
} from '../route-cost.ts';
import type { RouteGrid } from '../route-grid.ts';
import { boundsOf, type Flow, type LayoutNode } from '../scope.ts';
import type { Approach, CaseSurroundings } from './case-surroundings.ts';
import { GridLines } from './grid-lines.ts';

/** Lines run this far beside items (others twice as far), texts, borders and connectors. */
export const besideItem = 10;
/** What is nearer to a shape than this seems to touch it. */
export const nearItem = besideItem - 1;
const besideText = 6;
const withinBorder = 10;
const besideConnector = 10;
/** Lines nearer than this to one that is there already are of no use. */
const leastApart = 3;
/** So far apart that between two items, which are 30 px apart, one line at least is clear of both. */
const sparselyApart = 10;
/** Where there are more lines than this in one direction, only those that are needed stay. */
const usualLines = 110;
/** So near to a shape that it seems to touch it. */
const closeCost = 45;
/** Across the room in front of another criterion: less than a bend. */
const approachCost = 30;
/** A parallel stretch that has less than this in common with a connector does not lie on it. */
const leastCommon = 3;

/** @param ports where the connector may begin and end */
export function caseGrid(area: Bounds, flow: Flow, around: CaseSurroundings, ports: readonly Point[]): RouteGrid {
  const shapes = around.shapesIn(area);
  const segments = around.segmentsNear(area);
  const lines = linesBeside(shapes, flow, leastApart);
  for (const { a, b } of segments) {
    const [across, place] = a.y === b.y ? [lines.y, a.y] : [lines.x, a.x];
    across.add('useful', place - besideConnector, place + besideConnector);
  }
  const grid = emptyGrid(area, ports, lines, usualLines);
  const prices = new Prices(grid, flow);
  for (const segment of segments) prices.addConnector(segment);
  for (const approach of around.approachesIn(area))
    if (approach.criterion !== flow.target) prices.addApproach(approach);
  for (const text of around.textsIn(area)) prices.addText(text);
  for (const node of shapes) prices.addShape(node);
  return grid;
}

/** Few lines, and nothing priced but shapes: for a tangle of which no more can be asked than that all connectors go round them. */
export function sparseGrid(area: Bounds, flow: Flow, around: CaseSurroundings, ports: readonly Point[]): RouteGrid {
  const shapes = around.shapesIn(area);
  const grid = emptyGrid(area, ports, linesBeside(shapes, flow, sparselyApart), 0);
  const prices = new Prices(grid, flow);
  for (const node of shapes) prices.addShape(node);
  return grid;
}

interface Lines {
  readonly x: GridLines;
  readonly y: GridLines;
}

function linesBeside(shapes: readonly LayoutNode[], flow: Flow, apart: number): Lines {
  const lines = { x: new GridLines(apart), y: new GridLines(apart) };
  for (const node of shapes) addBeside(lines, node, flow);
  return lines;
}

function emptyGrid({ x, y, width, height }: Bounds, ports: readonly Point[], lines: Lines, usual: number): RouteGrid {
  const [xs, ys] = [ports.map((port) => port.x), ports.map((port) => port.y)];
  const columns = lines.x.chosen(x, x + width, xs, usual);
  const rows = lines.y.chosen(y, y + height, ys, usual);
  const places = columns.length * rows.length;
  return { xs: columns, ys: rows, flat: new Float64Array(places), upright: new Float64Array(places) };
}

/** Lines beside a shape. Criteria have them on the outer side alone: nothing passes between two of them. */
function addBeside({ x: xs, y: ys }: Lines, node: LayoutNode, { source, target }: Flow): void {
  const { x, y, width, height } = boundsOf(node);
  const [right, bottom] = [x + width, y + height];
  const outer = outerSides(node);
  for (const [rank, off] of [
    ['needed', besideItem],
    ['useful', 2 * besideItem],
  ] as const) {
    if (outer.left) xs.add(rank, x - off);
    if (outer.right) xs.add(rank, right + off);
    if (outer.top) ys.add(rank, y - off);
    if (outer.bottom) ys.add(rank, bottom + off);
  }
  if (holds(node, source) || holds(node, target)) {
    xs.add('needed', x + withinBorder, right - withinBorder);
    ys.add('needed', y + withinBorder, bottom - withinBorder);
  }
  if (!node.labelBounds) return;
  const text = grown(node.labelBounds, besideText);
  xs.add('useful', text.x, text.x + text.width);
  ys.add('useful', text.y + text.height);
}

/** The sides of a shape that something may pass: of a criterion that on which it sits on its host. */
function outerSides(node: LayoutNode): Readonly<Record<Side, boolean>> {
  const { host, x, y } = node;
  if (!host) return { left: true, right: true, top: true, bottom: true };
  return {
    left: x <= host.x - host.width / 2,
    right: x >= host.x + host.width / 2,
    top: y <= host.y - host.height / 2,
    bottom: y >= host.y + host.height / 2,
  };
}

/** Goes from what is drawn to the stretches that meet it. */
class Prices {
  readonly #grid: RouteGrid;
  readonly #flow: Flow;

  constructor(grid: RouteGrid, flow: Flow) {
    this.#grid = grid;
    this.#flow = flow;
  }

  /** No way through shapes; what holds an end is no obstacle. */
  addShape(node: LayoutNode): void {
    const flow = this.#flow;
    if (holds(node, flow.source) || holds(node, flow.target)) return;
    const isOwn = node === flow.source || node === flow.target;
    if (!isOwn) this.#add(grown(boundsOf(node), nearItem), closeCost);
    this.#eachMeeting(grown(boundsOf(node), clearance), (prices, at, next) => {
      if (!isOwn || runsThrough({ flow, a: this.#point(at), b: this.#point(next) }, node))
        prices[at] = Number.POSITIVE_INFINITY;
    });
  }

  addText(box: Bounds): void {
    this.#add(box, textCost);
  }

  /** Along a connector, free where it has an end in common; across it, counted where a stretch ends on it, too. */
  addConnector(other: Segment): void {
    if (other.flow === this.#flow) return;
    const { xs, ys, flat, upright } = this.#grid;
    const { x, y, width, height } = boxOf(other.a, other.b);
    const isShared = sharesEnd(this.#flow, other.flow);
    const isFlat = height === 0;
    const part = isFlat ? { low: x, high: x + width, across: y } : { low: y, high: y + height, across: x };
    const [along, across] = isFlat ? [flat, upright] : [upright, flat];
    const [lines, sides, step, sideStep] = isFlat ? [xs, ys, 1, xs.length] : [ys, xs, xs.length, 1];
    if (!isShared) addAlong(along, lines, sides, step, sideStep, part);
    // Where a line lies on a connector with a common end, a stretch that ends there may just part from it.
    if (!isShared || sides[firstFrom(sides, part.across)] !== part.across)
      addAcross(across, sides, lines, sideStep, step, part, costs.crossing);
  }

  /** What crosses the way to a criterion would be in the way of the connectors that come later. */
  addApproach({ a, b }: Approach): void {
    const { xs, ys, flat, upright } = this.#grid;
    const { x, y, width, height } = boxOf(a, b);
    if (height === 0) addAcross(upright, ys, xs, xs.length, 1, { low: x, high: x + width, across: y }, approachCost);
    else addAcross(flat, xs, ys, 1, xs.length, { low: y, high: y + height, across: x }, approachCost);
  }

  #add(box: Bounds, price: number): void {
    this.#eachMeeting(box, (prices, at) => {
      prices[at] = (prices[at] ?? 0) + price;
    });
  }

  /** The stretches that meet a box, from the place `at` to the place `next`. */
  #eachMeeting({ x, y, width, height }: Bounds, visit: (prices: Float64Array, at: number, next: number) => void): void {
    const { xs, ys, flat, upright } = this.#grid;
    const [left, top] = [firstFrom(xs, x), firstFrom(ys, y)];
    const [right, bottom] = [firstBeyond(xs, x + width), firstBeyond(ys, y + height)];
    const across = xs.length;
    for (let row = top; row < bottom; row++)
      for (let column = Math.max(0, left - 1); column < Math.min(right, across - 1); column++)
        visit(flat, row * across + column, row * across + column + 1);
    for (let row = Math.max(0, top - 1); row < Math.min(bottom, ys.length - 1); row++)
      for (let column = left; column < right; column++)
        visit(upright, row * across + column, (row + 1) * across + column);
  }

  #point(place: number): Point {
    const { xs, ys } = this.#grid;
    return { x: xs[place % xs.length] ?? 0, y: ys[Math.floor(place / xs.length)] ?? 0 };
  }
}

/** A straight part of a connector: from `low` to `high`, at `across` on the other axis. */
interface Part {
  readonly low: number;
  readonly high: number;
  readonly across: number;
}

/** Prices stretches that lie on a part. Places are numbered by steps: `step` to the next of `lines`, `sideStep` to the next of `sides`. */
function addAlong(
  prices: Float64Array,
  lines: readonly number[],
  sides: readonly number[],
  step: number,
  sideStep: number,
  { low, high, across }: Part,
): void {
  const first = Math.max(0, firstFrom(lines, low) - 1);
  const last = Math.min(firstBeyond(lines, high), lines.length - 1);
  for (let side = firstBeyond(sides, across - tooClose); side < firstFrom(sides, across + tooClose); side++) {
    for (let line = first; line < last; line++) {
      const common = Math.min(high, lines[line + 1] ?? 0) - Math.max(low, lines[line] ?? 0);
      const at = line * step + side * sideStep;
      if (common > leastCommon) prices[at] = (prices[at] ?? 0) + costs.overlap;
    }
  }
}

/** Prices the stretches that cross a part: each place of crossing counts once, for the stretch that comes to it from below its number. */
function addAcross(
  prices: Float64Array,
  lines: readonly number[],
  sides: readonly number[],
  step: number,
  sideStep: number,
  { low, high, across }: Part,
  price: number,
): void {
  const line = firstFrom(lines, across) - 1;
  if (line < 0 || line >= lines.length - 1) return;
  for (let side = firstBeyond(sides, low); side < firstFrom(sides, high); side++) {
    const at = line * step + side * sideStep;
    prices[at] = (prices[at] ?? 0) + price;
  }
}

/** Index of the first line at or after a place. */
function firstFrom(lines: readonly number[], place: number): number {
  let [low, high] = [0, lines.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((lines[middle] ?? 0) < place) low = middle + 1;
    else high = middle;
  }
  return low;
}

function firstBeyond(lines: readonly number[], place: number): number {
  let [low, high] = [0, lines.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((lines[middle] ?? 0) <= place) low = middle + 1;
    else high = middle;
  }
  return low;
}
