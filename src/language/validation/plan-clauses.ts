/** Which clauses each kind of plan item has, in words and in `with` (CMMN 1.1, 5.4). */
import type { Discretionary, PlanClause, PlanItem, StrayClause } from '../generated/ast.ts';

const TASKS = ['human', 'process', 'case', 'decision', 'task'];

/** Items that people and processes work on. */
export const WORK: readonly string[] = [...TASKS, 'stage'];

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
export const SEVERAL: ReadonlySet<string> = new Set(['', 'enter', 'exit', 'reads', 'writes']);

const ADVICE: Readonly<Record<string, string>> = {
  enter: 'Listeners wait from the beginning, and a fragment is no more than what is in it. Remove it.',
  exit: 'Only tasks and stages are left before their work is done. Remove it.',
  manual: 'Only tasks and stages are started by people. Remove it.',
};

/** The word that opens a clause; none for what is no clause. */
export function wordOf(clause: PlanClause | StrayClause): string {
  switch (clause.$type) {
    case 'StrayClause':
      return '';
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

/** Why an item of this kind has no such clause; undefined if it has. @param shown what stands in the text for it */
export function refusalOf(item: PlanItem, word: string, shown = word): string | undefined {
  if (FITTING[word]?.includes(item.kind) ?? true) return undefined;
  const kind = shownKind(item);
  return `${kind === 'event' ? 'An' : 'A'} \`${kind}\` has no \`${shown}\`. ${ADVICE[word] ?? 'Remove it.'}`;
}

/** Why a task that nobody waits for has no such clause, since nothing can come of it (CMMN 1.1, 5.4.10). */
export function refusalOfNonBlocking(item: PlanItem, word: string, shown = word): string | undefined {
  if (!hasClause(item, 'non-blocking') || (word !== 'exit' && word !== 'writes')) return undefined;
  return `A \`non-blocking\` task is over as soon as it has begun: it has no \`${shown}\`. Remove one of the two.`;
}

/** Why a task that nobody waits for has no planning table. */
export const NOTHING_ADDED = 'A `non-blocking` task is over as soon as it has begun: nothing can be added to it.';

/** Whether an item has a clause that this word opens. */
export function hasClause(item: PlanItem, word: string): boolean {
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
