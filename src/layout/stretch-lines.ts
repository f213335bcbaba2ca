/**
 * Lines of a further diagram, which the layout does not lead: they keep their way as far as they can when a hand moves what they join. Needs: a drawing before
 * and after a move. Leaves: a way for each line that has lost it.
 */
import type { Bounds, Point } from '../base/geometry.ts';
import type { DrawnStructure } from './drawn-structure.ts';
import type { LayoutPin } from './layout-file.ts';
import type { Drawing } from './move-shape.ts';
import { pull } from './pin-canvas.ts';

/** The drawing after a move, with a way for all lines that had one before. */
export function withStretchedLines(before: Drawing, after: Drawing, { lines }: DrawnStructure): Drawing {
  const result = new Map(after);
  for (const { key, ends } of lines) {
    const [old, now] = [before.get(key), after.get(key)];
    if (!old?.path || !now || now.path) continue;
    const [source, target] = [ends[0], ends.at(-1)].map((end) => boxesOf(end ?? '', before, after));
    result.set(key, { ...now, ...stretched(old, source, target) });
  }
  return result;
}

type Boxes = readonly [before: Bounds, after: Bounds] | undefined;

function boxesOf(id: string, before: Drawing, after: Drawing): Boxes {
  const [old, now] = [before.get(id)?.bounds, after.get(id)?.bounds];
  return old && now ? [old, now] : undefined;
}

function stretched({ path = [], label }: LayoutPin, source: Boxes, target: Boxes): Pick<LayoutPin, 'path' | 'label'> {
  const points = [...path];
  const [first, last] = [path[0], path.at(-1)];
  const shifts = [first && shiftOf(first, source), last && shiftOf(last, target)];
  for (const axis of ['x', 'y'] as const) {
    pull(points, 0, 1, axis, shifts[0]?.[axis] ?? 0);
    pull(points, points.length - 1, -1, axis, shifts[1]?.[axis] ?? 0);
  }
  const [a, b] = points;
  const isTorn = points.length === 2 && a && b && a.x !== b.x && a.y !== b.y;
  const middle = {
    x: Math.round(((shifts[0]?.x ?? 0) + (shifts[1]?.x ?? 0)) / 2),
    y: Math.round(((shifts[0]?.y ?? 0) + (shifts[1]?.y ?? 0)) / 2),
  };
  return {
    path: isTorn ? bent(a, b, first?.y === last?.y) : points,
    ...(label && { label: { ...label, x: label.x + middle.x, y: label.y + middle.y } }),
  };
}

/** How far a point on the outline of a shape moves with it. */
function shiftOf(point: Point, boxes: Boxes): Point {
  if (!boxes) return { x: 0, y: 0 };
  const [old, now] = boxes;
  const share = (at: number, start: number, size: number) => (size === 0 ? 0.5 : (at - start) / size);
  return {
    x: Math.round(now.x + share(point.x, old.x, old.width) * now.width - point.x),
    y: Math.round(now.y + share(point.y, old.y, old.height) * now.height - point.y),
  };
}

/** One step in the middle of what was straight. */
function bent(a: Point, b: Point, isFlat: boolean): Point[] {
  if (isFlat) {
    const x = Math.round((a.x + b.x) / 2);
    return [a, { x, y: a.y }, { x, y: b.y }, b];
  }
  const y = Math.round((a.y + b.y) / 2);
  return [a, { x: a.x, y }, { x: b.x, y }, b];
}
