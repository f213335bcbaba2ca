/** What a picture shows, in words that a fixture's author can check by eye: rows, bends, ports, containment. */
import { wrapText } from '../../src/base/text-wrap.ts';
import { type BPMNDiagram, type BPMNEdge, type BPMNShape, is } from '../../src/model/index.ts';
import { crossingsOf } from './quality.ts';

/** All facts are optional; ids are those of the model. */
export interface Facts {
  /** Each list: nodes of one height, from left to right; the lists from top to bottom. */
  readonly rows?: readonly (readonly string[])[];
  /** Each list: nodes above one another, from top to bottom. */
  readonly columns?: readonly (readonly string[])[];
  /** Bends of a flow. */
  readonly bends?: Readonly<Record<string, number>>;
  /** Sides at which a flow leaves and enters: `bottom left`. */
  readonly ports?: Readonly<Record<string, string>>;
  /** Each list: flows that begin at points of their own. */
  readonly apart?: readonly (readonly string[])[];
  /** Shapes that lie within another. */
  readonly inside?: Readonly<Record<string, readonly string[]>>;
  /** Shapes from top to bottom. */
  readonly order?: readonly (readonly string[])[];
  /** Width and height in px: `100x80`. */
  readonly sizes?: Readonly<Record<string, string>>;
  /** Lines of the label beside a shape, as bpmn-js breaks it: `Request / received`. */
  readonly labels?: Readonly<Record<string, string>>;
  readonly crossings?: number;
  readonly diagrams?: number;
}

interface Box {
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
}

/** The facts of the diagrams that `wanted` asks for, to be compared with it. */
export function factsOf(diagrams: readonly BPMNDiagram[], wanted: Facts): Facts {
  const elements = diagrams.flatMap((diagram) => diagram.plane?.planeElement ?? []);
  const shapes = elements.filter((element) => is(element, 'bpmndi:BPMNShape'));
  const boxes = new Map(shapes.map((shape) => [shape.bpmnElement?.id ?? '', boxOf(shape)]));
  const edges = new Map(
    elements.filter((element) => is(element, 'bpmndi:BPMNEdge')).map((edge) => [edge.bpmnElement?.id ?? '', edge]),
  );
  const box = (id: string): Box =>
    boxes.get(id) ?? { left: Number.NaN, right: Number.NaN, top: Number.NaN, bottom: Number.NaN };
  const bends = (id: string) => (edges.get(id)?.waypoint.length ?? 0) - 2;
  const ports = (id: string) => portsOf(edges.get(id), box);
  const label = (id: string) => labelLines(shapes.find((shape) => shape.bpmnElement?.id === id));
  return {
    ...(wanted.rows && { rows: rowsOf(wanted.rows.flat(), box) }),
    ...(wanted.columns && { columns: columnsOf(wanted.columns.flat(), box) }),
    ...(wanted.bends && { bends: Object.fromEntries(Object.keys(wanted.bends).map((id) => [id, bends(id)])) }),
    ...(wanted.ports && { ports: Object.fromEntries(Object.keys(wanted.ports).map((id) => [id, ports(id)])) }),
    ...(wanted.apart && { apart: wanted.apart.map((ids) => apartOf(ids, edges)) }),
    ...(wanted.inside && { inside: insideOf(wanted.inside, box) }),
    ...(wanted.order && { order: wanted.order.map((ids) => [...ids].sort((a, b) => box(a).top - box(b).top)) }),
    ...(wanted.sizes && { sizes: Object.fromEntries(Object.keys(wanted.sizes).map((id) => [id, sizeOf(box(id))])) }),
    ...(wanted.labels && { labels: Object.fromEntries(Object.keys(wanted.labels).map((id) => [id, label(id)])) }),
    ...(wanted.crossings !== undefined && {
      crossings: diagrams.reduce((sum, diagram) => sum + crossingsOf(diagram), 0),
    }),
    ...(wanted.diagrams !== undefined && { diagrams: diagrams.length }),
  };
}

function sizeOf({ left, right, top, bottom }: Box): string {
  return `${right - left}x${bottom - top}`;
}

/** The flows that begin where none before them in the list does. */
function apartOf(ids: readonly string[], edges: ReadonlyMap<string, BPMNEdge>): string[] {
  const begins = new Set<string>();
  return ids.filter((id) => {
    const { x, y } = edges.get(id)?.waypoint[0] ?? {};
    const isNew = !begins.has(`${x},${y}`);
    begins.add(`${x},${y}`);
    return isNew;
  });
}

/** bpmn-js breaks lines for the width that the drawing says. */
function labelLines(shape: BPMNShape | undefined): string {
  const text = String(shape?.bpmnElement?.get('name'));
  const width = shape?.label?.bounds?.width ?? 0;
  const { lines } = wrapText(text, { fontSize: 11, width });
  return lines.map((line) => line.trim()).join(' / ');
}

function boxOf({ bounds }: BPMNShape): Box {
  const { x = 0, y = 0, width = 0, height = 0 } = bounds ?? {};
  return { left: x, right: x + width, top: y, bottom: y + height };
}

/** Nodes of one height, rows from top to bottom, in each from left to right. */
function rowsOf(ids: readonly string[], box: (id: string) => Box): string[][] {
  const byHeight = Map.groupBy(ids, (id) => box(id).top + box(id).bottom);
  const rows = [...byHeight].sort(([a], [b]) => a - b).map(([, row]) => row.sort((a, b) => box(a).left - box(b).left));
  // Contents of a sub-process, or diagrams of one file, may be level with something else: the wanted order decides between equals.
  return rows;
}

/** Nodes with one middle, columns from left to right, in each from top to bottom. */
function columnsOf(ids: readonly string[], box: (id: string) => Box): string[][] {
  const byMiddle = Map.groupBy(ids, (id) => box(id).left + box(id).right);
  return [...byMiddle].sort(([a], [b]) => a - b).map(([, column]) => column.sort((a, b) => box(a).top - box(b).top));
}

function portsOf(edge: BPMNEdge | undefined, box: (id: string) => Box): string {
  const flow = edge?.bpmnElement;
  const [source, target] = [flow?.get('sourceRef'), flow?.get('targetRef')].map(idOf);
  return `${sideOf(edge?.waypoint[0], box(source ?? ''))} ${sideOf(edge?.waypoint.at(-1), box(target ?? ''))}`;
}

function idOf(element: unknown): string {
  return typeof element === 'object' && element !== null && 'id' in element ? String(element.id) : '';
}

function sideOf(point: { x: number; y: number } | undefined, { left, right, top, bottom }: Box): string {
  if (!point) return 'nowhere';
  const distances = {
    left: Math.abs(point.x - left),
    right: Math.abs(point.x - right),
    top: Math.abs(point.y - top),
    bottom: Math.abs(point.y - bottom),
  };
  return Object.entries(distances).reduce((best, next) => (next[1] < best[1] ? next : best))[0];
}

function insideOf(wanted: NonNullable<Facts['inside']>, box: (id: string) => Box): NonNullable<Facts['inside']> {
  const isInside = (inner: Box, outer: Box) =>
    inner.left >= outer.left && inner.right <= outer.right && inner.top >= outer.top && inner.bottom <= outer.bottom;
  return Object.fromEntries(
    Object.entries(wanted).map(([outer, ids]) => [outer, ids.filter((id) => isInside(box(id), box(outer)))]),
  );
}
