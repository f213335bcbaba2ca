import type { Bounds } from './geometry.ts';

/** Bounds as a file may have them: what is missing there, or is no number, counts for nothing. */
type FoundBounds = Readonly<Partial<Record<keyof Bounds, unknown>>>;

/** For a side that is not said: bpmn-js divides by it, and breaks the lines of a label for ever where it is no number. */
const dot: Bounds = { x: 0, y: 0, width: 1, height: 1 };

/** The size that bpmn-js gives labels. */
const labelSize = { width: 90, height: 20 };

/** What the bounds of a shape lack, with values that can be drawn; undefined: they lack nothing. */
export function missingIn(bounds: FoundBounds): Partial<Bounds> | undefined {
  return missing(bounds, dot);
}

/** The same of the bounds of a label, which is legible all the same. */
export function missingInLabel(bounds: FoundBounds): Partial<Bounds> | undefined {
  return missing(bounds, { ...dot, ...labelSize });
}

function missing(bounds: FoundBounds, values: Bounds): Partial<Bounds> | undefined {
  const found = Object.entries(values).filter(([side]) => !Number.isFinite(bounds[side as keyof Bounds]));
  return found.length === 0 ? undefined : Object.fromEntries(found);
}
