import type { Bounds, Point } from '../../base/geometry.ts';
import { Kept } from '../../base/kept.ts';
import { ascentAndDescent, drawnExtent, type TextStyle } from '../../base/text-metrics.ts';
import { Extent } from './extent.ts';
import { Matrix } from './matrix.ts';
import { parsePath, type Segment } from './path.ts';
import { matrixOf } from './transform.ts';

/** What the box of an element is read from. */
export interface Drawn {
  readonly tagName: string;
  readonly firstChild: DrawnNode | null;
  readonly attributes: Readonly<Record<string, string | number | Matrix>>;
  readonly declarations: Readonly<Record<string, unknown>>;
  readonly textContent: string;
}

/** An element, a text, or a copy. */
interface DrawnNode {
  readonly nextSibling: DrawnNode | null;
}

/** A node that stands for some that are drawn elsewhere, too. */
interface CopyNode extends DrawnNode {
  readonly original: Copied;
}

interface Copied {
  readonly nodes: readonly DrawnNode[];
  readonly hull: Bounds;
}

/** Adds the outline of an element, mapped by a matrix, to the box around it. */
type Measure = (element: Drawn, matrix: Matrix, extent: Extent) => void;

/** An element, and what maps its coordinates to those of the box. */
interface Mapped {
  readonly drawn: Drawn;
  readonly matrix: Matrix;
}

/**
 * The box around an element and all below it in px, in the element's own coordinates, as SVG's `getBBox` has it:
 * without stroke and markers, without what is not displayed.
 */
export function boundingBox(element: Drawn): Bounds {
  const walk = new Walk();
  walk.meet(element, Matrix.unit);
  walk.goOn();
  for (const { drawn, matrix } of walk.late) lateMeasures[drawn.tagName]?.(drawn, matrix, walk.extent);
  return walk.extent.bounds;
}

/** A box that nodes do not leave, around the curves' controls. */
export function hullAround(nodes: readonly DrawnNode[]): Bounds {
  const walk = new Walk();
  for (const node of nodes) walk.enter(node, Matrix.unit);
  walk.goOn();
  for (const { drawn, matrix } of walk.late) {
    if (drawn.tagName === 'path') addBox(hullOf(String(drawn.attributes.d ?? '')), matrix, walk.extent);
    else lateMeasures[drawn.tagName]?.(drawn, matrix, walk.extent);
  }
  return walk.extent.bounds;
}

const measures: Readonly<Record<string, Measure>> = {
  rect: measureRect,
  circle: measureCircle,
  polygon: measurePolygon,
  polyline: measurePolygon,
};

const lateMeasures: Readonly<Record<string, Measure>> = { path: measurePath, text: measureLabel };

/** Measures elements with all that is below them, in one loop: V8 would optimize what calls itself again and again, with ever more of it. */
class Walk {
  readonly extent = new Extent();
  /** What is measured when all else has been: most lies well within the rest, which is seen sooner than how far it reaches. */
  readonly late: Mapped[] = [];
  /** What was not looked into yet. */
  readonly #groups: Mapped[] = [];
  readonly #copies: { readonly original: Copied; readonly matrix: Matrix }[] = [];

