/**
 * Pass I. Needs: all shapes and flows drawn. Leaves: a box for each text beside a shape or a flow. Source: the places where people put them
 * (measured): events below, gateways above, flows 30 px from their source, above a horizontal and beside a vertical part; the first place that is
 * free, else the one that covers least.
 */
import type { Bounds, Point } from '../base/geometry.ts';
import { allScopes, type PlacedScope } from './layout-scope.ts';
import { middleOf } from './polyline.ts';
import type { Surroundings } from './route-cost.ts';
import { holds } from './route-cost.ts';
import type { Flow, LayoutNode, Size } from './scope.ts';
import type { Sheet } from './sheet.ts';
import { labelBoxes, usedSides } from './sides.ts';

/** Between a text and the flow that it names. */
const off = 4;
const fromSource = 8;
/** How much farther from its node a text may stand where all usual places are taken. */
const fartherOff = [12, 24];
/** Between the places that are tried along a flow. */
const step = 10;
/** As bpmn-js draws it on a message flow, and how far below its middle, and right of it, the name of the message begins. */
const envelope = { width: 22, height: 15 } as const;
const nameBelow = 10;
const penalties = { shape: 100, text: 100, flow: 40, border: 20, later: 1 } as const;

/** Places the texts beside shapes. They have fewer places to go than those of flows, and messages and associations are led round them. */
export function placeNodeLabels(sheet: Sheet, placed: PlacedScope, around: Surroundings): void {
  const sides = new Map(allScopes(placed).flatMap(({ wires }) => [...usedSides(wires, sheet.scope.links)]));
  const messages = sheet.scope.links.filter(isUpright);
  for (const message of messages) {
    message.points = [message.source, message.target].map(({ x, y }) => ({ x, y }));
    around.addFlow(message);
  }
  for (const [, node] of sheet.nodes) {
    if (!node.label) continue;
    const boxes = [...labelBoxes(node, sides.get(node))].map((box) => ({
      ...box,
      x: box.x + node.x,
      y: box.y + node.y,
    }));
    const box = best(boxes, () => boxes.flatMap((one) => farther(one, node)), node, around);
    if (box) node.labelBounds = keep(box, around);
  }
  for (const message of messages) around.removeFlow(message);
}

/** The same place a little farther up, or down, from the node: beyond a flow that passes close by. */
function farther(box: Bounds, node: LayoutNode): Bounds[] {
  const direction = box.y + box.height / 2 < node.y ? -1 : 1;
  return fartherOff.map((distance) => ({ ...box, y: box.y + direction * distance }));
}

/** A message between two shapes above one another will most likely be one line. */
function isUpright({ kind, source, target }: Flow): boolean {
  return kind === 'message' && source.kind !== 'pool' && target.kind !== 'pool' && Math.abs(source.x - target.x) < 1;
}

/** Envelopes and the names of messages stand in the middle of message flows, whatever else is there: texts go beside them. */
export function addEnvelopes(flows: readonly Flow[], around: Surroundings): void {
  for (const { message, points } of flows) {
    if (!message || points.length < 2) continue;
    const { x, y } = middleOf(points);
    around.addText({ x: x - envelope.width / 2, y: y - envelope.height / 2, ...envelope });
    if (message.height > 0) around.addText({ x, y: y + nameBelow, ...message });
  }
}

/** Places the names of flows, anywhere along them where all usual places are taken. */
export function placeFlowLabels(flows: readonly Flow[], around: Surroundings): void {
  const siblings = Map.groupBy(flows, (flow) => flow.source);
  for (const flow of flows) {
    if (!flow.label || flow.points.length < 2) continue;
    const own = ownPart(flow, siblings.get(flow.source) ?? []);
    const { label } = flow;
    const box = best(flowBoxes(own, label), () => boxesAlong(own, label), flow, around);
    if (box) flow.labelBounds = keep(box, around);
  }
}

function keep(box: Bounds, around: Surroundings): Bounds {
  around.addText(box);
  return box;
}

/** The first box that covers nothing, else the one that covers least. @param farther further boxes, all as good as each other, where no usual one is free */
function best(
  usual: readonly Bounds[],
  farther: () => readonly Bounds[],
  owner: LayoutNode | Flow,
  around: Surroundings,
): Bounds | undefined {
  let found: { box: Bounds; cost: number } | undefined;
  /** Whether the place is free. */
  const tries = (box: Bounds, later: number): boolean => {
    const covered = coverage(box, owner, around);
    const cost = later * penalties.later + covered;
    if (!found || cost < found.cost) found = { box, cost };
    return covered === 0;
  };
  if (!usual.some(tries)) farther().some((box) => tries(box, usual.length));
  return found?.box;
}

function coverage(box: Bounds, owner: LayoutNode | Flow, around: Surroundings): number {
  const inner = { x: box.x + 1, y: box.y + 1, width: box.width - 2, height: box.height - 2 };
  const wide = { x: box.x - 2, y: box.y - 1, width: box.width + 4, height: box.height + 2 };
  const shapes = around
    .shapesIn(inner)
    .filter((node) => node !== owner && !surrounds(node, owner) && !isOutside(node, inner));
  return (
    shapes.length * penalties.shape +
    around.textsIn(wide).length * penalties.text +
    around.flowsIn(inner).length * penalties.flow +
    around.bordersIn(inner).length * penalties.border
  );
}

