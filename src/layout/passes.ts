import type { Bounds, Point } from '../base/geometry.ts';

export type Line = readonly [Point, Point];

/** Whether a straight line of any direction meets a box (Liang, Barsky 1984). */
export function passes([a, b]: Line, { x, y, width, height }: Bounds): boolean {
  let [first, last] = [0, 1];
  const sides: readonly (readonly [number, number])[] = [
    [a.x - b.x, a.x - x],
    [b.x - a.x, x + width - a.x],
    [a.y - b.y, a.y - y],
    [b.y - a.y, y + height - a.y],
  ];
  for (const [step, room] of sides) {
    if (step === 0 && room < 0) return false;
    if (step < 0) first = Math.max(first, room / step);
    if (step > 0) last = Math.min(last, room / step);
  }
  return first <= last;
}
