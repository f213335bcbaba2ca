/** What is proposed in a scenario: acts, expectations, the steps that fit an act, and the ways of a gateway. */
import { type AstNode, AstUtils } from 'langium';
import type { CompletionValueItem } from 'langium/lsp';
import { CompletionItemKind } from 'vscode-languageserver';
import type { Construct } from '../construct.ts';
import {
  type ChooseAct,
  isAct,
  isActivity,
  isCase,
  isChooseAct,
  isEvent,
  isExpectation,
  isExpectLine,
  isGateway,
  isHandler,
  isJoin,
  isPlanItem,
  isScenario,
  isScenarioLine,
  type ScenarioNode,
} from '../generated/ast.ts';
import { shownTrigger, triggersOf } from '../meant-trigger.ts';
import { waysOf } from '../scenario-ways.ts';
import { targetOf } from '../scenarios.ts';
import { refusalOfAct, runAround } from '../validation/scenario-acts.ts';
import { ITEM_STATES, neverThere } from '../validation/scenario-expectations.ts';
import type { Cursor } from './cursor.ts';
import { type RankedConstruct, sortTextOf } from './proposals.ts';

/** Acts that only one of the two kinds of models knows. */
const OF_PROCESSES: ReadonlySet<string> = new Set(['timer', 'message', 'signal']);
const OF_CASES: ReadonlySet<string> = new Set([
  ...['file', 'plan', 'disable', 'reenable', 'terminate', 'suspend', 'resume', 'reactivate', 'close'],
]);

/** Behind these a name or a value is due, and no keyword. */
const DUE: ReadonlySet<string> = new Set([
  ...['complete', 'timer', 'occur', 'plan', 'disable', 'reenable', 'terminate', 'suspend', 'resume', 'reactivate'],
  ...['close', 'message', 'signal', 'fail', 'error', 'file', 'active', 'end', 'never', 'visited', 'state', 'sent'],
  ...['within', 'set', 'way', 'items', 'on', '->', ',', '.'],
]);

/** Whether the caret stands in the block of a scenario. */
export function isInScenario({ place }: Cursor): boolean {
  return place === 'scenario';
}

/** Whether the word before the caret is nothing without what follows it. */
export function isDueInScenario(cursor: Cursor): boolean {
  return isInScenario(cursor) && (DUE.has(cursor.wordBefore) || ['expect', 'choose'].includes(cursor.wordBefore));
}

/** Whether an act is one of what the scenario around runs. */
export function fitsScenario({ keyword, rules }: Construct, node: AstNode | undefined): boolean {
  if (!node || !rules.some((rule) => /Act$/.test(rule))) return true;
  const run = runAround(node);
  if (!run) return true;
  return (run.hasProcesses || !OF_PROCESSES.has(keyword)) && (run.hasCases || !OF_CASES.has(keyword));
}

/** What goes on with a line of a scenario: the rest of it, then further acts, which may stand on the same line. */
export function clauseInScenario(
  construct: Construct,
  line: AstNode,
  { wordBefore }: Cursor,
): RankedConstruct | undefined {
  if (DUE.has(wordBefore) || wordBefore === 'choose') return undefined;
  const { keyword, rules, places } = construct;
  if (rules.includes('Expectation') || rules.includes('Expression')) {
    const rank = EXPECTED.indexOf(keyword);
    return isExpectLine(line) && rank >= 0 && expects(keyword, line) ? { construct, rank: 2 + rank / 10 } : undefined;
  }
  if (wordBefore === 'expect') return undefined;
  if (rules.includes('ChooseAct') || rules.includes('Way')) {
    if (places) return isOfLine(line) ? { construct, rank: 3 } : undefined;
    return isChooseAct(line) && line.ways.length === 0 ? wayWord(construct, line) : undefined;
  }
  if (rules.includes('FailAct') && !places) return line.$type === 'FailAct' ? { construct, rank: 1 } : undefined;
  const rank = places?.scenario;
  if (rank === undefined || !fitsScenario(construct, line)) return undefined;
  return { construct, rank: keyword === 'set' ? 2 : keyword === 'expect' ? 4 : 20 + rank };
}

const EXPECTED = ['active', 'end', 'state', 'never', 'ended', 'visited', 'sent', 'within', 'failed', 'refused'];

function expects(keyword: string, line: AstNode): boolean {
  const run = runAround(line);
  if (keyword === 'state') return run?.hasCases === true;
  return run?.hasProcesses !== false || !['end', 'sent', 'failed'].includes(keyword);
}

function isOfLine(line: AstNode): boolean {
  return isScenarioLine(line) && line.$type !== 'ExpectLine';
}

function wayWord(construct: Construct, choose: ChooseAct): RankedConstruct | undefined {
  const { keyword } = construct;
  const node = choose.node?.ref;
  const ofCase = node ? isPlanItem(node) || isCase(node) : runAround(choose)?.ofCase;
  const isAnswer = keyword === 'true' || keyword === 'false';
  return isAnswer === (ofCase === true) ? { construct, rank: 10 } : undefined;
}

/** Whether a step fits the act or the expectation that it is proposed for. @param typed the word before the caret */
export function fitsAct(target: AstNode, from: AstNode): boolean {
  const node = target as ScenarioNode;
  const run = runAround(from);
  const isItem = isPlanItem(target) || isCase(target);
  if (run && isStep(target) && !(isItem ? run.hasCases : run.hasProcesses)) return false;
  if (isAct(from)) return refusalOfAct(from.kind, node, isItem) === undefined && isWaitedFor(from.kind, target);
  if (isChooseAct(from)) return isChosenAt(target);
  if (from.$type === 'FailAct') return isActivity(target) || isItem || !isStep(target);
  if (from.$type === 'NodesExpected' && 'kind' in from) {
    const kind = from.kind;
    return isItem || (kind !== 'active' && kind !== 'end') || neverThere(kind, node) === undefined;
  }
  if (from.$type === 'MessageAct') return !isStep(target) || takesMessage(target);
  return true;
}

