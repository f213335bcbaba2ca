/** Plan items: which clauses and blocks each kind has, and where it may stand (CMMN 1.1, 5.4). */
import type { AstNode, ValidationAcceptor } from 'langium';
import { elementType } from '../details/detail-types.ts';
import {
  type Case,
  type CaseBlock,
  type CaseItem,
  type Discretionary,
  isDefine,
  isScenario,
  isUnknownAct,
  type PlanClause,
  type PlanItem,
  type Runs,
  type StrayClause,
  type StrayFlow,
} from '../generated/ast.ts';
import {
  discretionaryBefore,
  hasClause,
  NOTHING_ADDED,
  refusalOf,
  refusalOfNonBlocking,
  SEVERAL,
  shownKind,
  WORK,
  wordOf,
} from './plan-clauses.ts';
import { report } from './report.ts';

/** One plan item: its clauses, its block, and whether it may be discretionary. */
export function checkPlanItem(item: PlanItem, accept: ValidationAcceptor): void {
  checkRepeated(item.clauses, accept);
  for (const clause of item.clauses) checkClause(item, clause, accept);
  if (hasClause(item, 'non-blocking')) checkNonBlocking(item, accept);
  if (item.body && !['stage', 'fragment', 'human'].includes(item.kind)) {
    const message = `A \`${shownKind(item)}\` has no block. Remove the braces, or make it a \`stage\`.`;
    report(accept, 'error', 'block', message, item, { property: 'kind' });
  }
  const prefix = discretionaryBefore(item);
  if (item.kind === 'fragment' && !prefix) {
    const message = 'A `fragment` is there to be added. Write `discretionary` before it, or make it a `stage`.';
    report(accept, 'error', 'not-discretionary', message, item, { property: 'kind' });
  } else if (prefix && ![...WORK, 'fragment'].includes(item.kind)) {
    const message = `Only tasks, stages and fragments are discretionary, not a \`${shownKind(item)}\`. Remove \`discretionary\`.`;
    report(accept, 'error', 'not-discretionary', message, prefix);
  }
}

function checkClause(item: PlanItem, clause: PlanItem['clauses'][number], accept: ValidationAcceptor): void {
  const word = wordOf(clause);
  const refusal = refusalOf(item, word);
  if (refusal) {
    report<AstNode>(accept, 'error', 'clause', refusal, clause, { keyword: word });
  } else if (clause.$type === 'Runs') {
    checkCalled(item, clause, accept);
  } else if (clause.$type === 'By' && item.kind === 'human' && clause.roles.length > 1) {
    const message = 'A `human` task is done by one role. Name one.';
    report(accept, 'error', 'clause', message, clause, { property: 'roles', index: 1 });
  }
}

/** A process task runs a process, and so on; what `define` makes is told elsewhere. */
function checkCalled(item: PlanItem, runs: Runs, accept: ValidationAcceptor): void {
  const target = runs.runs?.ref;
  const isExternal = isDefine(target) && elementType(target)?.name === 'cmmn:Process';
  const called = isExternal ? 'process' : target?.$type.toLowerCase();
  if (!called || called === 'define' || called === item.kind) return;
  const message = `\`${runs.runs?.$refText}\` is a ${called}, and a \`${item.kind}\` task runs a ${item.kind}. Name one, or make this a \`${called}\`.`;
  report(accept, 'error', 'wrong-reference', message, runs, { property: 'runs' });
}

/** Nobody waits for its end, so nothing can come of it (CMMN 1.1, 5.4.10). */
function checkNonBlocking(item: PlanItem, accept: ValidationAcceptor): void {
  for (const clause of item.clauses) {
    const word = wordOf(clause);
    const refusal = refusalOfNonBlocking(item, word);
    if (refusal) report<AstNode>(accept, 'error', 'clause', refusal, clause, { keyword: word });
  }
  if (item.body && item.kind === 'human')
    report(accept, 'error', 'block', `${NOTHING_ADDED} Remove its block.`, item, { property: 'kind' });
}

