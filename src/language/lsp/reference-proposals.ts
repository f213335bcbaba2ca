import { type AstNode, type AstNodeDescription, AstUtils, type Reference, type ReferenceInfo } from 'langium';
import type { CompletionValueItem } from 'langium/lsp';
import { MarkupKind } from 'vscode-languageserver';
import { elementType } from '../details/detail-types.ts';
import { isCallable } from '../details/references.ts';
import {
  isActivity,
  isBy,
  isCase,
  isCollaboration,
  isCompensationTrigger,
  isCriterion,
  isDefine,
  isEvent,
  isFileItem,
  isFileUse,
  isFileUseClause,
  isFlow,
  isGateway,
  isInLane,
  isJoin,
  isMessageFlow,
  isModel,
  isNote,
  isOnPart,
  isOwnPool,
  isPlanItem,
  isPool,
  isProcess,
  isRuns,
  isScenario,
  isScenarioLine,
  isSubProcess,
  isUnknown,
  isUnknownItem,
  isUnknownRoot,
  isUse,
  isUseClause,
} from '../generated/ast.ts';
import { idOf } from '../ids.ts';
import { quotedId } from '../quoted-id.ts';
import { documentationOf, labelOf } from '../texts.ts';
import { constructOf } from './construct-lookup.ts';
import { schemaTerm } from './detail-markdown.ts';
import { escapeMarkdown } from './markdown.ts';
import { sortTextOf } from './proposals.ts';
import { fitsAct, isRunnable } from './scenario-proposals.ts';

/**
 * Whether what a reference could name makes sense there: the scope knows types, this knows the rules of BPMN.
 * @param offset of the caret
 */
export function isSensibleTarget(target: AstNode, reference: ReferenceInfo, offset: number): boolean {
  const from = reference.container;
  if (isNamedBefore(target, from, offset)) return false;
  if (target === from || isUnknown(target) || isUnknownItem(target) || isUnknownRoot(target)) return false;
  if (AstUtils.getContainerOfType(from, isScenarioLine)) return fitsAct(target, from);
  if (isScenario(from)) return isRunnable(target, from);
  if (isFlow(from)) return takesFlow(target) && scopeOf(target) === scopeOf(from);
  if (isMessageFlow(from) && reference.property === 'pool') return isOtherParticipant(target, from);
  if (isMessageFlow(from) && reference.property === 'step') return takesMessage(target);
  if (isCompensationTrigger(from)) return isActivity(target) || isSubProcess(target);
  if (isPool(from)) return isProcess(target) && target.own === undefined;
  if (isRuns(from)) return isRunBy(target, from);
  if (isFileItem(from) && isDefine(target)) return elementType(target)?.name === 'cmmn:CaseFileItemDefinition';
  if (isOnPart(from)) return isSource(target, from, reference.property);
  return true;
}

/** A process calls processes and cases, but not itself; a plan item runs what is of its kind. */
function isRunBy(target: AstNode, runs: AstNode): boolean {
  const item = runs.$container;
  if (isDefine(target) && !isCallable(target)) return false;
  if (!isPlanItem(item)) return target !== AstUtils.getContainerOfType(runs, isProcess);
  if (isDefine(target)) return item.kind === 'process' && elementType(target)?.name === 'cmmn:Process';
  const types: Readonly<Record<string, string>> = { process: 'Process', case: 'Case', decision: 'Decision' };
  return target.$type === types[item.kind] && target !== AstUtils.getContainerOfType(runs, isCase);
}

/** What a criterion may wait for: no fragment, and for its beginning not the item itself nor what is in it. */
function isSource(target: AstNode, part: AstNode, property: string): boolean {
  if (property === 'criterion') return isExitOf(target, part);
  if (property !== 'source') return true;
  if (isPlanItem(target) && target.kind === 'fragment') return false;
  const criterion = AstUtils.getContainerOfType(part, isCriterion);
  const owner = criterion?.$container ?? AstUtils.getContainerOfType(part, isPlanItem);
  if (!owner) return true;
  const isInside = AstUtils.getContainerOfType(target.$container, (one): one is AstNode => one === owner) !== undefined;
  const isAround = AstUtils.getContainerOfType(owner.$container, (one): one is AstNode => one === target) !== undefined;
  return target !== owner && !isAround && !(isInside && criterion?.kind === 'enter');
}

/** The exit criteria of the item that was left. */
function isExitOf(target: AstNode, part: AstNode): boolean {
  return isCriterion(target) && target.kind === 'exit' && isOnPart(part) && part.source.ref === target.$container;
}

/** Nothing flows into a start or an event sub-process, and handlers are entered by their trigger. */
function takesFlow(target: AstNode): boolean {
  if (isEvent(target)) return target.kind !== 'start';
  return isActivity(target) || isSubProcess(target) || isGateway(target) || isJoin(target);
}

