/** What a model's own diagrams say, as pins: with these the layout draws it again as it is. */
import type { Bounds, Point } from '../base/geometry.ts';
import {
  allElements,
  attributesSaid,
  type BPMNDiagram,
  type BPMNEdge,
  type BPMNShape,
  type Definitions,
  is,
  isElement,
  type ModelElement,
  ownPropertyOf,
} from '../model/index.ts';
import { isDrawn } from './farthest.ts';
import type { FurtherDiagram, LayoutPin } from './layout-file.ts';
import { noPins, type Pins } from './pins.ts';
import { isPort } from './read-nodes.ts';

/**
 * Reads the drawing of a model. The first diagram of an element is its main one, others are further ones. What is not drawn although
 * its diagram exists is kept as undrawn; what is neither a whole box nor a line says nothing.
 */
export function drawingOf(definitions: Definitions): Pins {
  const diagrams = definitions.diagrams.filter(({ plane }) => plane && plane.planeElement.length > 0);
  if (diagrams.length === 0) return { ...noPins, drawing: false };
  const pins = new Map<string, LayoutPin>();
  const further: FurtherDiagram[] = [];
  const roots = new Set<ModelElement>();
  for (const [index, diagram] of diagrams.entries()) {
    const root = diagram.plane?.bpmnElement;
    const of = root?.id;
    if (!root || of === undefined || !roots.has(root)) readInto(pins, diagram);
    else further.push({ ...nameOf(diagram, index), of, pins: readInto(new Map(), diagram) });
    if (root) roots.add(root);
  }
  for (const element of allElements(definitions)) {
    const id = element.get('id');
    if (typeof id === 'string' && !pins.has(id) && isDrawable(element)) pins.set(id, { undrawn: true });
  }
  return { drawing: true, pins, further, frames: [] };
}

function nameOf({ id, name }: BPMNDiagram, index: number): { id: string; name?: string } {
  return { id: id ?? `BPMNDiagram_${index + 1}`, ...(name !== undefined && { name }) };
}

function readInto(pins: Map<string, LayoutPin>, { plane }: BPMNDiagram): Map<string, LayoutPin> {
  const shapes = plane?.planeElement ?? [];
  for (const element of shapes) {
    const pin = is(element, 'bpmndi:BPMNShape')
      ? shapePin(element, shapes)
      : is(element, 'bpmndi:BPMNEdge') && edgePin(element);
    const id = element.get('bpmnElement');
    if (pin && isElement(id) && typeof id.get('id') === 'string' && !pins.has(String(id.get('id'))))
      pins.set(String(id.get('id')), pin);
  }
  return pins;
}

/** What a shape or a line says; undefined for what is neither a whole box nor a line. */
export function pinOf(shown: BPMNShape | BPMNEdge): LayoutPin | undefined {
  const shapes = shown.$parent?.get('planeElement');
  return is(shown, 'bpmndi:BPMNShape') ? shapePin(shown, Array.isArray(shapes) ? shapes : []) : edgePin(shown);
}

function shapePin(shape: BPMNShape, shapes: readonly ModelElement[]): LayoutPin | undefined {
  const bounds = wholeBounds(shape.bounds);
  if (!bounds) return undefined;
  const label = wholeBounds(shape.label?.bounds);
  const element = shape.bpmnElement;
  return {
    bounds,
    ...(label && { label }),
    ...(element && is(element, 'bpmn:SubProcess') && { expanded: shape.isExpanded ?? isAround(shape, shapes) }),
    ...(shape.isHorizontal === false && { vertical: true as const }),
    ...(element && is(element, 'bpmn:ExclusiveGateway') && !shape.isMarkerVisible && { unmarked: true as const }),
    ...coloursOf(shape),
  };
}

/** Some tools do not say that a sub-process is open: it is where its content is drawn within it. */
function isAround({ bpmnElement, bounds }: BPMNShape, shapes: readonly ModelElement[]): boolean {
  const outer = wholeBounds(bounds);
  return shapes.some((shape) => {
    const inner =
      is(shape, 'bpmndi:BPMNShape') && shape.bpmnElement?.$parent === bpmnElement && wholeBounds(shape.bounds);
    return outer && inner && contains(outer, inner);
  });
}

function contains(outer: Bounds, inner: Bounds): boolean {
  const isWithin = inner.x >= outer.x && inner.x + inner.width <= outer.x + outer.width;
  return isWithin && inner.y >= outer.y && inner.y + inner.height <= outer.y + outer.height;
}

function edgePin(edge: BPMNEdge): LayoutPin | undefined {
  const path = wholePath(edge.waypoint);
  if (!path) return undefined;
  const label = wholeBounds(edge.label?.bounds);
  return { path, ...(label && { label }), ...coloursOf(edge) };
}

/** Points with two numbers each, two or more of them. */
export function wholePath(points: readonly Partial<Point>[]): Point[] | undefined {
  const path: Point[] = [];
  for (const point of points) {
    const { x = 0, y = 0 } = point;
    if (!hasNumber(point, 'x') || !hasNumber(point, 'y') || !isDrawn(x, y)) return undefined;
    path.push({ x, y });
  }
  return path.length > 1 ? path : undefined;
}

/** Box of numbers. What the file gives no number for (NaN) has the meta-model's default, which is no place: it pins nothing. */
export function wholeBounds(bounds: Partial<Bounds> | undefined): Bounds | undefined {
  if (!bounds || !['x', 'y', 'width', 'height'].every((name) => hasNumber(bounds, name))) return undefined;
  const { x = 0, y = 0, width = 0, height = 0 } = bounds;
  return isDrawn(x, y, width, height) && width >= 0 && height >= 0 ? { x, y, width, height } : undefined;
}

/** Of the two vocabularies that modelers write the first that says something. */
export function coloursOf(element: ModelElement): { fill?: string; stroke?: string } {
  const said = attributesSaid(element);
  const fill = said['bioc:fill'] ?? said['color:background-color'];
  const stroke = said['bioc:stroke'] ?? said['color:border-color'];
  return { ...(fill !== undefined && { fill }), ...(stroke !== undefined && { stroke }) };
}

/** What has a shape or a line in a whole drawing. */
export function isDrawable(element: ModelElement): boolean {
  return DRAWABLE.some((type) => element.$instanceOf(type)) || isPort(element);
}

const DRAWABLE = [
  ...['bpmn:FlowNode', 'bpmn:SequenceFlow', 'bpmn:MessageFlow', 'bpmn:Association', 'bpmn:DataAssociation'],
  ...['bpmn:Participant', 'bpmn:Lane'],
  ...['bpmn:DataObjectReference', 'bpmn:DataStoreReference', 'bpmn:TextAnnotation', 'bpmn:Group'],
];

/** Whether a point or box of a model or of a layout file says a number itself. */
function hasNumber(place: object, name: string): boolean {
  return isElement(place) ? ownPropertyOf(place, name) !== undefined : Object.hasOwn(place, name);
}
