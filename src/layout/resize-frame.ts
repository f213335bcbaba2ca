/** Pools and lanes that a hand resizes: what is around and below them follows. */
import type { Bounds } from '../base/geometry.ts';
import { carriedBy, type DrawnStructure } from './drawn-structure.ts';
import type { LayoutPin } from './layout-file.ts';

type Drawing = ReadonlyMap<string, LayoutPin>;

/** Room between the content of a lane and its border. */
const margin = 10;
const leastHeight = 60;

/** The lanes of a pool, whose outer edges follow those of the pool. */
export function resizedPool(
  id: string,
  before: Bounds,
  after: Bounds,
  drawing: Drawing,
  { shapes }: DrawnStructure,
): Map<string, Bounds> {
  const boxes = new Map<string, Bounds>();
  for (const shape of shapes.values()) {
    const box = shape.kind === 'lane' && shape.holder === id ? drawing.get(shape.id)?.bounds : undefined;
    if (!box) continue;
    const isAt = (edge: number, other: number) => Math.abs(edge - other) < 1;
    const x = box.x + after.x - before.x;
    const y = isAt(box.y, before.y) ? after.y : box.y;
    const right = box.x + box.width + after.x + after.width - before.x - before.width;
    const bottom = isAt(box.y + box.height, before.y + before.height) ? after.y + after.height : box.y + box.height;
    boxes.set(shape.id, { x, y, width: right - x, height: bottom - y });
  }
  return boxes;
}

/**
 * A lane whose lower border is dragged: all that is below it moves along, and the frames around it grow.
 * @param bottom where the border is to be; not above what stands in the lane
 */
export function resizedLane(
  id: string,
  old: Bounds,
  bottom: number,
  drawing: Drawing,
  structure: DrawnStructure,
): Map<string, Bounds> {
  const edge = old.y + old.height;
  const content = [...structure.shapes.values()].flatMap((shape) => {
    // The middle of what is around a lane may be in it too.
    const isFrame = ['lane', 'pool', 'group'].includes(shape.kind) || carriedBy(shape.id, structure).has(id);
    const box = isFrame || shape.host ? undefined : drawing.get(shape.id)?.bounds;
    return box && holds(old, box) ? [box.y + box.height + margin] : [];
  });
  const by = Math.max(bottom, old.y + leastHeight, ...content) - edge;
  const boxes = new Map<string, Bounds>();
  for (const shape of structure.shapes.values()) {
    const box = drawing.get(shape.id)?.bounds;
    if (!box || boxes.has(shape.id)) continue;
    const isAround = shape.id === id || (shape.kind !== 'group' && carriedBy(shape.id, structure).has(id));
    const isOuterLane = shape.kind === 'lane' && holds(box, old);
    if (isAround || isOuterLane) boxes.set(shape.id, { ...box, height: box.height + by });
    else if (!shape.host && box.y + box.height / 2 >= edge)
      for (const each of carriedBy(shape.id, structure)) {
        const part = drawing.get(each)?.bounds;
        if (part) boxes.set(each, { ...part, y: part.y + by });
      }
  }
  return boxes;
}

/** Whether the middle of a box is inside. */
function holds(outer: Bounds, { x, y, width, height }: Bounds): boolean {
  const [middleX, middleY] = [x + width / 2, y + height / 2];
  return middleX > outer.x && middleX < outer.x + outer.width && middleY > outer.y && middleY < outer.y + outer.height;
}