/** The body that a step belongs to: no sequence flow leaves it. */
function scopeOf(node: AstNode): AstNode | undefined {
  return AstUtils.getContainerOfType(
    node.$container,
    (one): one is AstNode => isProcess(one) || isSubProcess(one) || one.$type === 'EventSubProcess',
  );
}

/** Whether the list that a reference belongs to (`reads a, b`, `about a, b`) names the target already, not just now. */
function isNamedBefore(target: AstNode, from: AstNode, offset: number): boolean {
  return namesBefore(from).some((one) => one?.ref === target && (one.$refNode?.end ?? offset) < offset);
}

function namesBefore(from: AstNode): readonly (Reference | undefined)[] {
  const clause = isUse(from) || isFileUse(from) ? from.$container : from;
  if (isUseClause(clause)) return clause.uses.map(({ data }) => data);
  if (isFileUseClause(clause)) return clause.uses.map(({ source, path }) => path.at(-1) ?? source);
  if (isBy(clause)) return clause.roles;
  if (isFileItem(clause)) return clause.targets;
  return isNote(clause) ? clause.about : [];
}

/** A message goes to another pool. A process that has a pool of its own is offered by the pool's name where it has one. */
function isOtherParticipant(target: AstNode, from: AstNode): boolean {
  const own = AstUtils.getContainerOfType(from, isProcess) ?? senderOf(from);
  if (target === own) return false;
  if (isOwnPool(target)) return target.$container !== own && target.name !== undefined;
  if (isProcess(target)) return target !== own && target.own !== undefined && target.own.name === undefined;
  return true;
}

/** The pool or process that a message flow beside pools leaves: the one before it. */
function senderOf(flow: AstNode): AstNode | undefined {
  const around = flow.$container;
  const members: readonly AstNode[] = isModel(around) ? around.elements : isCollaboration(around) ? around.members : [];
  return members.slice(0, members.indexOf(flow)).findLast((one) => isPool(one) || isProcess(one));
}

/** What can receive a message: a start or catch event, an event of a race, a task. */
function takesMessage(target: AstNode): boolean {
  if (isEvent(target)) return target.kind === 'start' || target.kind === 'catch';
  return isActivity(target) || isSubProcess(target) || target.$type === 'Handler';
}

/**
 * The proposal of an element: its id is inserted (in quotes where it needs them), its label shown beside, and either of them
 * may be typed to find it.
 * @param typed what stands between the token's start and the caret; `undefined` is returned if neither matches
 * @param place the node that refers
 */
export function referenceProposal(
  description: AstNodeDescription,
  typed: string,
  place: AstNode,
): CompletionValueItem | undefined {
  const node = description.node;
  const label = node && labelOf(node)?.replace(/\s+/g, ' ');
  if (!matches(typed, [description.name, label ?? ''])) return undefined;
  const documentation = node && documentationOf(node);
  return {
    label: description.name,
    labelDetails: label ? { description: label } : undefined,
    filterText: label ? `${description.name} ${label}` : description.name,
    detail: node && (schemaTerm(node) ?? constructOf(node)?.term),
    documentation: documentation ? { kind: MarkupKind.Markdown, value: escapeMarkdown(documentation) } : undefined,
    sortText: sortTextOf(0),
    insertText: quotedId(description.name, place),
  };
}

/** Whether what is typed may mean the element: its id, its label, or a word of the label. */
export function isFound({ name, node }: AstNodeDescription, typed: string): boolean {
  return typed === '' || matches(typed, [name, (node && labelOf(node)) ?? '']);
}

/** Whether what is typed begins the id, the label, or a word of the label; a quote of an id does not count. */
export function matches(typed: string, names: readonly string[]): boolean {
  const wanted = typed.replace(/^'/, '').toLowerCase();
  return names.some((name) => {
    const lower = name.toLowerCase();
    return lower.startsWith(wanted) || lower.split(/[^\p{L}\p{M}\p{N}]+/u).some((word) => word.startsWith(wanted));
  });
}

/** The lanes of the process around `place`, each once, in the order of the text: what may follow `in`. */
export function lanesAround(place: AstNode): { id: string; label: string | undefined }[] {
  const process = AstUtils.getContainerOfType(place, isProcess);
  const lanes = new Map<string, string | undefined>();
  for (const node of process ? AstUtils.streamAllContents(process) : []) {
    const isLaneNode = node.$type === 'Lane' || (isInLane(node) && node !== place);
    const id = isLaneNode ? idOf(node) : '';
    if (id && (isInLane(node) ? isNamed(node) : true)) lanes.set(id, lanes.get(id) ?? labelOf(node));
  }
  return [...lanes].map(([id, label]) => ({ id, label }));
}

function isNamed(node: { name?: string; label?: string }): boolean {
  return node.name !== undefined || node.label !== undefined;
}
