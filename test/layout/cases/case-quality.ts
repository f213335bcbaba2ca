/**
 * Judges a drawing of cases by its places alone: what lies on what, what runs through what, what is not where it belongs. It knows nothing of the
 * layout, so that it also judges what people drew.
 */
import type { Bounds, Point } from '../../../src/base/geometry.ts';
import { passes } from '../../../src/layout/passes.ts';
import { type CmmnDi, is } from '../../../src/model/index.ts';
import type { Metrics } from '../metrics.ts';
import { CaseDrawing, contains, type Edge, type Segment, type Shape, segmentsOf } from './case-drawing.ts';

export type CaseDefectKind =
  | 'item-on-item'
  | 'outside-parent'
  | 'not-on-border'
  | 'connector-through-item'
  | 'oblique'
  | 'loose-end'
  | 'words-on-item'
  | 'words-on-words';

/** What is wrong, and the ids of the elements that it is between. */
export interface CaseDefect {
  readonly kind: CaseDefectKind;
  readonly elements: readonly string[];
}

/** What must never be. */
export function caseDefectsOf(drawing: CaseDrawing): CaseDefect[] {
  return [
    ...overlaps(drawing.shapes),
    ...drawing.shapes.flatMap((shape) => placeDefects(shape, drawing)),
    ...drawing.edges.flatMap((edge) => edgeDefects(edge, drawing)),
    ...wordDefects(drawing),
  ];
}

/** Places where two lines cross. */
export function crossingsOf({ edges }: CaseDrawing): number {
  return countPairs(edges, crosses);
}

/** Stretches where two lines that have no end in common lie on each other. */
export function coversOf({ edges }: CaseDrawing): number {
  return countPairs(edges, (a, b, one, other) => !sharesEnd(one, other) && liesOn(a, b));
}

/** Turns of all lines. */
export function bendsOf({ edges }: CaseDrawing): number {
  const isTurn = (edge: Edge, index: number) => {
    const [before, at, after] = edge.points.slice(index - 1, index + 2);
    return before && at && after && Math.abs(turn(before, at, after)) > 1;
  };
  return edges.reduce(
    (sum, edge) => sum + edge.points.filter((_, index) => index > 0 && isTurn(edge, index)).length,
    0,
  );
}

/** Square px of the box around all of it. */
export function areaOf({ shapes, edges }: CaseDrawing): number {
  const corners = [
    ...shapes.flatMap(({ box, label }) => (label ? [box, label] : [box])),
    ...edges.flatMap(({ label }) => label ?? []),
  ].flatMap(({ x, y, width, height }) => [x, y, x + width, y + height]);
  const points = edges.flatMap((edge) => edge.points);
  const [xs, ys] = [
    [...corners.filter((_, index) => index % 2 === 0), ...points.map(({ x }) => x)],
    [...corners.filter((_, index) => index % 2 === 1), ...points.map(({ y }) => y)],
  ];
  return xs.length === 0 ? 0 : (Math.max(...xs) - Math.min(...xs)) * (Math.max(...ys) - Math.min(...ys));
}

/** The metrics of all diagrams of one model together. */
export function caseMetricsOf(diagrams: readonly CmmnDi.CMMNDiagram[]): Metrics {
  const drawings = diagrams.map((diagram) => new CaseDrawing(diagram));
  const sum = (figure: (drawing: CaseDrawing) => number) =>
    drawings.reduce((total, drawing) => total + figure(drawing), 0);
  const length = ({ edges }: CaseDrawing) =>
    edges.flatMap(segmentsOf).reduce((total, [a, b]) => total + Math.hypot(b.x - a.x, b.y - a.y), 0);
  return {
    defects: sum((drawing) => caseDefectsOf(drawing).length),
    crossings: sum(crossingsOf),
    bends: sum(bendsOf),
    length: Math.round(sum(length)),
    area: Math.round(sum(areaOf) / 1000),
  };
}

function overlaps(shapes: readonly Shape[]): CaseDefect[] {
  return shapes.flatMap((a, index) =>
    shapes.slice(index + 1).flatMap((b) => {
      if (!meet(a.box, b.box, 0) || isHost(a, b) || isHost(b, a)) return [];
      if ((a.isContainer && contains(a.box, b.box)) || (b.isContainer && contains(b.box, a.box))) return [];
      return [{ kind: 'item-on-item' as const, elements: [a.id, b.id] }];
    }),
  );
}

/** What lies in a stage is drawn in it; a criterion has its middle on the border of its host. */
function placeDefects(shape: Shape, drawing: CaseDrawing): CaseDefect[] {
  const { id, element, box } = shape;
  if (is(element, 'cmmn:Criterion')) return drawing.sideOf(shape) ? [] : [{ kind: 'not-on-border', elements: [id] }];
  const parent = drawing.parentOf(element);
  return parent && !contains(parent.box, box) ? [{ kind: 'outside-parent', elements: [id, parent.id] }] : [];
}

