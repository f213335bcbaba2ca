/** px from the origin. What stands farther off was never drawn by anyone, and would take searches for a way for ever. */
const farthest = 10_000_000;

/** Whether coordinates and sizes are of a drawing that a person could look at: numbers, and not beyond all bounds. */
export function isDrawn(...values: readonly number[]): boolean {
  return values.every((value) => Math.abs(value) <= farthest);
}
