import { GrammarUtils, type ValidationAcceptor } from 'langium';
import type { PlanClause, PlanItem } from '../generated/ast.ts';
import { linesOf } from '../late-places.ts';
import { discretionaryBefore } from './plan-clauses.ts';
import { shownStep } from './surroundings.ts';

/** Clauses that newcomers write before an item, as other languages have it. */
const PREFIXES: ReadonlySet<string> = new Set<PlanClause['$type']>(['ItemRule', 'PlanFlag', 'By']);

/**
 * `required human check`: what begins a line goes on with the item above it, and the item behind it gets nothing. Said at the words with what is meant.
 * @param item the one behind the words
 */
export function checkClausesBefore(item: PlanItem, accept: ValidationAcceptor): void {
  const before = clausesBefore(item);
  const [first] = before;
  if (!first) return;
  const [from, head] = [first.$cstNode, headOf(item)];
  if (!from || !head) return;
  const words = before.map(({ $cstNode }) => $cstNode?.text ?? '').join(' ');
  const message = `\`${words}\` is said of the item above it here, not of ${shownStep(item)}. What an item is stands behind it: write \`${head.text} ${words}\`.`;
  accept('error', message, {
    node: item,
    range: { start: from.range.start, end: head.end },
    code: 'clause-before-item',
    data: { code: 'clause-before-item', text: `${head.text} ${words}` },
  });
}

/** The last clauses of the item above that begin the line on which this one stands. */
function clausesBefore(item: PlanItem): PlanClause[] {
  const own = discretionaryBefore(item) ?? item;
  const above = item.$container.items[(own.$containerIndex ?? 0) - 1];
  if (above?.$type !== 'PlanItem' || above.clauses.length === 0) return [];
  const [line, lines] = [linesOf(own)?.first, linesOf(above)];
  if (!lines || lines.first === line) return [];
  const here = above.clauses.filter((clause) => linesOf(clause)?.first === line);
  const last = here.at(-1);
  const isPrefix = here.every(({ $type }) => PREFIXES.has($type)) && last && lines.end === linesOf(last)?.end;
  return isPrefix ? (here as PlanClause[]) : [];
}

/** An item up to its clauses, as it stands in the text. */
function headOf(item: PlanItem) {
  const last = ['kind', 'event', 'name', 'label']
    .flatMap((property) => GrammarUtils.findNodeForProperty(item.$cstNode, property) ?? [])
    .at(-1);
  const whole = discretionaryBefore(item)?.$cstNode ?? item.$cstNode;
  if (!whole || !last) return undefined;
  return { text: whole.root.fullText.slice(whole.offset, last.end), end: last.range.end };
}
