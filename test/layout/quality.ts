/**
 * Judges a drawing: what overlaps, what runs through what, what is not where it belongs. Independent of the layout: it reads the finished diagram
 * interchange alone, so it also serves to judge drawings that others made.
 */
import type { Bounds, Point } from '../../src/base/geometry.ts';
import { wrapText } from '../../src/base/text-wrap.ts';
import { middleOf } from '../../src/layout/polyline.ts';
import { type BPMNDiagram, is, type ModelElement } from '../../src/model/index.ts';
import { type Edge, readEdge, readShape, type Shape } from './drawn.ts';
import { cross, docks, inside, liesOn, meets, onBorder, overlap, segments, shrink } from './touching.ts';

export type DefectKind =
  | 'shape-on-shape'
  | 'shape-on-header'
  | 'flow-through-shape'
  | 'flow-along-shape'
  | 'label-on-shape'
  | 'label-on-flow'
  | 'label-on-label'
  | 'label-on-border'
  | 'label-on-envelope'
  | 'message-name-covered'
  | 'arrowheads-touch'
  | 'name-outside-shape'
  | 'label-outside-its-box'
  | 'outside-parent'
  | 'loose-end'
  | 'not-orthogonal'
  | 'flow-on-flow'
  | 'not-on-border';

/** What is wrong, and the ids of the elements that it is between. */
export interface Defect {
  readonly kind: DefectKind;
  readonly elements: readonly [string, string];
}

/** All defects of one diagram. */
export function defectsOf(diagram: BPMNDiagram): Defect[] {
  const elements = diagram.plane?.planeElement ?? [];
  const shapes = elements.filter((element) => is(element, 'bpmndi:BPMNShape')).flatMap(readShape);
  const edges = elements.filter((element) => is(element, 'bpmndi:BPMNEdge')).flatMap(readEdge);
  return [
    ...shapeDefects(shapes),
    ...edgeDefects(edges, shapes),
    ...labelDefects(shapes, edges),
    ...messageDefects(edges),
    ...shapes.flatMap(nameDefects),
    ...[...shapes, ...edges].flatMap(labelHeightDefects),
  ];
}

/** Number of places where two lines cross. */
export function crossingsOf(diagram: BPMNDiagram): number {
  return crossingsAmong(diagram, () => true);
}

/** Number of places where two lines cross, of those that count. */
export function crossingsAmong(diagram: BPMNDiagram, counts: (element: ModelElement) => boolean): number {
  const edges = (diagram.plane?.planeElement ?? [])
    .filter((element) => is(element, 'bpmndi:BPMNEdge'))
    .flatMap(readEdge)
    .filter(({ element }) => counts(element));
  let crossings = 0;
  for (const [index, one] of edges.entries()) {
    for (const other of edges.slice(index + 1)) {
      for (const [a, b] of segments(one)) for (const [c, d] of segments(other)) if (cross(a, b, c, d)) crossings++;
    }
  }
  return crossings;
}

function shapeDefects(shapes: readonly Shape[]): Defect[] {
  const defects: Defect[] = [];
  for (const [index, one] of shapes.entries()) {
    for (const other of shapes.slice(index + 1)) {
      if (overlap(one.bounds, other.bounds) && !mayOverlap(one, other))
        defects.push({ kind: 'shape-on-shape', elements: [one.id, other.id] });
    }
    const covered = shapes.filter(({ header }) => header && !one.isFrame && overlap(one.bounds, header));
    for (const { id } of covered) defects.push({ kind: 'shape-on-header', elements: [one.id, id] });
    const parent = parentShape(one, shapes);
    if (parent && !inside(one.bounds, parent.bounds))
      defects.push({ kind: 'outside-parent', elements: [one.id, parent.id] });
    const host =
      is(one.element, 'bpmn:BoundaryEvent') &&
      shapes.find((shape) => shape.element === one.element.get('attachedToRef'));
    if (host && !onBorder(one.bounds, host.bounds))
      defects.push({ kind: 'not-on-border', elements: [one.id, host.id] });
  }
  return defects;
}

