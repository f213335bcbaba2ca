/**
 * What a route costs beside all that is drawn already: shapes it runs through, flows it covers or crosses, bends and length. Source: the cost
 * table of the design (docs/layout.md, "Costs").
 */
import type { Bounds, Point } from '../base/geometry.ts';
import { BoxIndex } from './box-index.ts';
import { costs } from './crossing-cost.ts';
import { passes } from './passes.ts';
import { isOffCorner } from './ports.ts';
import { boundsOf, type Flow, type LayoutNode } from './scope.ts';
import { SearchMemory } from './search-memory.ts';
import { hasTrunk, shareTrunk, withoutTrunks } from './trunks.ts';

/** Per px. */
export const lengthCost = 0.15;
/** Lying on a flow that shares an end is good style where it is a trunk: nearly free. */
const sharedCost = 5;
export const textCost = 300;
/** A gateway is met at its corners: beside one, an end is on its slope, a few px from a flow that is hard to tell from it. */
const offCornerCost = 100;
const meetingCosts = { shared: sharedCost, overlap: costs.overlap, crossing: costs.crossing } as const;
/** A flow nearer to a shape than this counts as running through it. */
export const clearance = 5;
/** The same for a shape at its own end, along which it runs. */
const ownClearance = 10;

/** Parallel lines nearer than this are hard to tell apart. */
export const tooClose = 8;
/** Nearer than this their arrowheads touch. */
const arrowRoom = 15;

/** A straight part of a drawn flow. */
export interface Segment {
  readonly flow: Flow;
  readonly a: Point;
  readonly b: Point;
}

export interface RouteCost {
  /** Shapes run through. */
  readonly hits: number;
  /** Stretches that lie on flows of other ends. */
  readonly overlaps: number;
  /** Labels run through. */
  readonly texts: number;
  readonly crossings: number;
  readonly total: number;
}

/** Shapes and flows of one sheet. */
export class Surroundings {
  /** Places that searches for routes have looked at so far. */
  effort = 0;
  readonly memory = new SearchMemory();
  private readonly shapes = new BoxIndex<LayoutNode>();
  /** Horizontal parts of flows and steep ones, apart: a long one is near many that it crosses, and near few that it may lie on. */
  private readonly flat = new BoxIndex<Segment>();
  private readonly steep = new BoxIndex<Segment>();
  private readonly texts = new BoxIndex<Bounds>();
  private readonly borders = new BoxIndex<Bounds>();

  constructor(nodes: Iterable<LayoutNode>) {
    for (const node of nodes) this.shapes.add(node, boundsOf(node));
  }

  /** Puts a shape elsewhere, by its centre. */
  moveShape(node: LayoutNode, { x, y }: Point): void {
    this.shapes.remove(node, boundsOf(node));
    node.x = x;
    node.y = y;
    this.shapes.add(node, boundsOf(node));
  }

  addFlow(flow: Flow): void {
    for (const segment of segmentsOf(flow, flow.points)) this.alike(segment).add(segment, boxOf(segment.a, segment.b));
  }

  removeFlow(flow: Flow): void {
    for (const drawn of segmentsOf(flow, flow.points)) {
      const index = this.alike(drawn);
      for (const segment of index.find(boxOf(drawn.a, drawn.b)))
        if (segment.flow === flow) index.remove(segment, boxOf(segment.a, segment.b));
    }
  }

  /** The parts of flows that run as this one does, more or less. */
  private alike(segment: Segment): BoxIndex<Segment> {
    return isHorizontal(segment) ? this.flat : this.steep;
  }

  private segmentsIn(bounds: Bounds): Segment[] {
    return [...this.flat.find(bounds), ...this.steep.find(bounds)];
  }

  addText(box: Bounds): void {
    this.texts.add(box, box);
  }

  removeText(box: Bounds): void {
    this.texts.remove(box, box);
  }

  runsThroughText(points: readonly Point[]): boolean {
    return points.some((b, index) => this.texts.find(boxOf(points[index - 1] ?? b, b)).length > 0);
  }

  textsIn(bounds: Bounds): Bounds[] {
    return this.texts.find(bounds);
  }

  /** Adds the sides of a pool or lane: what lies in it is free, what lies on them is hard to read. */
  addBorders({ x, y, width, height }: Bounds): void {
    const flat = [y, y + height].map((side) => ({ x, y: side, width, height: 0 }));
    const steep = [x, x + width].map((side) => ({ x: side, y, width: 0, height }));
    for (const side of [...flat, ...steep]) this.borders.add(side, side);
  }

  bordersIn(bounds: Bounds): Bounds[] {
    return this.borders.find(bounds);
  }

  shapesIn(bounds: Bounds): LayoutNode[] {
    return this.shapes.find(bounds);
  }

