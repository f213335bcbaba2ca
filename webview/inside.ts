import type { Drawn } from './drawing-services.ts';
import type { Bounds } from './moddle.ts';

/** What some elements take up. */
export function boundsOf(elements: readonly Drawn[]): Bounds {
  let [left, top, right, bottom] = [Infinity, Infinity, -Infinity, -Infinity];
  for (const { x, y, width, height, waypoints, hidden } of elements)
    for (const point of hidden
      ? []
      : (waypoints ?? [
          { x, y },
          { x: x + width, y: y + height },
        ])) {
      [left, top] = [Math.min(left, point.x), Math.min(top, point.y)];
      [right, bottom] = [Math.max(right, point.x), Math.max(bottom, point.y)];
    }
  return { x: left, y: top, width: right - left, height: bottom - top };
}

/** All that is drawn in a plane or a shape, in drawing order. */
export function inside(parent: Drawn, found: Drawn[] = []): Drawn[] {
  for (const child of parent.children ?? []) {
    found.push(child);
    inside(child, found);
  }
  return found;
}
