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
} from '../model/index.ts';
import { boundsOf, type Flow, type LayoutNode } from './scope.ts';
import type { Sheet } from './sheet.ts';

const origin = 80;

/** The diagram of a sheet; `number` counts the diagrams of a file from 1. */
export function emit(sheet: Sheet, number: number): BPMNDiagram {
  const move = mover(sheet);
  const ids = new Set<string>();
  const isNew = (id: string | undefined) => id !== undefined && !ids.has(id) && ids.add(id) !== undefined;
  const shapes: (BPMNShape | BPMNEdge)[] = [];
  for (const { element, node } of sheet.pools)
    if (isNew(element.id)) shapes.push(shape(element, move.bounds(boundsOf(node)), undefined, { isHorizontal: true }));
  for (const { element, bounds } of sheet.lanes)
    if (bounds && isNew(element.id))
      shapes.push(shape(element, move.bounds(bounds), undefined, { isHorizontal: true }));
  for (const [element, node] of sheet.nodes) {
    const label = node.labelBounds && move.bounds(node.labelBounds);
    if (isNew(node.id)) shapes.push(shape(element, move.bounds(boundsOf(node)), label, nodeFacts(element, node)));
  }
  for (const { element, bounds } of sheet.groups)
    if (bounds && isNew(element.id)) shapes.push(shape(element, move.bounds(bounds), undefined, {}));
  for (const [element, flow] of sheet.flows)
    if (flow.points.length > 1 && isNew(flow.id)) shapes.push(edge(element, flow, move));
  const plane = createElement('bpmndi:BPMNPlane', {
    id: `BPMNPlane_${number}`,
    bpmnElement: sheet.root,
    planeElement: shapes,
  });
  return createElement('bpmndi:BPMNDiagram', { id: `BPMNDiagram_${number}`, plane });
}

interface Mover {
  bounds(bounds: Bounds): Bounds;
  point(point: Point): Point;
}

/** Moves everything so that the drawing begins at 80,80, and to whole pixels. */
function mover(sheet: Sheet): Mover {
  const [xs, ys] = corners(sheet);
  const dx = origin - Math.floor(xs);
  const dy = origin - Math.floor(ys);
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

function corners(sheet: Sheet): [number, number] {
  const points: Point[] = [
    ...sheet.pools.map(({ node }) => boundsOf(node)),
    ...sheet.nodes.flatMap(([, node]) => (node.labelBounds ? [boundsOf(node), node.labelBounds] : [boundsOf(node)])),
    ...[...sheet.lanes, ...sheet.groups].flatMap(({ bounds }) => (bounds ? [bounds] : [])),
    ...sheet.flows.flatMap(([, flow]) => (flow.labelBounds ? [...flow.points, flow.labelBounds] : flow.points)),
  ];
  const least = (values: number[]) => values.reduce((a, b) => Math.min(a, b), Number.POSITIVE_INFINITY);
  return points.length > 0 ? [least(points.map(({ x }) => x)), least(points.map(({ y }) => y))] : [origin, origin];
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
