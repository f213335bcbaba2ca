/** Straight parts of a route, and points on them. */
import type { Point } from '../base/geometry.ts';

/** Half way along a route. */
export function middleOf(points: readonly Point[]): Point {
  const parts = partsOf(points).map(({ a, b }) => ({ a, b, length: Math.hypot(b.x - a.x, b.y - a.y) }));
  let rest = parts.reduce((sum, { length }) => sum + length, 0) / 2;
  for (const { a, b, length } of parts) {
    if (rest <= length) return between(a, b, length === 0 ? 0 : rest / length);
    rest -= length;
  }
  return points[0] ?? { x: 0, y: 0 };
}

export function partsOf(points: readonly Point[]): { a: Point; b: Point }[] {
  return points.slice(1).map((b, index) => ({ a: points[index] ?? b, b }));
}

export function between(a: Point, b: Point, share: number): Point {
  return { x: Math.round(a.x + (b.x - a.x) * share), y: Math.round(a.y + (b.y - a.y) * share) };
}