/** The clauses of a case: it has criteria for its end alone. */
export function checkCase(node: Case, accept: ValidationAcceptor): void {
  const clauses = node.clauses.filter((clause): clause is PlanClause => clause.$type !== 'StrayClause');
  checkRepeated(clauses, accept);
  for (const clause of clauses) {
    const word = wordOf(clause);
    if (word === 'exit' || word === 'autocomplete') continue;
    const advice = word === 'enter' ? 'It begins when someone opens it.' : 'Write it behind an item of the case.';
    report<AstNode>(accept, 'error', 'clause', `A case has no \`${word}\`. ${advice}`, clause, { keyword: word });
  }
}

function checkRepeated(clauses: PlanItem['clauses'], accept: ValidationAcceptor): void {
  const seen = new Set<string>();
  for (const clause of clauses) {
    const word = wordOf(clause);
    const group = clause.$type === 'TimerValue' ? 'time' : word;
    if (SEVERAL.has(word)) continue;
    if (seen.has(group))
      report<AstNode>(accept, 'error', 'repeated-clause', `There is one \`${word}\` already. Remove this one.`, clause);
    seen.add(group);
  }
}

/** What may stand in which block. */
export function checkCaseBlock({ items, $container: owner }: CaseBlock, accept: ValidationAcceptor): void {
  for (const item of items) {
    const advice = misplaced(item, owner);
    if (advice) report<AstNode>(accept, 'error', 'misplaced', advice, item, spotOf(item));
  }
}

function misplaced(item: CaseItem, owner: CaseBlock['$container']): string | undefined {
  if (item.$type === 'UnknownItem' || item.$type === 'StrayFlow') return undefined;
  if (owner.$type === 'FileItem')
    return item.$type === 'FileItem' ? undefined : 'A case file item holds `file` items only. Move this out of it.';
  if (item.$type === 'Role' || item.$type === 'FileItem') {
    const word = item.$type === 'Role' ? 'role' : 'file';
    return owner.$type === 'PlanItem'
      ? `A \`${word}\` is declared in the case itself. Move this line there.`
      : undefined;
  }
  const isTable = owner.$type === 'PlanItem' && owner.kind === 'human';
  if (isTable && item.$type === 'PlanItem' && !discretionaryBefore(item))
    return 'The block of a `human` task is for what people may add to it. Write `discretionary` before this.';
  return undefined;
}

function spotOf(item: CaseItem): { readonly keyword?: string } {
  if ('kind' in item) return { keyword: item.kind };
  const words: Readonly<Record<string, string>> = {
    Role: 'role',
    FileItem: 'file',
    Note: 'note',
    Association: 'association',
  };
  const keyword = words[item.$type];
  return keyword ? { keyword } : {};
}

/** `discretionary` holds the plan item behind it. */
export function checkDiscretionary(node: Discretionary, accept: ValidationAcceptor): void {
  const next = node.$container.items[(node.$containerIndex ?? 0) + 1];
  if (next?.$type === 'PlanItem' || next?.$type === 'UnknownItem') return;
  const message = 'Write the task, the stage or the fragment that may be added behind `discretionary`.';
  report(accept, 'error', 'missing-operand', message, node, { keyword: 'discretionary' });
}

/** An arrow in a case. */
export function checkStrayFlow(node: StrayFlow, accept: ValidationAcceptor): void {
  const message =
    'A case has no flow: its items begin when their criteria are met. Write `enter when … completes` behind the item that follows.';
  report(accept, 'error', 'flow-in-case', message, node);
}

/** A word in the header of a case or a scenario that is none, or a text where none belongs. */
export function checkStrayClause(node: StrayClause, accept: ValidationAcceptor): void {
  if (isUnknownAct(node.$container)) return;
  if (node.word === undefined) {
    const message = 'No text belongs here. Remove it, or write it as the label, right behind the name.';
    report(accept, 'error', 'stray-text', message, node);
    return;
  }
  const message = isScenario(node.$container)
    ? `\`${node.word}\` does not belong here. Behind the name and the label of a scenario stands \`for\` and what it is for, then its block.`
    : `\`${node.word}\` does not belong to a case. What may stand here is \`autocomplete\`, \`exit when …\`, \`with\` and its block.`;
  report(accept, 'error', 'unknown-word', message, node, { property: 'word' });
}