function isStep(target: AstNode): boolean {
  return (
    isPlanItem(target) ||
    isCase(target) ||
    isActivity(target) ||
    isEvent(target) ||
    isGateway(target) ||
    isHandler(target) ||
    isJoin(target) ||
    target.$type === 'SubProcess' ||
    target.$type === 'EventSubProcess'
  );
}

/** A timer has a time, and what happens is an event. */
function isWaitedFor(kind: string, target: AstNode): boolean {
  if (kind === 'plan') return isPlanItem(target);
  if (kind !== 'timer' && kind !== 'occur') return true;
  if (isPlanItem(target)) return true;
  const triggers = isEvent(target) || isHandler(target) ? target.triggers.map(({ $type }) => $type) : [];
  const catches = isHandler(target) || (isEvent(target) && (target.kind === 'catch' || target.kind === 'start'));
  return catches && triggers.length > 0 && (kind !== 'timer' || triggers.includes('TimerTrigger'));
}

function takesMessage(target: AstNode): boolean {
  if (isActivity(target)) return target.kind === 'receive';
  return (isEvent(target) || isHandler(target)) && target.triggers.some(({ $type }) => $type === 'MessageTrigger');
}

/** Gateways that decide, steps with several ways, loops; of a case, every item. */
function isChosenAt(target: AstNode): boolean {
  if (isPlanItem(target)) return true;
  if (isGateway(target)) return ['xor', 'or', 'complex'].includes(target.kind);
  if (isActivity(target) || target.$type === 'SubProcess')
    return waysOf(target as ScenarioNode & { $type: 'Activity' }).length > 1 || hasLoop(target);
  return false;
}

function hasLoop(target: AstNode): boolean {
  return 'clauses' in target && (target.clauses as AstNode[]).some(({ $type }) => $type === 'Loop' || $type === 'Each');
}

/** The labels of the ways behind `choose complete `, the states behind `state check `: what is no name and no keyword. */
export function textProposals({ before, wordBefore, offset }: Cursor): CompletionValueItem[] {
  const line = before.at(-1);
  if (!line) return [];
  if (line.$type === 'SetAct' && wordBefore === 'set') return valueProposals(['{']);
  if (line.$type === 'SetAct' && wordBefore === ':') return valueProposals(['true', 'false', 'null']);
  if (isChooseAct(line) && line.node?.ref && wordBefore === line.node.$refText && line.ways.length === 0)
    return wayProposals(line);
  if (isAct(line) && line.kind === 'occur' && line.node?.ref && !line.by)
    return triggerProposals(line.node.ref, wordBefore, line.node.$refText);
  const state = isExpectLine(line) ? line.expectations.findLast(isExpectation) : undefined;
  if (state?.$type !== 'StateExpected' || wordBefore !== state.item?.$refText || (state.$cstNode?.offset ?? 0) > offset)
    return [];
  const likely = [...LIKELY_STATES, ...ITEM_STATES.filter((label) => !LIKELY_STATES.includes(label))];
  return likely.map((label, index) => ({ label, kind: CompletionItemKind.EnumMember, sortText: sortTextOf(index) }));
}

function valueProposals(labels: readonly string[]): CompletionValueItem[] {
  return labels.map((label, index) => ({ label, kind: CompletionItemKind.Value, sortText: sortTextOf(index) }));
}

/** What is mostly expected of an item. */
const LIKELY_STATES: readonly string[] = ['completed', 'active', 'available'];

function wayProposals({ node }: ChooseAct): CompletionValueItem[] {
  const step = node?.ref;
  if (!step || isPlanItem(step) || isCase(step)) return [];
  return waysOf(step).flatMap(({ label, target }, index) => {
    if (label === undefined) return [];
    return {
      label: JSON.stringify(label),
      ...(target && { labelDetails: { description: `→ ${target}` } }),
      kind: CompletionItemKind.EnumMember,
      sortText: sortTextOf(index / 10),
    };
  });
}

/** By which of several triggers an event occurs. */
function triggerProposals(node: ScenarioNode, wordBefore: string, name: string): CompletionValueItem[] {
  const triggers = triggersOf(node);
  if (triggers.length < 2 || (wordBefore !== name && wordBefore !== 'on')) return [];
  return triggers.map((trigger, index) => ({
    label: `${wordBefore === 'on' ? '' : 'on '}${shownTrigger(trigger)}`,
    kind: CompletionItemKind.EnumMember,
    sortText: sortTextOf(index / 10),
  }));
}

/** What scenarios may be for. */
export function isRunnable(target: AstNode, from: AstNode): boolean {
  return (
    !isScenario(from) || target.$type !== 'Process' || AstUtils.findRootNode(target) === AstUtils.findRootNode(from)
  );
}

/** Names of what the scenario is for come first. */
export function isOfTarget(target: AstNode, from: AstNode): boolean {
  const scenario = AstUtils.getContainerOfType(from, isScenario);
  const about = scenario && targetOf(scenario);
  const roots: readonly AstNode[] = about ? [...about.processes, ...(about.case ? [about.case] : [])] : [];
  for (let around: AstNode | undefined = target; around; around = around.$container)
    if (roots.includes(around)) return true;
  return false;
}