/** Frames lie around what they hold, boundary events on their host. */
function mayOverlap(one: Shape, other: Shape): boolean {
  if (
    is(one.element, 'bpmn:Lane') ||
    is(other.element, 'bpmn:Lane') ||
    is(one.element, 'bpmn:Group') ||
    is(other.element, 'bpmn:Group')
  )
    return true;
  if (hostOf(one) === other.element || hostOf(other) === one.element) return true;
  return (
    (one.isFrame && (inside(other.bounds, one.bounds) || hangsIn(other, one))) ||
    (other.isFrame && (inside(one.bounds, other.bounds) || hangsIn(one, other)))
  );
}

/** An event on the border of a shape within a frame. */
function hangsIn(event: Shape, frame: Shape): boolean {
  return is(event.element, 'bpmn:BoundaryEvent') && isWithin(event.element, frame.element);
}

function hostOf(shape: Shape): unknown {
  return is(shape.element, 'bpmn:BoundaryEvent') ? shape.element.attachedToRef : undefined;
}

function isWithin(element: ModelElement, frame: ModelElement): boolean {
  const around = is(frame, 'bpmn:Participant') ? frame.processRef : frame;
  for (let parent = element.$parent; parent; parent = parent.$parent) if (parent === around) return true;
  return false;
}

/** The frame that an element's container is drawn as. */
function parentShape(shape: Shape, shapes: readonly Shape[]): Shape | undefined {
  if (!is(shape.element, 'bpmn:FlowNode') || is(shape.element, 'bpmn:BoundaryEvent')) return undefined;
  const lane = shapes.findLast(
    ({ element }) => is(element, 'bpmn:Lane') && element.flowNodeRef.some((node) => node === shape.element),
  );
  return (
    lane ??
    shapes.find(
      ({ element }) =>
        element === shape.element.$parent ||
        (is(element, 'bpmn:Participant') && element.processRef === shape.element.$parent),
    )
  );
}

function edgeDefects(edges: readonly Edge[], shapes: readonly Shape[]): Defect[] {
  const defects: Defect[] = [];
  for (const [index, edge] of edges.entries()) {
    const ends = endsOf(edge.element);
    for (const shape of shapes) {
      if (runsThrough(edge, shape, ends)) defects.push({ kind: 'flow-through-shape', elements: [edge.id, shape.id] });
      else if (runsAlong(edge, shape)) defects.push({ kind: 'flow-along-shape', elements: [edge.id, shape.id] });
    }
    for (const [place, end] of ends.entries()) {
      const shape = shapes.find(({ element }) => element === end);
      const point = place === 0 ? edge.points[0] : edge.points.at(-1);
      if (shape && point && !docks(point, shape)) defects.push({ kind: 'loose-end', elements: [edge.id, shape.id] });
    }
    const leaving = edgeOutsideBands(edge, shapes);
    if (leaving) defects.push({ kind: 'outside-parent', elements: [edge.id, leaving.id] });
    if (!mayLean(edge) && segments(edge).some(([a, b]) => a.x !== b.x && a.y !== b.y))
      defects.push({ kind: 'not-orthogonal', elements: [edge.id, ''] });
    for (const other of edges.slice(index + 1)) {
      if (!sharesEnd(ends, endsOf(other.element)) && liesOn(edge, other))
        defects.push({ kind: 'flow-on-flow', elements: [edge.id, other.id] });
    }
  }
  return defects;
}

/** Of a process without a pool: the lane around the begin of a line that ends in one too, where the line leaves all lanes between. */
function edgeOutsideBands(edge: Edge, shapes: readonly Shape[]): Shape | undefined {
  const bandAt = ({ x, y }: Point) =>
    shapes.find((shape) => isBand(shape) && inside({ x, y, width: 0, height: 0 }, shape.bounds));
  const [first, last] = [edge.points.at(0), edge.points.at(-1)];
  const mayLeave = shapes.some(({ element }) => is(element, 'bpmn:Participant'));
  if (mayLeave || !first || !last || !bandAt(last)) return undefined;
  return edge.points.every(bandAt) ? undefined : bandAt(first);
}

