/** Which boxes, points and lines of a drawing meet, by how much the eye forgives. */
import type { Bounds, Point } from '../../src/base/geometry.ts';
import { is } from '../../src/model/index.ts';
import type { Edge, Shape } from './drawn.ts';

export function segments(edge: Edge): [Point, Point][] {
  return edge.points.slice(1).map((b, index) => [edge.points[index] ?? b, b]);
}

export function overlap(a: Bounds, b: Bounds): boolean {
  return a.x + 1 < b.x + b.width && b.x + 1 < a.x + a.width && a.y + 1 < b.y + b.height && b.y + 1 < a.y + a.height;
}

export function inside(inner: Bounds, outer: Bounds): boolean {
  return (
    inner.x >= outer.x &&
    inner.y >= outer.y &&
    inner.x + inner.width <= outer.x + outer.width &&
    inner.y + inner.height <= outer.y + outer.height
  );
}

export function onBorder(event: Bounds, host: Bounds): boolean {
  const [x, y] = [event.x + event.width / 2, event.y + event.height / 2];
  const isBeside = x >= host.x && x <= host.x + host.width && y >= host.y && y <= host.y + host.height;
  return isBeside && Math.min(x - host.x, host.x + host.width - x, y - host.y, host.y + host.height - y) <= 1;
}

/** On the outline of a rectangle or rhombus or circle, 2 px give or take. */
export function docks(point: Point, { bounds, element }: Shape): boolean {
  const [dx, dy] = [Math.abs(point.x - bounds.x - bounds.width / 2), Math.abs(point.y - bounds.y - bounds.height / 2)];
  const [halfWidth, halfHeight] = [bounds.width / 2, bounds.height / 2];
  if (is(element, 'bpmn:Gateway')) return Math.abs(dx + dy - halfWidth) <= 2;
  if (is(element, 'bpmn:Event')) return Math.abs(Math.hypot(dx, dy) - halfWidth) <= 2;
  return (
    dx <= halfWidth + 1 && dy <= halfHeight + 1 && Math.min(Math.abs(dx - halfWidth), Math.abs(dy - halfHeight)) <= 2
  );
}

export function shrink({ x, y, width, height }: Bounds, by: number): Bounds {
  return { x: x + by, y: y + by, width: width - 2 * by, height: height - 2 * by };
}

/** Whether a segment of any direction runs through the box (Liang, Barsky 1984). */
export function meets(a: Point, b: Point, box: Bounds): boolean {
  let [first, last] = [0, 1];
  const sides: readonly (readonly [number, number])[] = [
    [a.x - b.x, a.x - box.x],
    [b.x - a.x, box.x + box.width - a.x],
    [a.y - b.y, a.y - box.y],
    [b.y - a.y, box.y + box.height - a.y],
  ];
  for (const [step, room] of sides) {
    if (step === 0 && room <= 0) return false;
    if (step < 0) first = Math.max(first, room / step);
    if (step > 0) last = Math.min(last, room / step);
  }
  return first < last;
}

export function cross(a: Point, b: Point, c: Point, d: Point): boolean {
  const side = (p: Point, q: Point, r: Point) => Math.sign((q.x - p.x) * (r.y - p.y) - (q.y - p.y) * (r.x - p.x));
  return side(a, b, c) * side(a, b, d) < 0 && side(c, d, a) * side(c, d, b) < 0;
}

/** More than 3 px in common. */
export function liesOn(one: Edge, other: Edge): boolean {
  return segments(one).some(([a, b]) =>
    segments(other).some(([c, d]) => {
      const common = (p: number, q: number, r: number, s: number) =>
        Math.min(Math.max(p, q), Math.max(r, s)) - Math.max(Math.min(p, q), Math.min(r, s));
      if (a.y === b.y && c.y === d.y) return Math.abs(a.y - c.y) <= 1 && common(a.x, b.x, c.x, d.x) > 3;
      return a.x === b.x && c.x === d.x && Math.abs(a.x - c.x) <= 1 && common(a.y, b.y, c.y, d.y) > 3;
    }),
  );
}
