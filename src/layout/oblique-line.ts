/**
 * Pass H, associations. Needs: shapes, texts and flows drawn so far. Leaves: the best straight line between two shapes that need not be horizontal
 * or vertical. Source: modelers and bpmn-js draw associations as one straight line from centre to centre, cut at the outlines.
 */
import type { Bounds, Point } from '../base/geometry.ts';
import { costs } from './crossing-cost.ts';
import { type Line, passes } from './passes.ts';
import { boxOf, holds, type Surroundings } from './route-cost.ts';
import { isSpent } from './route-search.ts';
import { boundsOf, type Flow, type LayoutNode } from './scope.ts';

/** Where lines begin and end, as shares of the half sizes; the centre is best. */
const anchors: readonly Point[] = [0, 0.4, -0.4].flatMap((x) => [0, 0.4, -0.4].map((y) => ({ x, y })));
/** For a line whose ends are not the centres, times the number of such ends. */
const offCentre = 8;
/** Per px; a long slanting line is less calm than a long level one. */
const lengthCost = 0.25;
/** What a slanting line costs at least: as much as a bend. */
const slantCost = costs.bend;
/** Shapes keep this far from the line. */
const clearance = 5;
/** Shapes that are looked at in the time of one step of a search. */
const shapesSeen = 20;
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
  for (const [from, to] of anchorPairs) {
    // Thousands of links of one step would look at each other's ends for minutes.
    if (isSpent(around)) return best;
    const line = lineBetween(flow, from, to);
    if (!line || !isFree(flow, line, around)) continue;
    const crossings = around.flowsIn(boxOf(...line)).filter((other) => crosses(other, line)).length;
    const unusual = Number(from !== anchors[0]) + Number(to !== anchors[0]);
    const cost = slantCost + lengthOf(line) * lengthCost + crossings * costs.crossing + unusual * offCentre;
    if (!best || cost < best.cost) best = { points: [...line], cost, crossings };
  }
  return best;
}

const anchorPairs = anchors.flatMap((from) => anchors.map((to) => [from, to] as const));

/** From a point within the source to one within the target, cut at both outlines. */
function lineBetween({ source, target }: Flow, from: Point, to: Point): Line | undefined {
  const [a, b] = [placeIn(source, from), placeIn(target, to)];
  const length = lengthOf([a, b]);
  if (length === 0) return undefined;
  const [dx, dy] = [(b.x - a.x) / length, (b.y - a.y) / length];
  const start = reach(source, a, dx, dy);
  const end = reach(target, b, -dx, -dy);
  if (start + end >= length) return undefined;
  return [
    { x: a.x + dx * start, y: a.y + dy * start },
    { x: b.x - dx * end, y: b.y - dy * end },
  ];
}

function placeIn({ x, y, width, height }: LayoutNode, anchor: Point): Point {
  return { x: x + (anchor.x * width) / 2, y: y + (anchor.y * height) / 2 };
}

/** How far it is from a point within a shape to its outline in direction (dx, dy), which has length 1. */
function reach(node: LayoutNode, { x, y }: Point, dx: number, dy: number): number {
  const [halfWidth, halfHeight] = [node.width / 2, node.height / 2];
  const [right, down] = [(x - node.x) * Math.sign(dx), (y - node.y) * Math.sign(dy)];
  if (node.kind === 'event' || node.kind === 'boundary') {
    const along = (x - node.x) * dx + (y - node.y) * dy;
    return Math.sqrt(Math.max(0, along ** 2 + halfWidth ** 2 - (x - node.x) ** 2 - (y - node.y) ** 2)) - along;
  }
  if (node.kind === 'gateway') return Math.max(0, halfWidth - right - down) / (Math.abs(dx) + Math.abs(dy));
  const [across, updown] = [(halfWidth - right) / Math.abs(dx), (halfHeight - down) / Math.abs(dy)];
  return Math.min(dx === 0 ? Number.POSITIVE_INFINITY : across, dy === 0 ? Number.POSITIVE_INFINITY : updown);
}

function isFree(flow: Flow, line: Line, around: Surroundings): boolean {
  const box = boxOf(...line);
  const { source, target } = flow;
  const shapes = around.shapesIn(box);
  around.effort += shapes.length / shapesSeen;
  const inTheWay = shapes.filter(
    (node) => node !== source && node !== target && !holds(node, source) && !holds(node, target),
  );
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