/** People draw associations straight from shape to shape. */
function mayLean({ element }: Edge): boolean {
  return is(element, 'bpmn:Association') || is(element, 'bpmn:DataAssociation');
}

/** Source and target as the model has them. */
function endsOf(element: ModelElement): readonly [unknown, unknown] {
  const first = (value: unknown) => (Array.isArray(value) ? value[0] : value);
  if (is(element, 'bpmn:DataInputAssociation')) return [first(element.sourceRef), element.$parent];
  if (is(element, 'bpmn:DataOutputAssociation')) return [element.$parent, element.targetRef];
  return [first(element.get('sourceRef')), first(element.get('targetRef'))];
}

function runsThrough(edge: Edge, shape: Shape, ends: readonly [unknown, unknown]): boolean {
  if (is(shape.element, 'bpmn:Participant') || is(shape.element, 'bpmn:Lane') || is(shape.element, 'bpmn:Group'))
    return false;
  const parts = segments(edge);
  const own = ends.indexOf(shape.element);
  if (own >= 0) {
    // Round and rhombic shapes do not fill their box.
    const box = shrink(shape.bounds, is(shape.element, 'bpmn:Activity') ? 2 : shape.bounds.width * 0.2);
    return (own === 0 ? parts.slice(1) : parts.slice(0, -1)).some(([a, b]) => meets(a, b, box));
  }
  if (shape.isFrame && ends.some((end) => isElement(end) && isWithin(end, shape.element))) return false;
  return parts.some(([a, b]) => meets(a, b, shrink(shape.bounds, 2)));
}

/** So near along one of its sides that the flow looks like a part of the shape. */
function runsAlong(edge: Edge, { bounds, isFrame }: Shape): boolean {
  const near = (place: number, low: number, size: number) => {
    const off = Math.max(low - place, place - low - size);
    return off >= 0 && off < 4;
  };
  const common = (p: number, q: number, low: number, size: number) =>
    Math.min(Math.max(p, q), low + size) - Math.max(Math.min(p, q), low);
  const { x, y, width, height } = bounds;
  return (
    !isFrame &&
    segments(edge).some(([a, b]) =>
      a.y === b.y
        ? near(a.y, y, height) && common(a.x, b.x, x, width) > 3
        : a.x === b.x && near(a.x, x, width) && common(a.y, b.y, y, height) > 3,
    )
  );
}

function isElement(value: unknown): value is ModelElement {
  return typeof value === 'object' && value !== null && '$type' in value;
}

function sharesEnd(a: readonly [unknown, unknown], b: readonly [unknown, unknown]): boolean {
  return a[0] === b[0] || a[1] === b[1];
}

function labelDefects(shapes: readonly Shape[], edges: readonly Edge[]): Defect[] {
  const labelled = [...shapes, ...edges].flatMap(({ id, label, element }) =>
    label ? [{ id, element, box: shrink(label, 2) }] : [],
  );
  const defects: Defect[] = [];
  for (const [index, { id, box, element }] of labelled.entries()) {
    for (const shape of shapes) {
      if (!shape.isFrame && shape.element !== element && covers(shape, box))
        defects.push({ kind: 'label-on-shape', elements: [id, shape.id] });
    }
    for (const edge of edges) {
      if (segments(edge).some(([a, b]) => meets(a, b, box)))
        defects.push({ kind: 'label-on-flow', elements: [id, edge.id] });
      const envelope = envelopeOn(edge);
      if (envelope && overlap(envelope, box)) defects.push({ kind: 'label-on-envelope', elements: [id, edge.id] });
    }
    for (const shape of shapes)
      if (isBand(shape) && overlap(shape.bounds, box) && !inside(box, shape.bounds))
        defects.push({ kind: 'label-on-border', elements: [id, shape.id] });
    for (const other of labelled.slice(index + 1))
      if (overlap(box, other.box)) defects.push({ kind: 'label-on-label', elements: [id, other.id] });
  }
  return defects;
}

