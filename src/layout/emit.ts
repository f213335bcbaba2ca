/**
 * Pass L. Needs: bounds, points and label boxes of a sheet. Leaves: a BPMNDiagram in integers, upper left corner at 80,80. Source: BPMN 2.0.2,
 * chapter 12 (diagram interchange).
 */
import type { Bounds, Point } from '../base/geometry.ts';
import {
  type BaseElement,
  type BPMNDiagram,
  type BPMNEdge,
  type BPMNLabel,
  type BPMNShape,
  createElement,
  is,
  setReferenceText,
} from '../model/index.ts';
import type { LayoutPin } from './layout-file.ts';
import { boundsOf, type Flow, type LayoutNode } from './scope.ts';
import type { GroupFrame, LaneFrame, Sheet } from './sheet.ts';

const origin = 80;

/** What a sheet's pins say beside where things stand, and the exact boxes of those that stand by a pin. */
export interface Emission {
  readonly pins: ReadonlyMap<string, LayoutPin>;
  /** With it everything stays where it is; without, the drawing begins at 80,80. */
  readonly bounds?: ReadonlyMap<LayoutNode, Bounds>;
  readonly labels?: ReadonlyMap<unknown, Bounds>;
}

/** The diagram of a sheet; `number` counts the diagrams of a file from 1. */
export function emit(
  sheet: Sheet,
  number: number,
  { pins, bounds: exact, labels }: Emission = { pins: new Map() },
): BPMNDiagram {
  const move = exact ? still : mover(sheet);
  const ids = new Set<string>();
  const shapes: (BPMNShape | BPMNEdge)[] = [];
  const add = (id: string | undefined, make: () => BPMNShape | BPMNEdge) => {
    const pin = id === undefined ? undefined : pins.get(id);
    if (id === undefined || ids.has(id) || pin?.undrawn) return;
    ids.add(id);
    shapes.push(pinned(make(), pin));
  };
  const boxOf = (node: LayoutNode) => exact?.get(node) ?? move.bounds(boundsOf(node));
  for (const { element, node } of sheet.pools) {
    const label = node.labelBounds && move.bounds(node.labelBounds);
    add(element.id, () => shape(element, boxOf(node), label, { isHorizontal: true }));
  }
  const addFrame = (frame: LaneFrame | GroupFrame, facts: ShapeFacts) => {
    const { element, bounds } = frame;
    if (bounds) add(element.id, () => shape(element, move.bounds(bounds), labels?.get(frame), facts));
  };
  for (const lane of sheet.lanes) addFrame(lane, { isHorizontal: true });
  for (const [element, node] of sheet.nodes) {
    const label = node.labelBounds && move.bounds(node.labelBounds);
    add(node.id, () => shape(element, boxOf(node), label, nodeFacts(element, node)));
  }
  for (const group of sheet.groups) addFrame(group, {});
  for (const [element, flow] of sheet.flows) if (flow.points.length > 1) add(flow.id, () => edge(element, flow, move));
  return diagramOf(sheet.root, number, shapes);
}

/** A diagram with these shapes and lines on its plane. */
export function diagramOf(root: BaseElement, number: number, planeElement: (BPMNShape | BPMNEdge)[]): BPMNDiagram {
  const plane = createElement('bpmndi:BPMNPlane', { id: `BPMNPlane_${number}`, bpmnElement: root, planeElement });
  return createElement('bpmndi:BPMNDiagram', { id: `BPMNDiagram_${number}`, plane });
}

/** Turns a shape or line into what its pin says of it beside its place. Colours stand in both vocabularies, as bpmn-js writes them. */
export function pinned<T extends BPMNShape | BPMNEdge>(element: T, pin: LayoutPin | undefined): T {
  if (!pin) return element;
  const { fill, stroke } = pin;
  if (fill !== undefined) for (const name of ['bioc:fill', 'color:background-color']) element.set(name, fill);
  if (stroke !== undefined) for (const name of ['bioc:stroke', 'color:border-color']) element.set(name, stroke);
  if (is(element, 'bpmndi:BPMNShape')) {
    if (pin.vertical) element.set('isHorizontal', false);
    if (pin.unmarked) element.set('isMarkerVisible', undefined);
    if (pin.expanded !== undefined) element.set('isExpanded', pin.expanded);
  }
  if (pin.emptyLabel && !element.label) element.set('label', createElement('bpmndi:BPMNLabel'));
  for (const [name, text] of pin.look ?? []) look(element, name, text);
  return element;
}

