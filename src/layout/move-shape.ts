/**
 * A shape that a hand has moved or resized. Needs: the drawing as it is on the screen. Leaves: the drawing as it is to be, in which lines that have lost
 * their hold have no way: the layout leads these anew, and all else stands. Source: docs/layout.md, "Moving by hand".
 */
import type { Bounds } from '../base/geometry.ts';
import { carriedBy, type DrawnShape, type DrawnStructure } from './drawn-structure.ts';
import type { LayoutPin } from './layout-file.ts';
import { passes } from './passes.ts';
import { resizedLane, resizedPool } from './resize-frame.ts';

/** Where a hand wants a shape, or the text beside it; another size means that the shape is to be resized. */
export interface Move {
  readonly id: string;
  readonly bounds: Bounds;
  /** The bounds are those of the text beside a shape or a line. */
  readonly isLabel?: boolean;
}

export type Drawing = ReadonlyMap<string, LayoutPin>;

/** Room that a shape keeps to the border of what it stands in. */
const margin = 10;
/** Header of a pool or lane. */
const header = 30;

/** The least size of what can be resized, its content apart. */
const least = { width: 50, height: 30 } as const;

const resizable: ReadonlySet<DrawnShape['kind']> = new Set(['task', 'container', 'pool', 'lane', 'group', 'note']);

/**
 * The drawing after a move. A shape stays in what holds it, an event on the border of its host; what a shape holds moves with it.
 * The same drawing where the shape is not in it, or where it is a lane that is to go elsewhere: its place is said by the text.
 */
export function moved(drawing: Drawing, structure: DrawnStructure, { id, bounds, isLabel }: Move): Drawing {
  if (isLabel) return withLabel(drawing, id, bounds);
  const shape = structure.shapes.get(id);
  const old = drawing.get(id)?.bounds;
  if (!shape || !old) return drawing;
  const boxes = isSameSize(old, bounds)
    ? translated(shape, old, bounds, drawing, structure)
    : resized(shape, old, bounds, drawing, structure);
  return redrawn(drawing, structure, boxes);
}

/** A text keeps its size, which follows from what it says; it may stand anywhere. */
function withLabel(drawing: Drawing, id: string, bounds: Bounds): Drawing {
  const pin = drawing.get(id);
  const isThere = pin?.label && pin.label.x === bounds.x && pin.label.y === bounds.y;
  if (isThere || !(pin?.bounds || pin?.path)) return drawing;
  const { width, height } = pin.label ?? bounds;
  return new Map([...drawing, [id, { ...pin, label: { ...bounds, width, height } }]]);
}

function isSameSize(a: Bounds, b: Bounds): boolean {
  return a.width === b.width && a.height === b.height;
}

function translated(
  shape: DrawnShape,
  old: Bounds,
  wanted: Bounds,
  drawing: Drawing,
  structure: DrawnStructure,
): Map<string, Bounds> {
  if (shape.kind === 'lane') return new Map();
  const host = shape.host === undefined ? undefined : drawing.get(shape.host)?.bounds;
  const target = host ? onBorder(wanted, host) : kept(wanted, roomAround(shape, drawing, structure));
  const [dx, dy] = [target.x - old.x, target.y - old.y];
  const boxes = new Map<string, Bounds>();
  for (const each of carriedBy(shape.id, structure)) {
    const box = drawing.get(each)?.bounds;
    if (box) boxes.set(each, { ...box, x: box.x + dx, y: box.y + dy });
  }
  return boxes;
}

function resized(
  shape: DrawnShape,
  old: Bounds,
  wanted: Bounds,
  drawing: Drawing,
  structure: DrawnStructure,
): Map<string, Bounds> {
  if (!resizable.has(shape.kind)) return new Map();
  if (shape.kind === 'lane') return resizedLane(shape.id, old, wanted.y + wanted.height, drawing, structure);
  const content = contentOf(shape, drawing, structure);
  const room = shape.kind === 'pool' ? undefined : roomAround(shape, drawing, structure);
  const target = around(within(wanted, room), content);
  const boxes = new Map([[shape.id, target]]);
  if (shape.kind === 'pool')
    for (const [lane, box] of resizedPool(shape.id, old, target, drawing, structure)) boxes.set(lane, box);
  for (const { id, host } of structure.shapes.values()) {
    const box = host === shape.id ? drawing.get(id)?.bounds : undefined;
    if (box) boxes.set(id, onBorder(alongside(box, old, target), target));
  }
  return boxes;
}

