import type { Bounds, Point } from '../base/geometry.ts';

/**
 * What the passes work on: one scope (a process, a sub-process, a whole collaboration) as plain data. Nodes know nothing of BPMN but
 * what changes their place. Positions are centres in px; each pass fills in what its head says it leaves.
 */

export interface Size {
  readonly width: number;
  readonly height: number;
}

/** `container` is an expanded sub-process; `pool` stands for a whole pool as the end of a message flow. */
export type NodeKind = 'task' | 'event' | 'boundary' | 'gateway' | 'container' | 'pool' | 'data' | 'store' | 'note';

export interface LayoutNode {
  readonly id: string;
  readonly kind: NodeKind;
  width: number;
  height: number;
  /** Index into the scope's bands. */
  band: number;
  /** Centre; in the scope's own coordinates until the sheet is put together. */
  x: number;
  y: number;
  /** Size of the text beside the shape, if its kind has one. */
  readonly label?: Size;
  /** Where that text stands, once labels are placed. */
  labelBounds?: Bounds;
  /** An error, terminate or cancel end: the happy path does not run into it if it can help it. */
  readonly endsBadly?: boolean;
  /** An event sub-process: stands below all the rest. */
  readonly aside?: boolean;
  /** Of a boundary event: the activity that it sits on. */
  host?: LayoutNode;
  /** Boundary events on this activity, in declared order. */
  readonly boundary: LayoutNode[];
  /** Data and notes that stand close to this node and move with it. */
  readonly satellites: Satellite[];
  /** Of the stand-in for the middle of a flow, where a line from a note may end: that flow. Such a node is not drawn; its host is the flow's source. */
  readonly onFlow?: Flow;
  /** What an expanded sub-process holds. */
  readonly inner?: Scope;
  /** How deep the lanes in it nest: 0 without lanes. */
  laneDepth?: number;
  /** The expanded sub-process that this node lies in. */
  parent?: LayoutNode;
}

/** An artifact beside its host; dx and dy lead from the host's centre to its own. */
export interface Satellite {
  readonly node: LayoutNode;
  readonly dx: number;
  readonly dy: number;
  /** How far right of that place it stands, to be nearer to its other users. */
  shift: number;
}

export type FlowKind = 'sequence' | 'message' | 'association';

export interface Flow {
  readonly id: string;
  readonly kind: FlowKind;
  readonly source: LayoutNode;
  readonly target: LayoutNode;
  /** Size of the flow's label, wrapped. */
  readonly label?: Size;
  labelBounds?: Bounds;
  /** Size of the name of the message that a message flow carries, 0 without one: an envelope stands in the middle of the flow, the name below. */
  readonly message?: Size;
  points: Point[];
}

/** A horizontal strip: a leaf lane, a pool without lanes, a black-box pool, or all of a scope that has neither. */
export interface Band {
  /** Room above the first and below the last thing in it. */
  readonly pad: number;
  readonly minHeight: number;
  /** Room above the band: between pools. */
  gapAbove: number;
  top: number;
  height: number;
}

export interface Scope {
  readonly nodes: LayoutNode[];
  /** Sequence flows with both ends in this scope, in declared branch order. */
  readonly flows: Flow[];
  /** Message flows and associations: drawn after all else. */
  readonly links: Flow[];
  readonly bands: Band[];
  /** Artifacts that belong to no node: they get a row of their own. */
  readonly loose: LayoutNode[];
}

/** The node of the flow graph that stands for `node`: a boundary event is a port of its host. */
export function anchorOf(node: LayoutNode): LayoutNode {
  return node.host ?? node;
}

/** The node of the sheet's outermost scope that a node lies in or on. */
export function outermost(node: LayoutNode): LayoutNode {
  let found = anchorOf(node);
  while (found.parent) found = anchorOf(found.parent);
  return found;
}

/** x on the sheet before contents of sub-processes are settled. */
export function sheetX(node: LayoutNode): number {
  let x = node.x;
  for (let parent = node.parent; parent; parent = parent.parent) x += parent.x;
  return x;
}

export function plainBand(): Band {
  return { pad: 0, minHeight: 0, gapAbove: 0, top: 0, height: 0 };
}

export function boundsOf(node: LayoutNode): Bounds {
  return { x: node.x - node.width / 2, y: node.y - node.height / 2, width: node.width, height: node.height };
}
