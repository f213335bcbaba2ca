/** Lanes: lines of their own, or none where the first steps of each say all that there is. */
import {
  type FlowElementsContainer,
  is,
  type Lane,
  type LaneSet,
  type ModelElement,
  ownPropertyOf,
  type Process,
} from '../../model/index.ts';
import type { PrintContext } from '../context.ts';
import { extensionsOf, type Prefixes } from '../extensions.ts';
import { idOf } from '../ids.ts';
import { laneWord } from '../structure/lanes.ts';
import { type Extension, isName, type Statement, statementsIn } from '../tree.ts';
import { Line, nameOf, statementOf } from './element.ts';

/** What the lines of a body say first of its lanes, and its steps. */
interface Laned {
  readonly lanes: readonly Statement[];
  readonly steps: readonly Statement[];
}

/** The lines of the lanes, and the steps with what vendors say of a lane in its first block where the lanes have no lines. */
export function lanedBody(context: PrintContext, container: FlowElementsContainer, steps: readonly Statement[]): Laned {
  const isDivided = is(container, 'bpmn:Process') || is(container, 'bpmn:SubProcess');
  const all = (isDivided ? container.laneSets[0]?.lanes : undefined) ?? [];
  const lanes = all.map((lane) => laneStatement(context, lane));
  const blocks = firstBlocks(steps, new Set(all));
  const isInOrder = blocks.size === all.length && [...blocks.keys()].every((lane, index) => lane === all[index]);
  if (!isInOrder || !lanes.every(isPlain)) return { lanes, steps };
  const vendors = new Map<Statement, readonly Extension[]>();
  for (const [index, block] of [...blocks.values()].entries()) {
    const extensions = lanes[index]?.extensions;
    if (!extensions) continue;
    if (!block) return { lanes, steps };
    vendors.set(block, extensions);
  }
  return { lanes: [], steps: vendors.size > 0 ? withVendors(steps, vendors) : steps };
}

/**
 * The only lane of a process, where it has no label, nothing to say and all steps of the process: it is a matter of the drawing, and a line
 * around all others would not tell a reader anything.
 */
export function drawnLane({ laneSets, flowElements }: Process, prefixes: Prefixes): Lane | undefined {
  const [lane, ...others] = laneSets.flatMap(({ lanes }) => lanes);
  if (!lane || others.length > 0 || laneSets.length > 1 || idOf(lane) === undefined || nameOf(lane)) return undefined;
  const isSilent = ownPropertyOf(lane, 'documentation') === undefined && extensionsOf(lane, prefixes).length === 0;
  if (!isSilent || lane.childLaneSet || lane.partitionElement || lane.partitionElementRef) return undefined;
  const steps = flowElements.filter((element) => is(element, 'bpmn:FlowNode'));
  const held = new Set<ModelElement>(lane.flowNodeRef);
  return held.size === steps.length && steps.every((step) => held.has(step)) ? lane : undefined;
}

/** Whether nothing but vendors say more of a lane than its words. */
function isPlain({ documentation, details, block }: Statement): boolean {
  return documentation === undefined && !details && !block;
}

/** The lanes that steps stand in, in the order in which the text comes to them, each with its first block; a step may stand in one without. */
function firstBlocks(
  steps: readonly Statement[],
  lanes: ReadonlySet<ModelElement>,
): ReadonlyMap<ModelElement, Statement | undefined> {
  const blocks = new Map<ModelElement, Statement | undefined>();
  for (const statement of statementsIn(steps)) {
    const [word, name] = statement.words;
    if (word !== 'in' || name === undefined || !isName(name) || !lanes.has(name.name.element)) continue;
    const lane = name.name.element;
    // The block behind more words is that of a step.
    const own = statement.block && statement.words.length === 2 ? statement : undefined;
    blocks.set(lane, blocks.get(lane) ?? own);
  }
  return blocks;
}

function withVendors(
  statements: readonly Statement[],
  vendors: ReadonlyMap<Statement, readonly Extension[]>,
): Statement[] {
  return statements.map((statement) => {
    const { block, attached } = statement;
    const extensions = vendors.get(statement);
    return {
      ...statement,
      ...(extensions && { extensions }),
      ...(block && { block: withVendors(block, vendors) }),
      ...(attached && { attached: withVendors(attached, vendors) }),
    };
  });
}

function laneStatement(context: PrintContext, lane: Lane): Statement {
  const line = new Line();
  line.add('lane', laneWord(lane));
  line.say('flowNodeRef', 'childLaneSet');
  const inner: LaneSet | undefined = lane.childLaneSet;
  const block = inner && inner.lanes.length > 0 ? inner.lanes.map((one) => laneStatement(context, one)) : undefined;
  return statementOf(context, lane, line, block ? { block } : {});
}