/** The boxes of what a shape holds, with some room. */
function contentOf(shape: DrawnShape, drawing: Drawing, { shapes }: DrawnStructure): Bounds[] {
  const inner = [...shapes.values()].filter(
    ({ holder, kind, host }) => holder === shape.id && kind !== 'lane' && !host,
  );
  const left = shape.kind === 'pool' ? header + margin : margin;
  return inner.flatMap(({ id }) => {
    const box = drawing.get(id)?.bounds;
    return box
      ? [{ x: box.x - left, y: box.y - margin, width: box.width + left + margin, height: box.height + 2 * margin }]
      : [];
  });
}

/** Where a shape may stand: inside of the lane, pool, stage or sub-process that the text puts it into. */
function roomAround({ lane, holder }: DrawnShape, drawing: Drawing, { shapes }: DrawnStructure): Bounds | undefined {
  const frame = lane ?? holder;
  const box = frame === undefined ? undefined : drawing.get(frame)?.bounds;
  if (!box) return undefined;
  const isBand = shapes.get(frame ?? '')?.kind === 'lane' || shapes.get(frame ?? '')?.kind === 'pool';
  const left = isBand ? header + margin : margin;
  return { x: box.x + left, y: box.y + margin, width: box.width - left - margin, height: box.height - 2 * margin };
}

/** The nearest place inside; where there is too little room, its beginning. */
function kept(box: Bounds, room: Bounds | undefined): Bounds {
  if (!room) return box;
  const clamp = (at: number, size: number, from: number, space: number) =>
    Math.max(from, Math.min(at, from + space - size));
  return {
    ...box,
    x: clamp(box.x, box.width, room.x, room.width),
    y: clamp(box.y, box.height, room.y, room.height),
  };
}

/** The part of a box that is inside. */
function within(box: Bounds, room: Bounds | undefined): Bounds {
  if (!room) return box;
  const [x, y] = [Math.max(box.x, room.x), Math.max(box.y, room.y)];
  return {
    x,
    y,
    width: Math.min(box.x + box.width, room.x + room.width) - x,
    height: Math.min(box.y + box.height, room.y + room.height) - y,
  };
}

/** A box that is not too small, and holds all of these. */
function around(box: Bounds, content: readonly Bounds[]): Bounds {
  const all = [
    { ...box, width: Math.max(box.width, least.width), height: Math.max(box.height, least.height) },
    ...content,
  ];
  const [x, y] = [Math.min(...all.map((one) => one.x)), Math.min(...all.map((one) => one.y))];
  return {
    x,
    y,
    width: Math.max(...all.map((one) => one.x + one.width)) - x,
    height: Math.max(...all.map((one) => one.y + one.height)) - y,
  };
}

/** What sits on a border keeps its place along it when the box changes. */
function alongside(box: Bounds, before: Bounds, after: Bounds): Bounds {
  const share = (middle: number, start: number, size: number) => (size === 0 ? 0.5 : (middle - start) / size);
  const [x, y] = [box.x + box.width / 2, box.y + box.height / 2];
  return {
    ...box,
    x: Math.round(after.x + share(x, before.x, before.width) * after.width - box.width / 2),
    y: Math.round(after.y + share(y, before.y, before.height) * after.height - box.height / 2),
  };
}

/** The nearest place whose middle is on the border of the host. */
function onBorder(box: Bounds, host: Bounds): Bounds {
  const clamp = (at: number, from: number, size: number) => Math.max(from, Math.min(at, from + size));
  const x = clamp(box.x + box.width / 2, host.x, host.width);
  const y = clamp(box.y + box.height / 2, host.y, host.height);
  const sides = [
    { far: x - host.x, x: host.x, y },
    { far: host.x + host.width - x, x: host.x + host.width, y },
    { far: y - host.y, x, y: host.y },
    { far: host.y + host.height - y, x, y: host.y + host.height },
  ];
  const [nearest] = sides.sort((a, b) => a.far - b.far);
  return { ...box, x: (nearest?.x ?? x) - box.width / 2, y: (nearest?.y ?? y) - box.height / 2 };
}

