/** The shapes and lines of a finished diagram as a judge of drawings reads them. */
import type { Bounds, Point } from '../../src/base/geometry.ts';
import {
  type BPMNEdge,
  type BPMNShape,
  is,
  type Bounds as ModelBounds,
  type ModelElement,
} from '../../src/model/index.ts';

export interface Shape {
  readonly id: string;
  readonly element: ModelElement;
  readonly bounds: Bounds;
  readonly label: Bounds | undefined;
  /** Around other shapes: pool, lane, group, expanded sub-process. */
  readonly isFrame: boolean;
  /** Where the name of a pool or lane stands. */
  readonly header?: Bounds;
}

export interface Edge {
  readonly id: string;
  readonly element: ModelElement;
  readonly points: readonly Point[];
  readonly label: Bounds | undefined;
}

export function readShape(shape: BPMNShape): Shape[] {
  const element = shape.bpmnElement;
  if (!element || !shape.bounds) return [];
  const isFrame =
    is(element, 'bpmn:Participant') ||
    is(element, 'bpmn:Lane') ||
    is(element, 'bpmn:Group') ||
    (is(element, 'bpmn:SubProcess') && shape.isExpanded === true);
  return [
    {
      id: element.id ?? '',
      element,
      bounds: boundsOf(shape.bounds),
      label: shape.label?.bounds && boundsOf(shape.label.bounds),
      isFrame,
      ...headerOf(shape, boundsOf(shape.bounds)),
    },
  ];
}

/** The strip at the left of a pool or lane that runs to the right. */
function headerOf({ bpmnElement: element, isHorizontal }: BPMNShape, bounds: Bounds): { header?: Bounds } {
  const isBand = is(element, 'bpmn:Lane') || (is(element, 'bpmn:Participant') && element.processRef !== undefined);
  return isBand && isHorizontal !== false ? { header: { ...bounds, width: 30 } } : {};
}

function boundsOf({ x, y, width, height }: ModelBounds): Bounds {
  return { x: x ?? 0, y: y ?? 0, width: width ?? 0, height: height ?? 0 };
}

export function readEdge(edge: BPMNEdge): Edge[] {
  const element = edge.bpmnElement;
  return element
    ? [
        {
          id: element.id ?? '',
          element,
          points: edge.waypoint,
          label: edge.label?.bounds && boundsOf(edge.label.bounds),
        },
      ]
    : [];
}
