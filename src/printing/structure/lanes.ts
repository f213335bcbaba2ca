/** Steps in their lanes: what stands next to each other in one lane shares a block. */
import {
  type FlowElementsContainer,
  type FlowNode,
  is,
  type Lane,
  type LaneSet,
  type ModelElement,
} from '../../model/index.ts';
import { nameOf } from '../statements/element.ts';
import type { Statement, Word } from '../tree.ts';

/** Statements that stay together, and their lane. */
export interface Item {
  readonly statements: readonly Statement[];
  readonly lane: Lane | undefined;
  /** Whether it stands in any lane alike. */
  readonly isFree: boolean;
}

/** The innermost lane of a step. */
export type LaneOf = (node: FlowNode) => Lane | undefined;

/** The lanes of a body by the steps in them; of lanes within each other the inner one. */
export function lanesOf(container: FlowElementsContainer): LaneOf {
  const lanes = new Map<ModelElement, Lane>();
  if (is(container, 'bpmn:Process') || is(container, 'bpmn:SubProcess')) {
    const [first] = container.laneSets;
    if (first) collect(first, lanes);
  }
  return (node) => lanes.get(node);
}

function collect(laneSet: LaneSet, lanes: Map<ModelElement, Lane>): void {
  for (const lane of laneSet.lanes) {
    for (const node of lane.flowNodeRef) lanes.set(node, lane);
    if (lane.childLaneSet) collect(lane.childLaneSet, lanes);
  }
}

/** @param around the lane of what the statements stand in */
export function inLanes(items: readonly Item[], around: unknown): Statement[] {
  const statements: Statement[] = [];
  for (let index = 0; index < items.length; ) {
    const lane = items[index]?.lane;
    let end = index + 1;
    for (; end < items.length && (items[end]?.lane === lane || items[end]?.isFree); end++);
    const block = items.slice(index, end).flatMap((item) => item.statements);
    statements.push(...(lane === undefined || lane === around ? block : [inLane(lane, block)]));
    index = end;
  }
  return statements;
}

function inLane(lane: Lane, block: readonly Statement[]): Statement {
  const [first, ...others] = block;
  const words: Word[] = ['in', laneWord(lane)];
  if (first && others.length === 0 && first.documentation === undefined)
    return { ...first, words: [...words, ...first.words], apart: false };
  return { words, block };
}

/** A lane is called by its label where its id is not written. */
export function laneWord(lane: Lane): Word {
  const body = processAround(lane);
  return { name: { element: lane, base: 'lane', lane: { body, label: nameOf(lane) } } };
}

/** Lanes with one label are one within a process, in its sub-processes too. */
function processAround(lane: Lane): ModelElement {
  let around: ModelElement = lane;
  while (around.$parent && !is(around, 'bpmn:Process')) around = around.$parent;
  return around;
}
