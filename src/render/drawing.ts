import type { Bounds } from '../base/geometry.ts';
import type { DrawingElement } from './dom/element.ts';

/** What bpmn-js or cmmn-js drew: its nodes, and the room they take. */
export interface Drawing {
  /** The layer with all that is drawn. */
  readonly layer: DrawingElement;
  /** Arrow heads and the like, where they do not stand in the layer. */
  readonly definitions: DrawingElement | null;
  readonly bounds: Bounds;
  /** Where everything is that was drawn. */
  readonly places: readonly Placed[];
  /** What could not be drawn, and why. */
  readonly failures: readonly Failure[];
}

export interface Failure {
  /** Id of the element, if it is one element's failure. */
  readonly element: string | undefined;
  readonly reason: string;
}

/** What diagram-js keeps of an element. */
export interface Placed {
  readonly id: string;
  readonly parent?: Placed;
  /** What is drawn inside of it; of a root all. */
  readonly children?: readonly Placed[];
  /** Of an outside label: the element that it belongs to. */
  readonly labelTarget?: Placed;
  readonly hidden?: boolean;
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
  readonly waypoints?: readonly { x: number; y: number }[];
}
