/**
 * Most connectors of a case have an open way: the cheapest that there would be on an empty sheet, or one that leaves or arrives a little beside it, which
 * nothing is near. No other costs a bend less, so none is searched for.
 */
import type { Point } from '../../base/geometry.ts';
import { costs } from '../crossing-cost.ts';
import { outwards, type Side } from '../ports.ts';
import { boxOf, grown, holds, lengthCost, runsThrough, type Segment, sharesEnd } from '../route-cost.ts';
import type { Port } from '../route-search.ts';
import type { Flow, LayoutNode } from '../scope.ts';
import { besideItem, nearItem } from './case-grid.ts';
import type { CaseSurroundings } from './case-surroundings.ts';

export const opposite: Readonly<Record<Side, Side>> = { left: 'right', right: 'left', top: 'bottom', bottom: 'top' };

/** What a way may cost more than the cheapest: less than a bend. */
const nearlyAsGood = 20;

/** The open way of a connector, if it has one, as it sees what is around. */
export function openWay(
  flow: Flow,
  starts: readonly Port[],
  goals: readonly Port[],
  around: CaseSurroundings,
): Point[] | undefined {
  const ways = starts.flatMap((start) => goals.flatMap((goal) => plainWay(start, goal) ?? []));
  const least = ways.reduce((low, { cost }) => Math.min(low, cost), Number.POSITIVE_INFINITY);
  return ways
    .filter(({ cost }) => cost < least + nearlyAsGood)
    .sort((a, b) => a.cost - b.cost)
    .find(({ points }) => isOpen(flow, points, around))?.points;
}

function isOpen(flow: Flow, points: readonly Point[], around: CaseSurroundings): boolean {
  return points.slice(1).every((b, index) => meetsNothing({ flow, a: points[index] ?? b, b }, around));
}

interface Way {
  readonly points: Point[];
  readonly cost: number;
}

/** From port to port with no bend, one, or two of which the last is just before the goal; undefined where that would lead back. */
function plainWay(start: Port, goal: Port): Way | undefined {
  if (start.side === goal.side) return undefined;
  const bends = bendsBetween(start, goal);
  if (!isAhead(start, bends[0] ?? goal) || !isAhead(goal, bends.at(-1) ?? start)) return undefined;
  const length = Math.abs(goal.x - start.x) + Math.abs(goal.y - start.y);
  const cost = start.cost + goal.cost + bends.length * costs.bend + length * lengthCost;
  return { points: [start, ...bends, goal].map(({ x, y }) => ({ x, y })), cost };
}

function bendsBetween(start: Port, goal: Port): Point[] {
  const { x, y } = outwards[goal.side];
  const isFlat = y === 0;
  if (goal.side !== opposite[start.side]) return [isFlat ? { x: start.x, y: goal.y } : { x: goal.x, y: start.y }];
  if (isFlat ? start.y === goal.y : start.x === goal.x) return [];
  const before = { x: goal.x + x * besideItem, y: goal.y + y * besideItem };
  return isFlat
    ? [
        { x: before.x, y: start.y },
        { x: before.x, y: goal.y },
      ]
    : [
        { x: start.x, y: before.y },
        { x: goal.x, y: before.y },
      ];
}

function isAhead({ side, x, y }: Port, point: Point): boolean {
  const out = outwards[side];
  return (point.x - x) * out.x + (point.y - y) * out.y > 0;
}

/** Whether a stretch meets nothing that costs. */
function meetsNothing(segment: Segment, around: CaseSurroundings): boolean {
  const { flow, a, b } = segment;
  const box = boxOf(a, b);
  const isOwn = (node: LayoutNode) => node === flow.source || node === flow.target;
  const isInTheWay = (node: LayoutNode) =>
    isOwn(node) ? runsThrough(segment, node) : !holds(node, flow.source) && !holds(node, flow.target);
  return (
    around.segmentsNear(box).every((other) => sharesEnd(flow, other.flow) && isTrunk(segment, other)) &&
    around.textsIn(box).length === 0 &&
    around.approachesIn(box).every(({ criterion }) => criterion === flow.target) &&
    !around.shapesIn(grown(box, nearItem)).some(isInTheWay)
  );
}

/** Whether two stretches of connectors with a common end run on one line, or meet where one of them ends. */
function isTrunk({ a, b }: Segment, other: Segment): boolean {
  const points = [a, b, other.a, other.b];
  if (points.every(({ x }) => x === a.x) || points.every(({ y }) => y === a.y)) return true;
  const [isFlat, isOtherFlat] = [a.y === b.y, other.a.y === other.b.y];
  if (isFlat === isOtherFlat) return false;
  const [flat, upright] = isFlat ? [{ a, b }, other] : [other, { a, b }];
  const isBetween = (place: number, low: number, high: number) =>
    Math.min(low, high) < place && place < Math.max(low, high);
  return !isBetween(upright.a.x, flat.a.x, flat.b.x) || !isBetween(flat.a.y, upright.a.y, upright.b.y);
}