/** Gives shapes their new boxes. Texts go along; lines between what moves alike go along too, others with an end at it are to be led anew. */
function redrawn(drawing: Drawing, structure: DrawnStructure, boxes: ReadonlyMap<string, Bounds>): Drawing {
  const result = new Map(drawing);
  const shifts = new Map<string, Shift>();
  for (const [id, bounds] of boxes) {
    const pin = drawing.get(id);
    if (!pin?.bounds || isEqual(pin.bounds, bounds)) continue;
    const shift = { x: bounds.x - pin.bounds.x, y: bounds.y - pin.bounds.y, isWhole: isSameSize(pin.bounds, bounds) };
    shifts.set(id, shift);
    result.set(id, { ...pin, bounds, ...(pin.label && { label: shifted(pin.label, shift) }) });
  }
  const inTheWay = [...shifts.keys()].filter((id) => isSolid(structure.shapes.get(id)));
  for (const { key, ends } of structure.lines) {
    const pin = result.get(key);
    if (!pin?.path) continue;
    const [first, ...others] = ends.map((end) => shifts.get(end));
    const isCarried =
      first?.isWhole === true && others.every((one) => one?.isWhole && one.x === first.x && one.y === first.y);
    const holds = ends.every((end, index) => !shifts.has(end) || isStillAt(pin.path, index, end, shifts, result));
    const stands = holds && !meets(pin, ends, inTheWay, result);
    if (first && isCarried) {
      const path = pin.path.map((point) => ({ x: point.x + first.x, y: point.y + first.y }));
      result.set(key, { ...pin, path, ...(pin.label && { label: shifted(pin.label, first) }) });
    } else if (!stands) {
      const { path: _, label: __, ...rest } = pin;
      result.set(key, rest);
    }
  }
  return result;
}

interface Shift {
  readonly x: number;
  readonly y: number;
  /** Its size is what it was. */
  readonly isWhole: boolean;
}

/** Whether a line still ends on the border of a shape that has another size. @param index 0: it begins there */
function isStillAt(
  path: LayoutPin['path'],
  index: number,
  end: string,
  shifts: ReadonlyMap<string, Shift>,
  drawing: Drawing,
): boolean {
  const [point, next] = index === 0 ? [path?.[0], path?.[1]] : [path?.at(-1), path?.at(-2)];
  const box = drawing.get(end)?.bounds;
  if (shifts.get(end)?.isWhole || !point || !next || !box) return false;
  const [right, bottom] = [box.x + box.width, box.y + box.height];
  const isBeside = point.x >= box.x && point.x <= right && point.y >= box.y && point.y <= bottom;
  const isOnBorder = point.x === box.x || point.x === right || point.y === box.y || point.y === bottom;
  return (
    isBeside &&
    isOnBorder &&
    !passes([point, next], { ...box, x: box.x + 1, y: box.y + 1, width: box.width - 2, height: box.height - 2 })
  );
}

function isEqual(a: Bounds, b: Bounds): boolean {
  return a.x === b.x && a.y === b.y && isSameSize(a, b);
}

function shifted(box: Bounds, { x, y }: Shift): Bounds {
  return { ...box, x: box.x + x, y: box.y + y };
}

/** Whether no line of others may lead through a shape. */
function isSolid(shape: DrawnShape | undefined): boolean {
  return shape !== undefined && !['lane', 'pool', 'group', 'container', 'criterion'].includes(shape.kind);
}

function meets({ path }: LayoutPin, ends: readonly string[], ids: readonly string[], drawing: Drawing): boolean {
  return ids.some((id) => {
    const box = ends.includes(id) ? undefined : drawing.get(id)?.bounds;
    const inner = box && { x: box.x + 1, y: box.y + 1, width: box.width - 2, height: box.height - 2 };
    return inner && path?.slice(1).some((b, index) => passes([path[index] ?? b, b], inner));
  });
}
