import { type AstNode, type AstNodeDescription, AstUtils, type ReferenceInfo, UriUtils } from 'langium';
import {
  type Block,
  isActivity,
  isAssociation,
  isBlock,
  isCase,
  isCaseBlock,
  isCompensationTrigger,
  isCriterion,
  isData,
  isEach,
  isEvent,
  isFileItem,
  isFlow,
  isHandler,
  isMessage,
  isMessageFlow,
  isMessageTrigger,
  isModel,
  isNote,
  isOnPart,
  isPlanItem,
  isScenarioLine,
  isUse,
  type ScenarioLine,
} from '../generated/ast.ts';
import { groupStatements } from '../grouping.ts';
import { isLaneBlock } from '../validation/surroundings.ts';
import { isOfTarget } from './scenario-proposals.ts';

/**
 * A text by which proposals for a reference sort, likeliest first, all of them before any keyword.
 * - A jump: steps of the blocks around it before those inside other branches; forward before backward; the nearer the sooner.
 * - A note or an association: likewise, backward before forward.
 * - A line of a scenario: what stands behind the step that the lines before it tell of last, since a run goes on in the order of the text.
 * - A message that is named: those first that nothing else sends, or waits for.
 * - A message flow: steps that wait for one first. Compensation: activities that have a handler for it. `for each`: collections.
 * - A criterion: items of the same stage, those before it first, then those around it, the case file, other stages; for an exit
 *   what people or time tell first.
 * - All others: in the order of the text, those of this file first.
 * @param offset of the caret
 */
export function referenceOrder(description: AstNodeDescription, reference: ReferenceInfo, offset: number): string {
  const { node } = description;
  const place = node?.$cstNode?.offset;
  const here = AstUtils.getDocument(reference.container);
  if (!node || place === undefined || !UriUtils.equals(description.documentUri, here.uri)) return orderText(9, 0);
  const from = reference.container;
  const line = AstUtils.getContainerOfType(from, isScenarioLine);
  if (line) return runOrder(node, place, line, from);
  if (isFlow(from)) return nearOrder(node, place, from, offset, place > offset);
  if (isNote(from) || isAssociation(from)) return nearOrder(node, place, from, offset, place < offset);
  if (isMessageFlow(from) && reference.property === 'step') return orderText(waitsForMessage(node) ? 0 : 1, place);
  if (isOnPart(from) && reference.property === 'source') return sourceOrder(node, place, from, offset);
  if (isMessage(node) && !isMessageFlow(from)) return orderText(isUsedAlike(node, from) ? 1 : 0, place);
  if (isEach(from)) return orderText(isData(node) && node.many ? 0 : 1, place);
  if (isCompensationTrigger(from)) return orderText(isCompensated(node) ? 0 : 1, place);
  if (isUse(from) || reference.property === 'uses') return orderText(fitsUse(node, from) ? 0 : 1, place);
  return orderText(0, place);
}

function orderText(group: number, distance: number): string {
  return `000000${group}${String(distance).padStart(8, '0')}`;
}

/** @param usual whether the target lies in the direction that is meant more often */
function nearOrder(target: AstNode, place: number, from: AstNode, offset: number, usual: boolean): string {
  const inside = isBlock(target.$container) && !blocksAround(from).has(blockOf(target.$container));
  const group = isSource(target, from, offset) ? 4 : (inside ? 2 : 0) + (usual ? 0 : 1);
  return orderText(group, Math.abs(place - offset));
}

/** A step that has been told of stands behind all that have not, where it is not looked at. */
function runOrder(node: AstNode, place: number, line: ScenarioLine, from: AstNode): string {
  if (isMessage(node)) return orderText(0, place);
  const told = stepsToldBefore(line);
  const last = told.at(-1);
  const isLookedAt = from.$type === 'StateExpected' || from.$type === 'VisitedExpected';
  if (told.includes(node)) return orderText(isLookedAt ? 0 : 4, place);
  const isThere = last ? rootOf(node) === rootOf(last) : false;
  if (isThere && place >= (last?.$cstNode?.offset ?? 0)) return orderText(0, place);
  return orderText(isThere ? 2 : isOfTarget(node, line) ? 1 : 3, place);
}

