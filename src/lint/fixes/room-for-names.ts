/** Room for names in a drawing: larger shapes, and labels elsewhere. */
import type { Bounds } from '../../base/geometry.ts';
import { measureText } from '../../base/text-metrics.ts';
import { drawnLabel, wrapText } from '../../base/text-wrap.ts';
import { type BoundaryEvent, type BPMNShape, is, type ModelElement } from '../../model/index.ts';
import { boundsOf, centerOf, type Drawing } from '../drawings.ts';
import { type ModelChange, set } from './model-change.ts';

/** Px that a shape may grow in width before its name is too long for any. */
const mostWider = 100;
/** Steps in which shapes grow, px; modelers have them on a grid of it. */
const step = 10;
/** Px between a shape that grows and others. */
const gap = 10;

/**
 * Makes the shape of an activity larger around its middle, as little as possible, with the events on its border, and draws the lines
 * at them anew; nothing if something is in the way.
 * @param heightAt how high the name is in a shape of that width, px
 */
export function enlarged(
  drawing: Drawing,
  element: ModelElement,
  heightAt: (width: number) => number,
): ModelChange[] | undefined {
  const before = boundsOf(drawing, element);
  if (!before) return undefined;
  const guests = [...drawing.shapes.keys()].filter(
    (one): one is BoundaryEvent => is(one, 'bpmn:BoundaryEvent') && one.attachedToRef === element,
  );
  const others = [...drawing.shapes].flatMap(([other]) => {
    const isGuest = other === element || guests.some((guest) => guest === other);
    const bounds = isGuest ? undefined : boundsOf(drawing, other as ModelElement);
    return bounds ? [bounds] : [];
  });
  const widths = Array.from({ length: mostWider / step + 1 }, (_, index) => before.width + index * step);
  const sizes = widths.map((width) => ({ width, height: Math.max(before.height, grid(heightAt(width))) }));
  const fitting = sizes
    .map((size) => around(before, size))
    .filter((after) => others.every((other) => (holds(other, before) ? holds(other, after) : !touch(after, other))))
    .sort((one, other) => one.width * one.height - other.width * other.height);
  const [after] = fitting;
  if (!after) return undefined;
  const moved = guests.flatMap((guest) => carried(drawing.shapes.get(guest), before, after));
  const ends: readonly unknown[] = [element, ...guests];
  const lines = drawing.edges.flatMap(({ bpmnElement: line }) =>
    line && ['sourceRef', 'targetRef'].some((end) => [line.get(end)].flat().some((one) => ends.includes(one)))
      ? [line]
      : [],
  );
  const redraw: ModelChange[] = lines.length > 0 ? [{ kind: 'redraw', elements: lines }] : [];
  return [...placed(drawing.shapes.get(element), after), ...moved, ...redraw];
}

/** Puts the label of an element below, above or beside it, where it covers nothing; nothing if there is no such place. */
export function movedLabel(
  drawing: Drawing,
  { bpmnElement: element, label }: BPMNShape,
  isFree: (place: Bounds) => boolean,
): ModelChange[] | undefined {
  const own = element && boundsOf(drawing, element);
  const bounds = label?.bounds;
  if (!own || !bounds) return undefined;
  const { width = 0, height = 0 } = bounds;
  const { x, y } = centerOf(own);
  const [middle, level] = [x - width / 2, y - height / 2];
  const places = [
    { x: middle, y: own.y + own.height + 4 },
    { x: middle, y: own.y - height - 4 },
    { x: own.x + own.width + 4, y: level },
    { x: own.x - width - 4, y: level },
  ];
  const place = places.map((corner) => ({ ...corner, width, height })).find(isFree);
  return place && [set(bounds, 'x', Math.round(place.x)), set(bounds, 'y', Math.round(place.y))];
}

function around(before: Bounds, { width, height }: { readonly width: number; readonly height: number }): Bounds {
  const { x, y } = centerOf(before);
  return { x: x - width / 2, y: y - height / 2, width, height };
}

/** An event on a border keeps its place there. */
function carried(shape: BPMNShape | undefined, before: Bounds, after: Bounds): ModelChange[] {
  if (!shape?.bounds) return [];
  const { x, y, width = 0, height = 0 } = shape.bounds;
  const across = (x + width / 2 - before.x) / before.width;
  const down = (y + height / 2 - before.y) / before.height;
  const [dx, dy] = [after.x + across * after.width - (x + width / 2), after.y + down * after.height - (y + height / 2)];
  const label = shape.label?.bounds;
  return [shape.bounds, ...(label ? [label] : [])].flatMap((one) => [
    set(one, 'x', Math.round(one.x + dx)),
    set(one, 'y', Math.round(one.y + dy)),
  ]);
}

function placed(shape: BPMNShape | undefined, { x, y, width, height }: Bounds): ModelChange[] {
  const bounds = shape?.bounds;
  return bounds
    ? [set(bounds, 'x', x), set(bounds, 'y', y), set(bounds, 'width', width), set(bounds, 'height', height)]
    : [];
}

function grid(length: number): number {
  return Math.ceil(length / step) * step;
}

function holds(outer: Bounds, inner: Bounds): boolean {
  return (
    outer.x <= inner.x &&
    outer.y <= inner.y &&
    outer.x + outer.width >= inner.x + inner.width &&
    outer.y + outer.height >= inner.y + inner.height
  );
}

function touch(one: Bounds, other: Bounds): boolean {
  return (
    one.x - gap < other.x + other.width &&
    other.x - gap < one.x + one.width &&
    one.y - gap < other.y + other.height &&
    other.y - gap < one.y + one.height
  );
}

/** Whether a name fits into a task as bpmn-js draws it: 12 px, 5 px from the border. */
export function nameFits(
  name: string,
  { width, height }: { readonly width: number; readonly height: number },
): boolean {
  const options = { fontSize: 12, width: width - 10 };
  // Two lines in a row are longer than one that is full, so most names fit without being broken.
  const lines = Math.floor(height / (options.fontSize * 1.2));
  if (name.length < 100 && 2 * measureText(name, options) <= (lines - 1) * options.width) return true;
  return nameHeight(name, width) <= height;
}

/** How high a name is in a task of that width, px. */
export function nameHeight(name: string, width: number): number {
  return wrapText(drawnLabel(name), { fontSize: 12, width: width - 10 }).height;
}