  /** Looks into all groups and copies that were met, and into those in them. */
  goOn(): void {
    for (;;) {
      for (let group = this.#groups.pop(); group; group = this.#groups.pop())
        for (let child = group.drawn.firstChild; child; child = child.nextSibling) this.enter(child, group.matrix);
      const copy = this.#copies.pop();
      if (!copy) return;
      const { original, matrix } = copy;
      if (!holdsRect(original.hull, matrix, this.extent)) for (const node of original.nodes) this.enter(node, matrix);
    }
  }

  /** Measures a node in the coordinates of what it is in. */
  enter(node: DrawnNode, matrix: Matrix): void {
    if (isDrawn(node)) {
      if (node.declarations.display === 'none') return;
      const { transform } = node.attributes;
      this.meet(node, transform === undefined ? matrix : matrix.multiply(matrixOf(transform)));
    } else if (isCopy(node)) this.#copies.push({ original: node.original, matrix });
  }

  /** Measures an element in its own coordinates. */
  meet(drawn: Drawn, matrix: Matrix): void {
    const { tagName } = drawn;
    if (tagName === 'g' || tagName === 'svg') this.#groups.push({ drawn, matrix });
    else if (tagName in lateMeasures) this.late.push({ drawn, matrix });
    else measures[tagName]?.(drawn, matrix, this.extent);
  }
}

function isDrawn(node: DrawnNode): node is DrawnNode & Drawn {
  return 'tagName' in node;
}

function isCopy(node: DrawnNode): node is CopyNode {
  return 'original' in node;
}

function numberOf(element: Drawn, name: string): number {
  const value = element.attributes[name];
  return (typeof value === 'number' ? value : Number.parseFloat(String(value))) || 0;
}

function addBox({ x, y, width, height }: Bounds, matrix: Matrix, extent: Extent): void {
  addRect(x, y, width, height, matrix, extent);
}

function addRect(x: number, y: number, width: number, height: number, matrix: Matrix, extent: Extent): void {
  const { b, c } = matrix;
  addMapped(x, y, matrix, extent);
  addMapped(x + width, y + height, matrix, extent);
  // Two corners decide how far the box reaches, unless it is turned.
  if (b === 0 && c === 0) return;
  addMapped(x + width, y, matrix, extent);
  addMapped(x, y + height, matrix, extent);
}

function addMapped(x: number, y: number, { a, b, c, d, e, f }: Matrix, extent: Extent): void {
  extent.addAt(a * x + c * y + e, b * x + d * y + f);
}

function measureRect(element: Drawn, matrix: Matrix, extent: Extent): void {
  const width = numberOf(element, 'width');
  const height = numberOf(element, 'height');
  addRect(numberOf(element, 'x'), numberOf(element, 'y'), width, height, matrix, extent);
}

function measureCircle(element: Drawn, matrix: Matrix, extent: Extent): void {
  const r = numberOf(element, 'r');
  addRect(numberOf(element, 'cx') - r, numberOf(element, 'cy') - r, 2 * r, 2 * r, matrix, extent);
}

function measurePolygon(element: Drawn, matrix: Matrix, extent: Extent): void {
  const numbers = String(element.attributes.points ?? '')
    .trim()
    .split(/[\s,]+/)
    .map(Number);
  for (let index = 0; index + 1 < numbers.length; index += 2)
    addMapped(numbers[index] ?? 0, numbers[index + 1] ?? 0, matrix, extent);
}

function measurePath(element: Drawn, matrix: Matrix, extent: Extent): void {
  const data = String(element.attributes.d ?? '');
  // A curve does not leave the box around its controls: where that box widens nothing, the curve need not be followed.
  if (holdsRect(hullOf(data), matrix, extent)) return;
  const map = (point: Point): Point => matrix.apply(point);
  for (const { from, to, controls } of parsePath(data)) {
    const mapped: Segment = { from: map(from), to: map(to) };
    extent.addSegment(controls ? { ...mapped, controls: [map(controls[0]), map(controls[1])] } : mapped);
  }
}

/** Whether a mapped box lies inside, by more than numbers are rounded. */
function holdsRect({ x, y, width, height }: Bounds, { a, b, c, d, e, f }: Matrix, extent: Extent): boolean {
  const right = x + width;
  const bottom = y + height;
  if (!extent.holdsAt(a * x + c * y + e, b * x + d * y + f)) return false;
  if (!extent.holdsAt(a * right + c * bottom + e, b * right + d * bottom + f)) return false;
  // Two corners decide, unless the box is turned.
  if (b === 0 && c === 0) return true;
  return (
    extent.holdsAt(a * right + c * y + e, b * right + d * y + f) &&
    extent.holdsAt(a * x + c * bottom + e, b * x + d * bottom + f)
  );
}

/** A box that a path does not leave: around its points and controls. */
function hullOf(data: string): Bounds {
  return absolute.test(data) ? hullOfPairs(data) : iconHulls.get(data);
}

/** A picture draws the same few icons many times. */
const iconHulls = new Kept((data) => {
  const hull = new Extent();
  for (const { from, to, controls = [] } of parsePath(data))
    for (const point of [from, ...controls, to]) hull.add(point);
  return hull.bounds;
});

/** A path of lines and curves whose numbers are all coordinates, in pairs: so connections are drawn, each its own. */
const absolute = /^M[\d.,LC-]*$/;

function hullOfPairs(data: string): Bounds {
  const numbers = data.slice(1).split(/[,LC]/);
  const hull = new Extent();
  for (let index = 0; index + 1 < numbers.length; index += 2)
    hull.addAt(Number(numbers[index]), Number(numbers[index + 1]));
  return hull.bounds;
}

/**
 * A label: a `tspan` with its own place for each line, or a single line without one. White space collapses as XML's default has it; a blank that ends
 * a line takes room unless the line is the last one.
 */
function measureLabel(element: Drawn, matrix: Matrix, extent: Extent): void {
  const style: TextStyle = {
    fontSize: Number.parseFloat(String(element.declarations['font-size'] ?? '')) || 16,
    fontWeight: String(element.declarations['font-weight'] ?? 'normal'),
  };
  const { ascent, descent } = ascentAndDescent(style);
  const spans: Drawn[] = [];
  for (let child = element.firstChild; child; child = child.nextSibling) if (isDrawn(child)) spans.push(child);
  const lines = spans.length > 0 ? spans : [element];
  for (const line of lines) {
    const text = line.textContent;
    if (holdsLine(line, text.length, style.fontSize, matrix, extent)) continue;
    const collapsed = text.replace(/\s+/g, ' ');
    const { left, right } = drawnExtent(line === lines.at(-1) ? collapsed.trimEnd() : collapsed, style);
    if (right === 0) continue;
    addRect(numberOf(line, 'x') + left, numberOf(line, 'y') - ascent, right - left, ascent + descent, matrix, extent);
  }
}

/** In em: no letter takes more, its ink included. */
const widestLetter = 2;

/** Whether a line of so many letters lies inside, however wide they are. To measure a text takes longer than all else. */
function holdsLine(line: Drawn, letters: number, fontSize: number, matrix: Matrix, extent: Extent): boolean {
  const most = widestLetter * fontSize;
  const x = numberOf(line, 'x') - most;
  const y = numberOf(line, 'y') - most;
  return holdsRect({ x, y, width: (letters + 2) * most, height: 2 * most }, matrix, extent);
}
