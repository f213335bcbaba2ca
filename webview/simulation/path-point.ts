import type { Waypoint } from '../moddle.ts';

/** Length of a line along its points. */
export function lengthOf(points: readonly Waypoint[]): number {
  return points.reduce((sum, point, at) => sum + distance(points[at - 1] ?? point, point), 0);
}

/** The point at a part of the way, 0 to 1. */
export function pointAt(points: readonly Waypoint[], part: number): Waypoint {
  let left = lengthOf(points) * Math.min(1, Math.max(0, part));
  for (let at = 1; at < points.length; at++) {
    const [from, to] = [points[at - 1], points[at]];
    if (!from || !to) break;
    const length = distance(from, to);
    if (left <= length && length > 0)
      return { x: from.x + ((to.x - from.x) * left) / length, y: from.y + ((to.y - from.y) * left) / length };
    left -= length;
  }
  return points.at(-1) ?? { x: 0, y: 0 };
}

function distance(a: Waypoint, b: Waypoint): number {
  return Math.hypot(b.x - a.x, b.y - a.y);
}