  /** Straight parts of flows in the box, or so near to it that lines in it would be hard to tell from them. */
  segmentsNear(bounds: Bounds): Segment[] {
    return this.segmentsIn(grown(bounds, tooClose));
  }

  /** Whether some flow meets the box. */
  flowsIn(bounds: Bounds): Flow[] {
    return this.segmentsIn(bounds)
      .filter((segment) => meetsBox(segment, bounds))
      .map((segment) => segment.flow);
  }

  /** Whether a drawn flow runs through a shape, or lies on one of other ends. What it only crosses is not looked at. */
  isInTrouble(flow: Flow): boolean {
    const segments = segmentsOf(flow, flow.points);
    const last = segments.length - 1;
    return segments.some((whole, index) =>
      this.newParts(whole).some(
        (segment) => this.hits(segment, index === 0, index === last) > 0 || this.coversOther(segment),
      ),
    );
  }

  private coversOther(segment: Segment): boolean {
    const { flow } = segment;
    const near = this.alike(segment).find(nearBox(segment));
    // The ends are compared first: thousands of flows may share a trunk.
    return near.some((other) => other.flow !== flow && !mayLieOn(flow, other.flow) && liesOn(segment, other));
  }

  /** Cost of a route for a flow; the flow itself, if drawn, does not count. */
  cost(flow: Flow, points: readonly Point[]): RouteCost {
    let [hits, overlaps, crossings, shared, texts, length] = [0, 0, 0, 0, 0, 0];
    const segments = segmentsOf(flow, points);
    for (const [index, whole] of segments.entries()) {
      for (const segment of this.newParts(whole)) {
        const box = boxOf(segment.a, segment.b);
        length += box.width + box.height;
        hits += this.hits(segment, index === 0, index === segments.length - 1);
        texts += this.texts.find(box).length;
        for (const other of this.segmentsNear(box)) {
          const met = meeting(segment, other);
          if (met === 'shared') shared++;
          else if (met === 'overlap') overlaps++;
          else if (met === 'crossing') crossings++;
        }
      }
    }
    const bends = Math.max(0, points.length - 2);
    const offCorners = Number(isOffCorner(points[0], flow.source)) + Number(isOffCorner(points.at(-1), flow.target));
    const total =
      hits * costs.throughNode +
      overlaps * costs.overlap +
      crossings * costs.crossing +
      shared * sharedCost +
      texts * textCost +
      bends * costs.bend +
      offCorners * offCornerCost +
      length * lengthCost;
    return { hits, overlaps, texts, crossings, total };
  }

  /** How many parallel parts of drawn flows the parts of a route are so near to that arrowheads would touch, and on how many borders they lie. */
  neighbours(flow: Flow, points: readonly Point[]): number {
    let count = 0;
    for (const segment of segmentsOf(flow, points)) {
      const box = boxOf(segment.a, segment.b);
      const near = this.alike(segment).find(grown(box, arrowRoom));
      for (const other of near) if (other.flow !== flow && runBeside(segment, other, arrowRoom)) count++;
      for (const border of this.borders.find(grown(box, tooClose - 1)))
        if (box.width > box.height === border.width > border.height) count++;
    }
    return count;
  }

  /** What of a segment does not lie on the lines of its data object that are drawn already. */
  private newParts(segment: Segment): Segment[] {
    if (!hasTrunk(segment.flow)) return [segment];
    const near = this.segmentsIn(boxOf(segment.a, segment.b));
    return withoutTrunks(
      segment,
      near.filter((other) => shareTrunk(segment.flow, other.flow)),
    );
  }

  /** Shapes that one segment runs through; the ends' own shapes only if it runs back over them. */
  private hits(segment: Segment, isFirst: boolean, isLast: boolean): number {
    const { flow, a, b } = segment;
    let hits = 0;
    for (const node of this.shapes.find(grown(boxOf(a, b), clearance))) {
      if ((node === flow.source && isFirst) || (node === flow.target && isLast)) continue;
      if (runsThrough(segment, node)) hits++;
    }
    return hits;
  }
}

/** Whether a segment in the box of a shape runs through the shape; what holds an end of the flow is no obstacle. */
export function runsThrough({ flow, a, b }: Segment, node: LayoutNode): boolean {
  if (holds(node, flow.source) || holds(node, flow.target)) return false;
  const isOwn = node === flow.source || node === flow.target;
  return isOwn ? runsOver(a, b, node) : meetsInside(a, b, boundsOf(node), -clearance);
}

/** Whether a segment runs back over a shape of its own flow, or so near along one of its sides that it looks like a part of it. */
function runsOver(a: Point, b: Point, node: LayoutNode): boolean {
  const box = boundsOf(node);
  if (meetsInside(a, b, box, ownMargin(node))) return true;
  const { x, y, width, height } = boxOf(a, b);
  const isBeside = x < box.x + box.width && box.x < x + width;
  const isAlong = y < box.y + box.height && box.y < y + height;
  const isNear = (place: number, low: number, size: number) => {
    const off = Math.max(low - place, place - low - size);
    return off >= 0 && off < ownClearance;
  };
  return height === 0
    ? isBeside && isNear(y, box.y, box.height)
    : width === 0 && isAlong && isNear(x, box.x, box.width);
}

