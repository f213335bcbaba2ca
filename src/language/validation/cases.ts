/** Plan items: which clauses and blocks each kind has, and where it may stand (CMMN 1.1, 5.4). */
import type { AstNode, ValidationAcceptor } from 'langium';
import type {
  Case,
  CaseBlock,
  CaseItem,
  Discretionary,
  PlanClause,
  PlanItem,
  Runs,
  StrayClause,
  StrayFlow,
} from '../generated/ast.ts';
import { report } from './report.ts';

const TASKS = ['human', 'process', 'case', 'decision', 'task'];
const WORK = [...TASKS, 'stage'];

/** The kinds that have a clause. */
const FITTING: Readonly<Record<string, readonly string[]>> = {
  autocomplete: ['stage'],
  'non-blocking': TASKS,
  by: ['human', 'user'],
  runs: ['process', 'case', 'decision'],
  required: [...WORK, 'milestone'],
  repeat: [...WORK, 'milestone'],
  manual: WORK,
  enter: [...WORK, 'milestone'],
  exit: WORK,
  reads: TASKS,
  writes: TASKS,
  after: ['timer'],
  at: ['timer'],
  every: ['timer'],
  from: ['timer'],
};

/** Clauses that a line has as often as it likes. */
const SEVERAL: ReadonlySet<string> = new Set(['enter', 'exit', 'reads', 'writes']);

/** The word that opens a clause. */
function wordOf(clause: PlanClause): string {
  switch (clause.$type) {
    case 'PlanFlag':
      return clause.flag;
    case 'TimerValue':
      return clause.mode;
    case 'TimerStart':
      return 'from';
    case 'By':
      return 'by';
    case 'Runs':
      return 'runs';
    default:
      return clause.kind;
  }
}

/** One plan item: its clauses, its block, and whether it may be discretionary. */
export function checkPlanItem(item: PlanItem, accept: ValidationAcceptor): void {
  checkRepeated(item.clauses, accept);
  for (const clause of item.clauses) checkClause(item, clause, accept);
  if (has(item, 'non-blocking')) checkNonBlocking(item, accept);
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

function checkClause(item: PlanItem, clause: PlanClause, accept: ValidationAcceptor): void {
  const word = wordOf(clause);
  const kinds = FITTING[word];
  if (kinds && !kinds.includes(item.kind)) {
    const kind = shownKind(item);
    const message = `${kind === 'event' ? 'An' : 'A'} \`${kind}\` has no \`${word}\`. ${ADVICE[word] ?? 'Remove it.'}`;
    report<AstNode>(accept, 'error', 'clause', message, clause, { keyword: word });
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
  const called = target?.$type.toLowerCase();
  if (!called || called === 'define' || called === item.kind) return;
  const message = `\`${runs.runs?.$refText}\` is a ${called}, and a \`${item.kind}\` task runs a ${item.kind}. Name one, or make this a \`${called}\`.`;
  report(accept, 'error', 'wrong-reference', message, runs, { property: 'runs' });
}

const ADVICE: Readonly<Record<string, string>> = {
  enter: 'Listeners wait from the beginning, and a fragment is no more than what is in it. Remove it.',
  exit: 'Only tasks and stages are left before their work is done. Remove it.',
  manual: 'Only tasks and stages are started by people. Remove it.',
};

/** Nobody waits for its end, so nothing can come of it (CMMN 1.1, 5.4.10). */
function checkNonBlocking(item: PlanItem, accept: ValidationAcceptor): void {
  for (const clause of item.clauses) {
    const word = wordOf(clause);
    if (word !== 'exit' && word !== 'writes') continue;
    const message = `A \`non-blocking\` task is over as soon as it has begun: it has no \`${word}\`. Remove one of the two.`;
    report<AstNode>(accept, 'error', 'clause', message, clause, { keyword: word });
  }
  if (item.body && item.kind === 'human') {
    const message =
      'A `non-blocking` task is over as soon as it has begun: nothing can be added to it. Remove its block.';
    report(accept, 'error', 'block', message, item, { property: 'kind' });
  }
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

function checkRepeated(clauses: readonly PlanClause[], accept: ValidationAcceptor): void {
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

/** A word in the header of a case that is none. */
export function checkStrayClause(node: StrayClause, accept: ValidationAcceptor): void {
  const message = `\`${node.word}\` does not belong to a case. What may stand here is \`autocomplete\`, \`exit when …\`, \`with\` and its block.`;
  report(accept, 'error', 'unknown-word', message, node, { property: 'word' });
}

function has(item: PlanItem, word: string): boolean {
  return item.clauses.some((clause) => wordOf(clause) === word);
}

/** `user event` for a user event listener. */
export function shownKind({ kind }: PlanItem): string {
  return kind === 'user' ? 'user event' : kind;
}

/** The `discretionary` that holds an item. */
export function discretionaryBefore(item: PlanItem): Discretionary | undefined {
  const before = item.$container.items[(item.$containerIndex ?? 0) - 1];
  return before?.$type === 'Discretionary' ? before : undefined;
}