function edgeDefects(edge: Edge, drawing: CaseDrawing): CaseDefect[] {
  const { id, points, ends } = edge;
  const segments = segmentsOf(edge);
  const through = drawing.shapes.filter(
    (shape) => !mayTouch(shape, edge, drawing) && segments.some((segment) => passes(segment, shape.box)),
  );
  const isDocked = [points[0], points.at(-1)].every(
    (point, index) => point && touches(drawing.box(ends[index] ?? ''), point),
  );
  return [
    ...(segments.some(([a, b]) => a.x !== b.x && a.y !== b.y) ? [{ kind: 'oblique' as const, elements: [id] }] : []),
    ...through.map((shape) => ({ kind: 'connector-through-item' as const, elements: [id, shape.id] })),
    ...(isDocked ? [] : [{ kind: 'loose-end' as const, elements: [id] }]),
  ];
}

/** Its own ends, what carries a criterion that it ends at, and stages around an end. */
function mayTouch(shape: Shape, { ends }: Edge, { shapes }: CaseDrawing): boolean {
  if (ends.includes(shape.id)) return true;
  if (shapes.some((other) => ends.includes(other.id) && isHost(shape, other))) return true;
  return shape.isContainer && shapes.some((other) => ends.includes(other.id) && contains(shape.box, other.box));
}

function wordDefects({ shapes, edges }: CaseDrawing): CaseDefect[] {
  const words = [...shapes, ...edges].flatMap(({ id, label }) => (label ? [{ id, label }] : []));
  return words.flatMap(({ id, label }, index) => [
    ...shapes
      .filter((shape) => !shape.isContainer && meet(label, shape.box, -2) && !isInCorner(label, shape))
      .map((shape) => ({ kind: 'words-on-item' as const, elements: [id, shape.id] })),
    ...words
      .slice(index + 1)
      .flatMap((other) =>
        meet(label, other.label, -2) ? [{ kind: 'words-on-words' as const, elements: [id, other.id] }] : [],
      ),
  ]);
}

/** The box around a criterion, which is a rhombus, has free corners. */
function isInCorner(label: Bounds, { element, box }: Shape): boolean {
  const off = (low: number, size: number, middle: number) => Math.max(low - middle, middle - low - size, 0);
  const dx = off(label.x, label.width, box.x + box.width / 2) / (box.width / 2);
  const dy = off(label.y, label.height, box.y + box.height / 2) / (box.height / 2);
  return is(element, 'cmmn:Criterion') && dx + dy >= 1;
}

function isHost(host: Shape, criterion: Shape): boolean {
  return is(criterion.element, 'cmmn:Criterion') && criterion.element.$parent === host.element;
}

/** Whether two boxes meet, the first grown by `by` (shrunk if negative). */
function meet(a: Bounds, b: Bounds, by: number): boolean {
  return a.x - by < b.x + b.width && b.x < a.x + a.width + by && a.y - by < b.y + b.height && b.y < a.y + a.height + by;
}

function touches({ x, y, width, height }: Bounds, point: Point): boolean {
  const isIn = x <= point.x && point.x <= x + width && y <= point.y && point.y <= y + height;
  return isIn && (point.x === x || point.x === x + width || point.y === y || point.y === y + height);
}

/** Pairs of segments of two lines each. */
function countPairs(
  edges: readonly Edge[],
  counts: (a: Segment, b: Segment, one: Edge, other: Edge) => boolean,
): number {
  let count = 0;
  for (const [index, one] of edges.entries())
    for (const other of edges.slice(index + 1))
      for (const a of segmentsOf(one)) for (const b of segmentsOf(other)) if (counts(a, b, one, other)) count++;
  return count;
}

function sharesEnd(one: Edge, other: Edge): boolean {
  return one.ends[0] === other.ends[0] || one.ends[1] === other.ends[1];
}

/** Twice the area of the triangle; its sign says on which side of the line from a to b the third point is. */
function turn(a: Point, b: Point, c: Point): number {
  return (b.x - a.x) * (c.y - a.y) - (b.y - a.y) * (c.x - a.x);
}

/** Lines of any direction; touching is not crossing. */
function crosses([a, b]: Segment, [c, d]: Segment): boolean {
  return turn(a, b, c) * turn(a, b, d) < 0 && turn(c, d, a) * turn(c, d, b) < 0;
}

/** Two parallel stretches within 4 px of each other, with more than 3 px in common. */
function liesOn([a, b]: Segment, [c, d]: Segment): boolean {
  const length = Math.hypot(b.x - a.x, b.y - a.y);
  if (length === 0 || Math.abs(turn(a, b, c)) > 4 * length || Math.abs(turn(a, b, d)) > 4 * length) return false;
  const along = ({ x, y }: Point) => ((x - a.x) * (b.x - a.x) + (y - a.y) * (b.y - a.y)) / length;
  const [low, high] = [Math.min(along(c), along(d)), Math.max(along(c), along(d))];
  return Math.min(high, length) - Math.max(low, 0) > 3;
}