/** How a segment meets one of a drawn flow; its own flow does not count. */
function meeting(one: Segment, other: Segment): keyof typeof meetingCosts | undefined {
  if (one.flow === other.flow) return undefined;
  if (liesOn(one, other)) return mayLieOn(one.flow, other.flow) ? 'shared' : 'overlap';
  return crosses(one, other) ? 'crossing' : undefined;
}

export function meetingCost(one: Segment, other: Segment): number {
  const met = meeting(one, other);
  return met ? meetingCosts[met] : 0;
}

/** Round and rhombic shapes do not fill their box: a flow that docks beside the middle of a side starts within it. */
function ownMargin(node: LayoutNode): number {
  const isFull = node.kind !== 'gateway' && node.kind !== 'event' && node.kind !== 'boundary';
  return isFull ? 1 : node.width * 0.3;
}

/** Whether `outer` is an expanded sub-process (or the pool) around `node`. */
export function holds(outer: LayoutNode, node: LayoutNode): boolean {
  for (let parent = (node.host ?? node).parent; parent; parent = parent.parent) if (parent === outer) return true;
  return false;
}

function segmentsOf(flow: Flow, points: readonly Point[]): Segment[] {
  return points.slice(1).map((b, index) => ({ flow, a: points[index] ?? b, b }));
}

export function boxOf(a: Point, b: Point): Bounds {
  return { x: Math.min(a.x, b.x), y: Math.min(a.y, b.y), width: Math.abs(a.x - b.x), height: Math.abs(a.y - b.y) };
}

/** Where another line meets the segment or comes too close to it. */
export function nearBox({ a, b }: Segment): Bounds {
  return grown(boxOf(a, b), tooClose);
}

export function grown({ x, y, width, height }: Bounds, by: number): Bounds {
  return { x: x - by, y: y - by, width: width + 2 * by, height: height + 2 * by };
}

/** One end in common: flows with both in common would be one line to the eye. */
export function sharesEnd(a: Flow, b: Flow): boolean {
  return (a.source === b.source) !== (a.target === b.target);
}

function isHorizontal({ a, b }: Segment): boolean {
  return Math.abs(a.y - b.y) <= Math.abs(a.x - b.x);
}

/** Whether two flows make one trunk where they lie on each other, and that is good style: no dashed line shows on a solid one. */
function mayLieOn(a: Flow, b: Flow): boolean {
  return a.kind === b.kind && sharesEnd(a, b) && !shareTrunk(a, b);
}

/** Two parallel segments on one line, or nearly so, with more than 3 px in common. */
function liesOn(one: Segment, other: Segment): boolean {
  return runBeside(one, other, tooClose);
}

/** Two parallel segments nearer to each other than `distance`, with more than 3 px in common. */
function runBeside(one: Segment, other: Segment, distance: number): boolean {
  const horizontal = isHorizontal(one);
  if (horizontal !== isHorizontal(other)) return false;
  const [p, q] = [boxOf(one.a, one.b), boxOf(other.a, other.b)];
  const common = horizontal
    ? Math.min(p.x + p.width, q.x + q.width) - Math.max(p.x, q.x)
    : Math.min(p.y + p.height, q.y + q.height) - Math.max(p.y, q.y);
  const apart = horizontal ? Math.abs(p.y - q.y) : Math.abs(p.x - q.x);
  return common > 3 && apart < distance;
}

function crosses(one: Segment, other: Segment): boolean {
  if (isHorizontal(one) === isHorizontal(other)) return false;
  const [flat, steep] = isHorizontal(one)
    ? [boxOf(one.a, one.b), boxOf(other.a, other.b)]
    : [boxOf(other.a, other.b), boxOf(one.a, one.b)];
  return flat.x < steep.x && steep.x < flat.x + flat.width && steep.y < flat.y && flat.y < steep.y + steep.height;
}

/** Whether the segment, or the box around it if it is oblique, runs through the box shrunk by `margin` (grown if negative). */
function meetsInside(a: Point, b: Point, box: Bounds, margin: number): boolean {
  const segment = boxOf(a, b);
  return (
    segment.x <= box.x + box.width - margin &&
    box.x + margin <= segment.x + segment.width &&
    segment.y <= box.y + box.height - margin &&
    box.y + margin <= segment.y + segment.height
  );
}

function meetsBox({ a, b }: Segment, box: Bounds): boolean {
  return a.x === b.x || a.y === b.y ? meetsInside(a, b, box, 0) : passes([a, b], box);
}