/** Messages whose ends lie so close to those of other lines that arrowheads touch, and names of messages that another line or name covers. */
function messageDefects(edges: readonly Edge[]): Defect[] {
  const defects: Defect[] = [];
  for (const edge of edges.filter(({ element }) => is(element, 'bpmn:MessageFlow'))) {
    const name = messageNameOn(edge);
    for (const other of edges) {
      if (other === edge) continue;
      const touches = markedEnds(edge).some((a) =>
        markedEnds(other).some((b) => a.y === b.y && a.x !== b.x && Math.abs(a.x - b.x) < 15),
      );
      if (touches) defects.push({ kind: 'arrowheads-touch', elements: [edge.id, other.id] });
      const otherName = messageNameOn(other);
      if (name && (segments(other).some(([a, b]) => meets(a, b, name)) || (otherName && overlap(name, otherName))))
        defects.push({ kind: 'message-name-covered', elements: [edge.id, other.id] });
    }
  }
  return defects;
}

/** Where an arrowhead or a circle is drawn: messages have one at either end. */
function markedEnds({ element, points }: Edge): readonly Point[] {
  const ends = is(element, 'bpmn:MessageFlow') ? [points.at(0), points.at(-1)] : [points.at(-1)];
  return ends.filter((point) => point !== undefined);
}

/** bpmn-js draws it below the envelope, beginning on the flow. */
function messageNameOn({ element, points }: Edge): Bounds | undefined {
  const name = is(element, 'bpmn:MessageFlow') && element.messageRef?.name;
  if (!name) return undefined;
  const { x, y } = middleOf(points);
  const { width, height } = wrapText(name, { fontSize: 12, width: 150 });
  return { x, y: y + 10, width, height };
}

function covers(shape: Shape, box: Bounds): boolean {
  const isFull = !is(shape.element, 'bpmn:Event') && !is(shape.element, 'bpmn:Gateway');
  return overlap(isFull ? shape.bounds : shrink(shape.bounds, 4), box);
}

function isBand({ element }: Shape): boolean {
  return is(element, 'bpmn:Participant') || is(element, 'bpmn:Lane');
}

/** bpmn-js draws one in the middle of a message flow that names its message. */
function envelopeOn({ element, points }: Edge): Bounds | undefined {
  if (!is(element, 'bpmn:MessageFlow') || !element.messageRef) return undefined;
  const { x, y } = middleOf(points);
  return { x: x - 11, y: y - 7, width: 22, height: 14 };
}

/** Whether bpmn-js draws the name of an activity over its border, or over the marks at its lower border, or a note beyond its bracket. */
function nameDefects({ id, element, isFrame, bounds }: Shape): Defect[] {
  const text = is(element, 'bpmn:TextAnnotation') ? element.text : is(element, 'bpmn:Activity') && element.name;
  if (!text || isFrame) return [];
  const { height } = wrapText(text, { fontSize: 12, width: bounds.width - 14 });
  return height > bounds.height - unwritten(element) ? [{ kind: 'name-outside-shape', elements: [id, ''] }] : [];
}

/** How much of the height of a shape its text leaves free, in px. */
function unwritten(element: ModelElement): number {
  if (is(element, 'bpmn:TextAnnotation')) return 14;
  const isMarked = is(element, 'bpmn:Activity') && (!is(element, 'bpmn:Task') || element.loopCharacteristics);
  return isMarked ? 36 : 4;
}

/** Whether bpmn-js draws more lines of a label, at the width that the drawing gives it, than its box has room for. */
function labelHeightDefects({ id, element, label }: Shape | Edge): Defect[] {
  const name = element.get('name');
  if (!label || typeof name !== 'string') return [];
  const { height } = wrapText(name.trimEnd(), { fontSize: 11, width: label.width });
  return height > label.height + 1 ? [{ kind: 'label-outside-its-box', elements: [id, ''] }] : [];
}
