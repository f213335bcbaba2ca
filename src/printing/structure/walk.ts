/** What the modules that print the steps of a body share. */
import type { FlowElementsContainer, FlowNode, Lane } from '../../model/index.ts';
import type { PrintContext } from '../context.ts';
import type { Statement } from '../tree.ts';
import type { FlowGraph } from './graph.ts';
import type { LaneOf } from './lanes.ts';
import type { Regions } from './region.ts';
import type { Into, MadeBlock, Open, StepPlace } from './ways.ts';

export interface BodyWays {
  readonly context: PrintContext;
  readonly laneOf: LaneOf;
  /** Prints an inner body. */
  readonly printBody: (container: FlowElementsContainer) => readonly Statement[];
}

/** A statement, and the ways that fall out of it. */
export interface Made {
  readonly statement: Statement;
  readonly open: Open;
}

/** The walk through one body. */
export interface BodyWalk extends BodyWays {
  readonly graph: FlowGraph;
  readonly regions: Regions;
  /** The lane of what stands around the statements that are made. */
  readonly lane: Lane | undefined;
  /** A block that begins with a step; the ways that reach its end do not meet there. */
  block(head: FlowNode, next: FlowNode | undefined): MadeBlock;
  /** The blocks of the ways out of a step, each up to where the text goes on. */
  blocksIn(place: Pick<StepPlace, 'inside' | 'next'>): Into;
  /** Makes what stands in the lane of a step. */
  inLaneOf<T>(node: FlowNode, make: () => T): T;
}
