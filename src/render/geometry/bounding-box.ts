import type { Bounds, Point } from '../../base/geometry.ts';
import { ascentAndDescent, drawnExtent, type TextStyle } from '../../base/text-metrics.ts';
import { Extent } from './extent.ts';
import { Matrix } from './matrix.ts';
import { parsePath, type Segment } from './path.ts';
import { parseTransform } from './transform.ts';

/** What the box of an element is read from. */
export interface Drawn {
  readonly tagName: string;
  readonly childNodes: readonly object[];
  readonly style: Readonly<Record<string, unknown>>;
  readonly textContent: string;
  getAttribute(name: string): string | null;
}

/** The box that grows, and what need not be worked out twice for it. */
interface Measuring {
  readonly extent: Extent;
  /** The box around the points and controls of each path, by its data: a picture draws the same few icons many times. */
  readonly hulls: Map<string, Bounds>;
}

/** Adds the outline of an element, mapped by a matrix, to the box around it. */
type Measure = (element: Drawn, matrix: Matrix, measuring: Measuring) => void;

/**
 * The box around an element and all below it in px, in the element's own coordinates, as SVG's `getBBox` has it:
 * without stroke and markers, without what is not displayed.
 */
export function boundingBox(element: Drawn): Bounds {
  const measuring = { extent: new Extent(), hulls: new Map<string, Bounds>() };
  measures[element.tagName]?.(element, new Matrix(), measuring);
  return measuring.extent.bounds;
}

/** One entry for each element that has an outline or holds some that have. */
const measures: Readonly<Record<string, Measure>> = {
  g: measureChildren,
  svg: measureChildren,
  rect: measureRect,
  circle: measureCircle,
  polygon: measurePolygon,
  polyline: measurePolygon,
  path: measurePath,
  text: measureLabel,
};

function measureChildren(parent: Drawn, matrix: Matrix, measuring: Measuring): void {
  for (const child of parent.childNodes) {
    if (!isDrawn(child) || child.style.display === 'none') continue;
    const transform = child.getAttribute('transform');
    const own = transform === null ? matrix : matrix.multiply(parseTransform(transform));
    measures[child.tagName]?.(child, own, measuring);
  }
}

function isDrawn(node: object): node is Drawn {
  return 'tagName' in node;
}

function numberOf(element: Drawn, name: string): number {
  return Number.parseFloat(element.getAttribute(name) ?? '') || 0;
}

function addRect(rect: Bounds, matrix: Matrix, extent: Extent): void {
  for (const corner of cornersOf(rect, matrix)) extent.add(matrix.apply(corner));
}

/** The corners that decide how far a box reaches when a matrix has mapped it: two of them, unless it is turned. */
function cornersOf({ x, y, width, height }: Bounds, { b, c }: Matrix): Point[] {
  const ends = [
    { x, y },
    { x: x + width, y: y + height },
  ];
  return b === 0 && c === 0 ? ends : [...ends, { x: x + width, y }, { x, y: y + height }];
}

function measureRect(element: Drawn, matrix: Matrix, { extent }: Measuring): void {
  const [x, y] = [numberOf(element, 'x'), numberOf(element, 'y')];
  addRect({ x, y, width: numberOf(element, 'width'), height: numberOf(element, 'height') }, matrix, extent);
}

function measureCircle(element: Drawn, matrix: Matrix, { extent }: Measuring): void {
  const [cx, cy, r] = [numberOf(element, 'cx'), numberOf(element, 'cy'), numberOf(element, 'r')];
  addRect({ x: cx - r, y: cy - r, width: 2 * r, height: 2 * r }, matrix, extent);
}

function measurePolygon(element: Drawn, matrix: Matrix, { extent }: Measuring): void {
  const numbers = (element.getAttribute('points') ?? '')
    .trim()
    .split(/[\s,]+/)
    .map(Number);
  for (let index = 0; index + 1 < numbers.length; index += 2) {
    extent.add(matrix.apply({ x: numbers[index] ?? 0, y: numbers[index + 1] ?? 0 }));
  }
}

function measurePath(element: Drawn, matrix: Matrix, { extent, hulls }: Measuring): void {
  const data = element.getAttribute('d') ?? '';
  const hull = hulls.get(data) ?? hullOf(data);
  hulls.set(data, hull);
  // A curve does not leave the box around its controls: where that box widens nothing, the curve need not be followed.
  if (cornersOf(hull, matrix).every((corner) => extent.holds(matrix.apply(corner)))) return;
  const map = (point: Point): Point => matrix.apply(point);
  for (const { from, to, controls } of parsePath(data)) {
    const mapped: Segment = { from: map(from), to: map(to) };
    extent.addSegment(controls ? { ...mapped, controls: [map(controls[0]), map(controls[1])] } : mapped);
  }
}

function hullOf(data: string): Bounds {
  const hull = new Extent();
  for (const { from, to, controls = [] } of parsePath(data))
    for (const point of [from, ...controls, to]) hull.add(point);
  return hull.bounds;
}

/**
 * A label: a `tspan` with its own place for each line, or a single line without one. White space collapses as XML's default has it; a blank that ends
 * a line takes room unless the line is the last one.
 */
function measureLabel(element: Drawn, matrix: Matrix, { extent }: Measuring): void {
  const style: TextStyle = {
    fontSize: Number.parseFloat(String(element.style['font-size'] ?? '')) || 16,
    fontWeight: String(element.style['font-weight'] ?? 'normal'),
  };
  const { ascent, descent } = ascentAndDescent(style);
  const spans = element.childNodes.filter(isDrawn);
  const lines = spans.length > 0 ? spans : [element];
  for (const line of lines) {
    const collapsed = line.textContent.replace(/\s+/g, ' ');
    const { left, right } = drawnExtent(line === lines.at(-1) ? collapsed.trimEnd() : collapsed, style);
    if (right === 0) continue;
    const [x, y] = [numberOf(line, 'x') + left, numberOf(line, 'y') - ascent];
    addRect({ x, y, width: right - left, height: ascent + descent }, matrix, extent);
  }
}
