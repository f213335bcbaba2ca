/** Placing steps, and leading ways into and out of them. */
import { type Block, documentationOf, type Flow, idOf, labelOf } from '../language/index.ts';
import { append, type FlowElementsContainer, type FlowNode, type Lane } from '../model/index.ts';
import type { CompileContext } from './context.ts';
import type { Exit, FlowFacts } from './flows.ts';
import type { LaneMap } from './lanes.ts';

/** Where steps are made. */
export interface Place {
  readonly container: FlowElementsContainer;
  /** The lanes of the process or sub-process. */
  readonly lanes?: LaneMap;
  /** The lane of what is around. */
  readonly lane?: Lane;
  /** Nothing falls through inside an ad-hoc sub-process. */
  readonly adHoc?: boolean;
}

/** Puts a new flow node into its container and its lane. */
export function addStep(place: Place, element: FlowNode): void {
  append(place.container, 'flowElements', element);
  place.lane?.flowNodeRef.push(element);
}

/** Leads open ways to a step. */
export function arrive(exits: readonly Exit[], target: FlowNode): void {
  for (const exit of exits) exit.target = target;
}

/**
 * The ways out of a step itself: its jumps, then the way to the next statement if it falls through.
 * @param ends whether the step goes nowhere by itself (an end event)
 */
export function leaveStep(
  context: CompileContext,
  step: FlowNode,
  jumps: readonly Flow[],
  ends: boolean,
  lead: Lead,
): Exit[] {
  if (ends && jumps.length === 0) return [];
  return leave(context, [context.flows.open(step)], jumps, lead);
}

/** Leads ways into a block. Returns those that reach its end. */
export type Lead = (body: Block, entry: Exit[]) => Exit[];

/**
 * Applies jumps to open ways; without jumps they stay open. A step with jumps falls through by `-> next`, by the blocks of its jumps,
 * or if each of them has an `if`: by its default flow. A jump whose target is not known (yet) leads nowhere, and the step falls
 * through as if it were not there.
 */
export function leave(context: CompileContext, exits: readonly Exit[], jumps: readonly Flow[], lead: Lead): Exit[] {
  const leading = jumps.filter((jump) => jump.target?.ref || jump.next || jump.body);
  if (leading.length === 0) return jumps.some((jump) => jump.none) ? [] : [...exits];
  const open: Exit[] = [];
  for (const [index, jump] of leading.entries()) {
    const ways = exits.map((exit) => (index === 0 ? exit : context.flows.open(exit.source)));
    for (const { facts } of ways) addJumpFacts(facts, jump);
    if (jump.body) open.push(...lead(jump.body, ways));
    else if (jump.next) open.push(...ways);
    else for (const way of ways) way.jump = jump.target?.ref;
  }
  if (jumps.every((jump) => jump.ifWord && !jump.next))
    open.push(...exits.map(({ source }) => context.flows.open(source, { isDefault: true, statements: [] })));
  return open;
}

/** Adds only what the jump says: a branch that jumps keeps the branch's own label and condition. */
function addJumpFacts(facts: FlowFacts, jump: Flow): void {
  facts.statements.push(jump);
  if (jump.name !== undefined) facts.id = idOf(jump);
  if (jump.condition) facts.condition = jump.condition;
  if (jump.default) facts.isDefault = true;
  facts.label = labelOf(jump) ?? facts.label;
  facts.documentation = documentationOf(jump) ?? facts.documentation;
}