/** An expanded sub-process around the owner is no obstacle for its text. */
function surrounds(node: LayoutNode, owner: LayoutNode | Flow): boolean {
  return 'points' in owner ? holds(node, owner.source) || holds(node, owner.target) : holds(node, owner);
}

/** Round and rhombic shapes leave the corners of their box free. */
function isOutside(node: LayoutNode, box: Bounds): boolean {
  if (node.kind !== 'gateway' && node.kind !== 'event' && node.kind !== 'boundary') return false;
  const dx = Math.max(box.x - node.x, node.x - box.x - box.width, 0);
  const dy = Math.max(box.y - node.y, node.y - box.y - box.height, 0);
  return node.kind === 'gateway' ? dx / node.width + dy / node.height >= 0.5 : Math.hypot(dx, dy) >= node.width / 2;
}

/** The route from where it leaves the trunk that it shares with other ways out of its source: there a name is clear. */
function ownPart(flow: Flow, siblings: readonly Flow[]): readonly Point[] {
  const [start, end, ...rest] = flow.points;
  if (!start || !end || rest.length === 0) return flow.points;
  const length = Math.abs(end.x - start.x) + Math.abs(end.y - start.y);
  const shared = Math.max(0, ...siblings.filter((other) => other !== flow).map((other) => trunk(start, end, other)));
  if (shared === 0) return flow.points;
  if (shared >= length) return [end, ...rest];
  const along = shared / length;
  const fork = { x: start.x + (end.x - start.x) * along, y: start.y + (end.y - start.y) * along };
  return [fork, end, ...rest];
}

/** How long the first part of a route runs along that of another. */
function trunk(start: Point, end: Point, { points: [from, to] }: Flow): number {
  if (!from || !to || from.x !== start.x || from.y !== start.y) return 0;
  const isSameWay =
    Math.sign(to.x - from.x) === Math.sign(end.x - start.x) && Math.sign(to.y - from.y) === Math.sign(end.y - start.y);
  const length = (a: Point, b: Point) => Math.abs(a.x - b.x) + Math.abs(a.y - b.y);
  return isSameWay ? Math.min(length(start, end), length(from, to)) : 0;
}

/** Places along a route: near its source first, then the middle and the end of each part, then on the other side of it. */
function flowBoxes(points: readonly Point[], label: Size): Bounds[] {
  const parts = points.slice(1).map((b, index) => ({ a: points[index] ?? b, b }));
  const long = parts.flatMap(({ a, b }) => placesOn(a, b, label, true));
  const short = parts.flatMap(({ a, b }) => placesOn(a, b, label, false));
  return [...long, ...short];
}

/** Places all along a route, on both sides, also where the text is longer than its part. */
function boxesAlong(points: readonly Point[], label: Size): Bounds[] {
  return points.slice(1).flatMap((b, index) => {
    const a = points[index] ?? b;
    const [length, size] = a.y === b.y ? [Math.abs(b.x - a.x), label.width] : [Math.abs(b.y - a.y), label.height];
    const low = Math.min(0, length - size);
    const high = Math.max(0, length - size);
    const starts = Array.from({ length: Math.floor((high - low) / step) + 1 }, (_, at) => low + at * step);
    return [true, false].flatMap((isUsual) => boxesOn(a, b, label, isUsual, starts));
  });
}

/** `isUsual`: above a horizontal part, right of a vertical one. */
function placesOn(a: Point, b: Point, label: Size, isUsual: boolean): Bounds[] {
  const isFlat = a.y === b.y;
  const length = isFlat ? Math.abs(b.x - a.x) : Math.abs(b.y - a.y);
  const size = isFlat ? label.width : label.height;
  const starts =
    length < size + 2 * fromSource
      ? [(length - size) / 2]
      : [fromSource, (length - size) / 2, length - size - fromSource, length * 0.25, length * 0.66];
  return boxesOn(a, b, label, isUsual, starts);
}

/** @param starts how far from a, on the way to b, the texts begin */
function boxesOn(a: Point, b: Point, { width, height }: Size, isUsual: boolean, starts: readonly number[]): Bounds[] {
  const isFlat = a.y === b.y;
  const size = isFlat ? width : height;
  const direction = (isFlat ? b.x - a.x : b.y - a.y) < 0 ? -1 : 1;
  return starts.map((start) => {
    const along = (isFlat ? a.x : a.y) + direction * start - (direction < 0 ? size : 0);
    const across = isFlat
      ? isUsual
        ? a.y - off - height
        : a.y + off
      : isUsual
        ? a.x + off + 2
        : a.x - off - 2 - width;
    return { x: Math.round(isFlat ? along : across), y: Math.round(isFlat ? across : along), width, height };
  });
}