/** An attribute as the XML has it. */
function look(element: BPMNShape | BPMNEdge, name: string, text: string | undefined): void {
  const [, inLabel, own = ''] = /^(label\.)?(.*)$/.exec(name) ?? [];
  const owner = inLabel ? element.label : element;
  if (!owner) return;
  if (own === 'labelStyle' || own === 'sourceElement' || own === 'targetElement' || own === 'choreographyActivityShape')
    setReferenceText(owner, own, text);
  else owner.set(own, text);
}

/** A shape or line that is its pin and nothing else; undefined if the pin does not say where. @param suffix keeps ids apart in several diagrams */
export function drawnAsPinned(element: BaseElement, pin: LayoutPin, suffix: string): BPMNShape | BPMNEdge | undefined {
  const { bounds, path, label } = pin;
  const parts = {
    id: `${String(element.get('id'))}_di${suffix}`,
    bpmnElement: element,
    ...(label && { label: labelElement(label) }),
  };
  const waypoint = path?.map((point) => createElement('dc:Point', point));
  if (waypoint) return pinned(createElement('bpmndi:BPMNEdge', { ...parts, waypoint }), pin);
  if (!bounds) return undefined;
  const isFrame = is(element, 'bpmn:Participant') || is(element, 'bpmn:Lane');
  const facts = isFrame
    ? { isHorizontal: true }
    : is(element, 'bpmn:ExclusiveGateway')
      ? { isMarkerVisible: true }
      : {};
  return pinned(
    createElement('bpmndi:BPMNShape', { ...parts, ...facts, bounds: createElement('dc:Bounds', bounds) }),
    pin,
  );
}

const still: Mover = { bounds: (bounds) => bounds, point: (point) => point };

interface Mover {
  bounds(bounds: Bounds): Bounds;
  point(point: Point): Point;
}

/** Moves everything so that the drawing begins at 80,80, and to whole pixels. */
function mover(sheet: Sheet): Mover {
  const corner = upperLeft(sheet);
  const dx = origin - Math.floor(corner.x);
  const dy = origin - Math.floor(corner.y);
  return {
    bounds: ({ x, y, width, height }) => ({
      x: Math.round(x) + dx,
      y: Math.round(y) + dy,
      width: Math.round(width),
      height: Math.round(height),
    }),
    point: ({ x, y }) => ({ x: Math.round(x) + dx, y: Math.round(y) + dy }),
  };
}

function upperLeft(sheet: Sheet): Point {
  let [x, y] = [Number.POSITIVE_INFINITY, Number.POSITIVE_INFINITY];
  const add = (point: Point | undefined) => {
    if (!point) return;
    x = Math.min(x, point.x);
    y = Math.min(y, point.y);
  };
  for (const { node } of sheet.pools) add(boundsOf(node));
  for (const [, node] of sheet.nodes) {
    add(boundsOf(node));
    add(node.labelBounds);
  }
  for (const { bounds } of [...sheet.lanes, ...sheet.groups]) add(bounds);
  for (const [, { points, labelBounds }] of sheet.flows) {
    points.forEach(add);
    add(labelBounds);
  }
  return x === Number.POSITIVE_INFINITY ? { x: origin, y: origin } : { x, y };
}

type ShapeFacts = Partial<Pick<BPMNShape, 'isHorizontal' | 'isExpanded' | 'isMarkerVisible'>>;

function nodeFacts(element: BaseElement, node: LayoutNode): ShapeFacts {
  if (is(element, 'bpmn:SubProcess')) return { isExpanded: node.inner !== undefined };
  return is(element, 'bpmn:ExclusiveGateway') ? { isMarkerVisible: true } : {};
}

function shape(element: BaseElement, bounds: Bounds, label: Bounds | undefined, facts: ShapeFacts): BPMNShape {
  return createElement('bpmndi:BPMNShape', {
    id: `${String(element.get('id'))}_di`,
    bpmnElement: element,
    ...facts,
    bounds: createElement('dc:Bounds', bounds),
    ...(label && { label: labelElement(label) }),
  });
}

function edge(element: BaseElement, flow: Flow, move: Mover): BPMNEdge {
  return createElement('bpmndi:BPMNEdge', {
    id: `${flow.id}_di`,
    bpmnElement: element,
    waypoint: flow.points.map((point) => createElement('dc:Point', move.point(point))),
    ...(flow.labelBounds && { label: labelElement(move.bounds(flow.labelBounds)) }),
  });
}

function labelElement(bounds: Bounds): BPMNLabel {
  return createElement('bpmndi:BPMNLabel', { bounds: createElement('dc:Bounds', bounds) });
}
