/** Places among what stands already. */
import type { Bounds } from '../../base/geometry.ts';
import type { Size } from '../scope.ts';

const step = 10;

/** Where something may go: its upper left corner within these borders. */
export interface Range {
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
}

/**
 * The upper left corner of the free place that is nearest to a wish; undefined if there is none.
 * @param taken boxes that nothing may meet, with the room around them
 */
export function freePlace(
  { width, height }: Size,
  wish: { readonly x: number; readonly y: number },
  taken: readonly Bounds[],
  { left, right, top, bottom }: Range,
): { x: number; y: number } | undefined {
  let best: { x: number; y: number; distance: number } | undefined;
  const start = { x: Math.max(left, Math.min(right, wish.x)), y: Math.max(top, Math.min(bottom, wish.y)) };
  for (const x of placesFrom(start.x, left, right)) {
    const dx = Math.abs(x - wish.x);
    if (best && dx >= best.distance) continue;
    for (const y of placesFrom(start.y, top, bottom)) {
      const distance = dx + Math.abs(y - wish.y);
      if (best && distance >= best.distance) continue;
      if (taken.every((box) => !meets(box, { x, y, width, height }))) best = { x, y, distance };
    }
  }
  return best && { x: best.x, y: best.y };
}

/** Steps to both sides of a start, within borders; none if these leave no room. */
function placesFrom(start: number, low: number, high: number): number[] {
  if (high < low) return [];
  const places: number[] = [];
  for (let place = start; place >= low; place -= step) places.push(place);
  for (let place = start + step; place <= high; place += step) places.push(place);
  return places;
}

function meets(a: Bounds, b: Bounds): boolean {
  return a.x < b.x + b.width && b.x < a.x + a.width && a.y < b.y + b.height && b.y < a.y + a.height;
}
