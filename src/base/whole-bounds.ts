import type { Bounds } from './geometry.ts';

/** Bounds as a file may have them: what is missing there, or is no number, counts for nothing. */
type FoundBounds = Readonly<Partial<Record<keyof Bounds, unknown>>>;

/** For a side that is not said: bpmn-js divides by it, and breaks the lines of a label for ever where it is no number. */
const replacements: Bounds = { x: 0, y: 0, width: 1, height: 1 };

/** What bounds lack, with values that can be drawn; undefined: they lack nothing. */
export function missingIn(bounds: FoundBounds): Partial<Bounds> | undefined {
  const missing = Object.entries(replacements).filter(([side]) => !Number.isFinite(bounds[side as keyof Bounds]));
  return missing.length === 0 ? undefined : Object.fromEntries(missing);
}
