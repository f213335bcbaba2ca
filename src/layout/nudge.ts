/**
 * Pass H, last step. Needs: a drawn route that lies on a flow of other ends. Leaves: variants of it with one part moved aside. Source: nudging of
 * parallel segments, 10 px apart (Wybrow, Marriott, Stuckey 2009), here by trial.
 */
import type { Point } from '../base/geometry.ts';
import { portAt, type Side, slack } from './ports.ts';
import type { Flow, LayoutNode } from './scope.ts';

const shifts = [10, -10, 20, -20, 30, -30];
/** Between a gateway and an upright part that goes round its corner. */
const cornerRoom = 20;

/** The route with one of its segments moved sideways; its ends slide along the sides that they dock at, as far as these allow. */
export function nudged(flow: Flow): Point[][] {
  const variants: Point[][] = [];
  for (let index = 1; index < flow.points.length; index++) {
    for (const by of shifts) {
      const points = moved(flow, index, by);
      if (points) variants.push(points);
    }
  }
  return variants;
}

function moved({ points, source, target }: Flow, index: number, by: number): Point[] | undefined {
  const [a, b] = [points[index - 1], points[index]];
  if (!a || !b || points.length === 2) return undefined;
  const isUpright = a.x === b.x;
  const shift = (point: Point): Point =>
    isUpright ? { x: point.x + by, y: point.y } : { x: point.x, y: point.y + by };
  const first = index === 1 ? docked(source, a, isUpright, by) : shift(a);
  const last = index === points.length - 1 ? docked(target, b, isUpright, by) : shift(b);
  if (!first || !last) return undefined;
  const route = [...points.slice(0, index - 1), first, last, ...points.slice(index + 1)];
  return leadsBack(route, points) || leadsBack(route.toReversed(), points.toReversed()) ? undefined : route;
}

/** Whether the first part of a route has turned round, into the shape that it should leave, or is gone. */
function leadsBack([from, to]: readonly Point[], [before, after]: readonly Point[]): boolean {
  if (!from || !to || !before || !after) return false;
  return (
    Math.sign(to.x - from.x) !== Math.sign(after.x - before.x) ||
    Math.sign(to.y - from.y) !== Math.sign(after.y - before.y)
  );
}

/** The route with its upright end at a gateway led into the left corner instead, with one bend more, if there is room left of the gateway. */
export function roundCorner({ points, target }: Flow): Point[] | undefined {
  const [end, before, from, ...earlier] = points.toReversed();
  const x = target.x - target.width / 2 - cornerRoom;
  if (!end || !before || !from || before.x !== end.x) return undefined;
  const hasRoom = from.x > before.x || from.x + cornerRoom <= x;
  if (!hasRoom) return undefined;
  return [...earlier.toReversed(), from, { x, y: before.y }, { x, y: target.y }, portAt(target, 'left')];
}

/** The route with its upright start at a gateway led out of the right corner instead, with one bend more, if there is room right of the gateway. */
export function outOfRightCorner({ points, source }: Flow): Point[] | undefined {
  const [start, second, to, ...rest] = points;
  const x = source.x + source.width / 2 + cornerRoom;
  if (source.kind !== 'gateway' || !start || !second || !to || second.x !== start.x) return undefined;
  const hasRoom = to.x < second.x || x + cornerRoom <= to.x;
  if (!hasRoom) return undefined;
  return [portAt(source, 'right'), { x, y: source.y }, { x, y: second.y }, to, ...rest];
}

/** The end of a route moved along its side; undefined if the side is too short. */
function docked(node: LayoutNode, end: Point, isUpright: boolean, by: number): Point | undefined {
  const side: Side = isUpright ? (end.y < node.y ? 'top' : 'bottom') : end.x < node.x ? 'left' : 'right';
  const offset = (isUpright ? end.x - node.x : end.y - node.y) + by;
  return Math.abs(offset) <= slack(node, side) ? portAt(node, side, offset) : undefined;
}
