/** What rules ask of drawings: who is drawn where, diagram by diagram. */
import type { Bounds, Point } from '../base/geometry.ts';
import { type BPMNEdge, type BPMNPlane, type BPMNShape, is, type ModelElement } from '../model/index.ts';

/** A diagram: the shape of each element, and the lines. */
export interface Drawing {
  readonly shapes: ReadonlyMap<unknown, BPMNShape>;
  readonly edges: readonly BPMNEdge[];
}

/** What a diagram shows; an element may be in several. */
export function drawingOf({ planeElement }: BPMNPlane): Drawing {
  const shapes = planeElement.filter((one): one is BPMNShape => is(one, 'bpmndi:BPMNShape'));
  return {
    shapes: new Map(shapes.map((shape) => [shape.bpmnElement, shape])),
    edges: planeElement.filter((one): one is BPMNEdge => is(one, 'bpmndi:BPMNEdge')),
  };
}

/** Where an element is drawn in a diagram. */
export function boundsOf({ shapes }: Drawing, element: ModelElement | undefined): Bounds | undefined {
  const bounds = element && shapes.get(element)?.bounds;
  return bounds && { x: bounds.x, y: bounds.y, width: bounds.width ?? 0, height: bounds.height ?? 0 };
}

/** The middle of a box. */
export function centerOf({ x, y, width, height }: Bounds): Point {
  return { x: x + width / 2, y: y + height / 2 };
}

/** How far a point is from a box, 0 in it. */
export function distanceTo({ x, y, width, height }: Bounds, point: Point): number {
  const dx = Math.max(x - point.x, 0, point.x - (x + width));
  const dy = Math.max(y - point.y, 0, point.y - (y + height));
  return Math.hypot(dx, dy);
}

/** A straight part of a line, with the element that the line stands for. */
export interface Segment {
  readonly element: ModelElement;
  readonly from: Point;
  readonly to: Point;
}

/** The straight parts of the lines that stand for sequence flows and message flows. */
export function segmentsOf({ edges }: Drawing): Segment[] {
  return edges.flatMap(({ bpmnElement: element, waypoint }) => {
    if (!is(element, 'bpmn:SequenceFlow') && !is(element, 'bpmn:MessageFlow')) return [];
    return waypoint.slice(1).map((to, index) => ({ element, from: waypoint[index] ?? to, to }));
  });
}

/** Pairs of segments of different lines whose boxes touch: others have nothing in common. */
export function* nearPairs(segments: readonly Segment[]): Generator<readonly [Segment, Segment]> {
  const sorted = segments.map(extentOf).sort((one, other) => one.left - other.left);
  for (const [index, one] of sorted.entries()) {
    for (let next = index + 1; ; next++) {
      const other = sorted[next];
      if (!other || other.left > one.right) break;
      const isApart = other.top > one.bottom || one.top > other.bottom;
      if (!isApart && one.segment.element !== other.segment.element) yield [one.segment, other.segment];
    }
  }
}

function extentOf(segment: Segment) {
  const { from, to } = segment;
  return {
    segment,
    left: Math.min(from.x, to.x),
    right: Math.max(from.x, to.x),
    top: Math.min(from.y, to.y),
    bottom: Math.max(from.y, to.y),
  };
}