/** What the lines before a line of a scenario act on, in their order. */
function stepsToldBefore(line: ScenarioLine): AstNode[] {
  const lines = line.$container.lines.slice(0, line.$containerIndex);
  return lines.flatMap((one) => {
    const step = 'node' in one ? one.node?.ref : one.$type === 'FileAct' ? one.item?.ref : undefined;
    return step ? [step] : [];
  });
}

/** The process or the case that a step is of. */
function rootOf(node: AstNode): AstNode {
  let root = node;
  while (root.$container && !isModel(root.$container)) root = root.$container;
  return root;
}

/** Whether a message is sent, or waited for, elsewhere already. */
function isUsedAlike(message: AstNode, from: AstNode): boolean {
  const isSent = sends(from);
  return AstUtils.getDocument(from).references.some((reference) => {
    const by = reference.$refNode?.astNode;
    if (!by || by === from || isMessageFlow(by) || !('ref' in reference)) return false;
    return reference.ref === message && sends(by) === isSent;
  });
}

/** Whether who names a message sends it: a send task, a throw, an end. */
function sends(from: AstNode): boolean {
  const step = isMessageTrigger(from) || from.$type === 'Carries' ? from.$container : from;
  return isActivity(step) ? step.kind === 'send' : isEvent(step) && (step.kind === 'throw' || step.kind === 'end');
}

/** The nearer an item stands in the plan, the likelier a criterion waits for it. */
function sourceOrder(target: AstNode, place: number, part: AstNode, offset: number): string {
  const distance = Math.abs(place - offset);
  const criterion = AstUtils.getContainerOfType(part, isCriterion);
  if (isFileItem(target)) return orderText(isCase(target.$container.$container) ? 5 : 6, place);
  if (criterion?.kind === 'exit' && isPlanItem(target) && LISTENERS.has(target.kind)) return orderText(0, distance);
  const own = AstUtils.getContainerOfType(part, isCaseBlock) ?? AstUtils.getContainerOfType(part, isCase)?.body;
  const around = blockAround(target);
  if (around === own) return orderText(place < offset ? 1 : 2, distance);
  return orderText(own && around && isIn(own, around) ? 3 : 7, distance);
}

const LISTENERS: ReadonlySet<string> = new Set(['user', 'event', 'timer']);

function blockAround(node: AstNode): AstNode | undefined {
  return AstUtils.getContainerOfType(node.$container, isCaseBlock);
}

function isIn(inner: AstNode, outer: AstNode): boolean {
  for (let at: AstNode | undefined = inner; at; at = at.$container) if (at === outer) return true;
  return false;
}

/** Whether a jump would lead back to the very step that it leaves, or to one that it stands in: seldom meant. */
function isSource(target: AstNode, from: AstNode, offset: number): boolean {
  if (!isFlow(from) || !target.$cstNode) return false;
  const around = target.$cstNode.offset < offset && offset <= target.$cstNode.end;
  const before = isBlock(from.$container) ? from.$container.statements.slice(0, from.$containerIndex) : [];
  return around || before.findLast((statement) => !isFlow(statement)) === target;
}

/** Whether a step is there to receive a message. */
function waitsForMessage(step: AstNode): boolean {
  if (isActivity(step)) return step.kind === 'receive';
  return (isEvent(step) || isHandler(step)) && step.triggers.some(isMessageTrigger);
}

/** The blocks that a node stands in; those of lanes are part of the block around them. */
function blocksAround(node: AstNode): Set<Block> {
  const blocks = new Set<Block>();
  for (let around = node.$container; around; around = around.$container)
    if (isBlock(around)) blocks.add(blockOf(around));
  return blocks;
}

function blockOf(block: Block): Block {
  let outer = block;
  while (isLaneBlock(outer.$container)) outer = outer.$container.$container;
  return outer;
}

/** Whether a step has a handler that undoes it. */
function isCompensated(step: AstNode): boolean {
  if (!isBlock(step.$container)) return false;
  const item = groupStatements(step.$container.statements, false).items.find(({ node }) => node === step);
  return item?.handlers.some(({ node }) => isHandler(node) && node.triggers.some(isCompensationTrigger)) ?? false;
}

/** Nobody writes what comes in from outside, or reads what the process hands out. */
function fitsUse(data: AstNode, use: AstNode): boolean {
  const clause = isUse(use) ? use.$container : use;
  const writes = 'kind' in clause && clause.kind === 'writes';
  return !isData(data) || data.direction !== (writes ? 'input' : 'output');
}
