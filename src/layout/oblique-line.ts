/**
 * Pass H, associations. Needs: shapes, texts and flows drawn so far. Leaves: the best straight line between two shapes that need not be horizontal
 * or vertical. Source: modelers and bpmn-js draw associations as one straight line from centre to centre, cut at the outlines.
 */
import type { Bounds, Point } from '../base/geometry.ts';
import { costs } from './crossing-cost.ts';
import { type Line, passes } from './passes.ts';
import { boxOf, holds, type Surroundings } from './route-cost.ts';
import { boundsOf, type Flow, type LayoutNode } from './scope.ts';

/** px that both ends move sideways where another line joins the same two shapes. */
const shifts = [0, 12, -12];
/** Per px; a long slanting line is less calm than a long level one. */
const lengthCost = 0.25;
/** What a slanting line costs at least: as much as a bend. */
const slantCost = costs.bend;
/** Shapes keep this far from the line. */
const clearance = 5;
/** Lines closer than this lie on each other. */
const apart = 6;

export interface ObliqueLine {
  readonly points: Point[];
  readonly cost: number;
  readonly crossings: number;
}

/** The cheapest straight line from outline to outline; undefined if each runs over a shape, a text or along another flow. */
export function obliqueLine(flow: Flow, around: Surroundings): ObliqueLine | undefined {
  let best: ObliqueLine | undefined;
  for (const shift of shifts) {
    const line = lineBetween(flow, shift);
    if (!line || !isFree(flow, line, around)) continue;
    const crossings = around.flowsIn(boxOf(...line)).filter((other) => crosses(other, line)).length;
    const cost = slantCost + lengthOf(line) * lengthCost + crossings * costs.crossing + Math.abs(shift);
    if (!best || cost < best.cost) best = { points: [...line], cost, crossings };
  }
  return best;
}

/** From centre to centre, moved sideways by `shift` and cut at both outlines. */
function lineBetween({ source, target }: Flow, shift: number): Line | undefined {
  const length = Math.hypot(target.x - source.x, target.y - source.y);
  if (length === 0) return undefined;
  const [dx, dy] = [(target.x - source.x) / length, (target.y - source.y) / length];
  const aside = { x: -dy * shift, y: dx * shift };
  const start = reach(source, dx, dy, aside);
  const end = reach(target, -dx, -dy, aside);
  if (start === undefined || end === undefined || start + end >= length) return undefined;
  const from = (node: LayoutNode, by: number): Point => ({
    x: node.x + aside.x + dx * by,
    y: node.y + aside.y + dy * by,
  });
  return [from(source, start), from(target, -end)];
}

/** How far it is from beside the centre of a shape to its outline in direction (dx, dy); undefined if `aside` lies outside of it. */
function reach(node: LayoutNode, dx: number, dy: number, aside: Point): number | undefined {
  const [halfWidth, halfHeight] = [node.width / 2, node.height / 2];
  if (Math.abs(aside.x) >= halfWidth || Math.abs(aside.y) >= halfHeight) return undefined;
  if (node.kind === 'event' || node.kind === 'boundary')
    return Math.sqrt(Math.max(0, halfWidth ** 2 - aside.x ** 2 - aside.y ** 2));
  if (node.kind === 'gateway') {
    const rest = halfWidth - Math.abs(aside.x) - Math.abs(aside.y);
    return rest < 0 ? undefined : rest / (Math.abs(dx) + Math.abs(dy));
  }
  const along = (d: number, half: number, at: number) =>
    d === 0 ? Number.POSITIVE_INFINITY : (half - Math.sign(d) * at) / Math.abs(d);
  return Math.min(along(dx, halfWidth, aside.x), along(dy, halfHeight, aside.y));
}

function isFree(flow: Flow, line: Line, around: Surroundings): boolean {
  const box = boxOf(...line);
  const { source, target } = flow;
  const inTheWay = around
    .shapesIn(box)
    .filter((node) => node !== source && node !== target && !holds(node, source) && !holds(node, target));
  return (
    inTheWay.every((node) => !passes(line, grown(boundsOf(node), clearance))) &&
    around.textsIn(box).every((text) => !passes(line, text)) &&
    around.flowsIn(box).every((other) => !runsAlong(other, line))
  );
}

function grown({ x, y, width, height }: Bounds, by: number): Bounds {
  return { x: x - by, y: y - by, width: width + 2 * by, height: height + 2 * by };
}

function partsOf({ points }: Flow): Line[] {
  return points.slice(1).map((b, index) => [points[index] ?? b, b]);
}

function lengthOf([a, b]: Line): number {
  return Math.hypot(b.x - a.x, b.y - a.y);
}

/** On which side of the line a point lies, times the line's length. */
function sideOf([a, b]: Line, point: Point): number {
  return (b.x - a.x) * (point.y - a.y) - (b.y - a.y) * (point.x - a.x);
}

function crosses(other: Flow, line: Line): boolean {
  return partsOf(other).some(
    (part) => sideOf(line, part[0]) * sideOf(line, part[1]) < 0 && sideOf(part, line[0]) * sideOf(part, line[1]) < 0,
  );
}

/** Whether some part of the other flow lies on the line: both its ends are near to it, and it is beside it. */
function runsAlong(other: Flow, line: Line): boolean {
  const length = lengthOf(line);
  const along = ([a, b]: Line, point: Point) =>
    ((b.x - a.x) * (point.x - a.x) + (b.y - a.y) * (point.y - a.y)) / length;
  return partsOf(other).some((part) => {
    if (part.some((point) => Math.abs(sideOf(line, point)) > apart * length)) return false;
    const [from, to] = part.map((point) => along(line, point)).sort((p, q) => p - q);
    return Math.min(to ?? 0, length) - Math.max(from ?? 0, 0) > apart;
  });
}
