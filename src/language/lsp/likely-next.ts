/** What the statements before the caret make likelier, or less likely, than its place alone does. */
import { type AstNode, AstUtils } from 'langium';
import type { Construct } from '../construct.ts';
import {
  isActivity,
  isDiscretionary,
  isHandler,
  isInLane,
  isLane,
  isMessageFlow,
  isPlanItem,
  isProcess,
  isScenarioLine,
} from '../generated/ast.ts';
import { isLaneBlock } from '../validation/surroundings.ts';
import { constructOf } from './construct-lookup.ts';
import type { Cursor } from './cursor.ts';
import { isStep } from './statement-kinds.ts';

/** What stands in lists: one of them is followed by another. */
const LISTED: ReadonlySet<string> = new Set([
  ...['namespace', 'message', 'error', 'signal', 'escalation', 'item', 'decision', 'scenario'],
  ...['lane', 'data', 'store', 'role', 'file', 'discretionary'],
]);
/** Of these there are few: the start comes sooner. */
const DATA: ReadonlySet<string> = new Set(['data', 'store']);

/** Before all that a place offers. */
const FIRST = -10;
/** Words that depend on the steps before. */
const OF_FLOW: ReadonlySet<string> = new Set(['in', 'lane', 'start', 'end']);
/** So many steps make an end likely. */
const ENOUGH = 3;

/** What is added to the rank that each construct has at the place of the caret; what stands before it is looked at once. */
export function shiftsAt(cursor: Cursor): (construct: Construct) => number {
  let flow: readonly AstNode[] | undefined;
  const flowOnce = (): readonly AstNode[] => {
    flow ??= flowBefore(cursor);
    return flow;
  };
  return (construct) => shift(construct, cursor, flowOnce);
}

function shift({ keyword, places }: Construct, cursor: Cursor, flowOf: () => readonly AstNode[]): number {
  const { before, place } = cursor;
  const own = places?.[place] ?? 0;
  const last = before.at(-1);
  if (place === 'scenario') return shiftInScenario(keyword, before, own);
  if (LISTED.has(keyword) && wordOfLast(before) === keyword) return (DATA.has(keyword) ? 0.5 : FIRST) - own;
  if (keyword === 'in' && isInLane(last) && last.body) return FIRST - own;
  if (keyword === 'in' && place === 'flow' && hasLanes(cursor)) return 2.5 - own;
  if (!OF_FLOW.has(keyword)) return 0;
  const flow = flowOf();
  if (keyword === 'in') return flow.length === 0 && before.some(isLane) ? 1.5 - own : 0;
  if (keyword === 'lane') return flow.length === 0 ? 1.5 - own : 0;
  if (keyword === 'start') return flow.length > 0 ? 40 : FIRST;
  if (place !== 'process') return 0;
  if (flow.length === 0) return 30;
  return flow.length >= ENOUGH && isLastOfMany(last) ? 1.5 - own : 0;
}

/** What is sent or done by software is often the last thing; what a person or a rule has done is decided upon. */
function isLastOfMany(last: AstNode | undefined): boolean {
  return (
    isMessageFlow(last) ||
    isHandler(last) ||
    (isActivity(last) && ['send', 'service', 'task', 'call'].includes(last.kind))
  );
}

/** A run begins once; each of its acts is followed by the next, or by what is expected then. */
function shiftInScenario(keyword: string, before: readonly AstNode[], own: number): number {
  if (keyword === 'start') return before.length > 0 ? 30 : 0;
  const last = before.at(-1);
  if (keyword !== 'expect' || !last || !isScenarioLine(last)) return 0;
  return 2.5 - own;
}

/** The word of the last statement; an item that may be added is of its `discretionary`. */
function wordOfLast(before: readonly AstNode[]): string | undefined {
  const [last, one] = [before.at(-1), before.at(-2)];
  if (isPlanItem(last) && isDiscretionary(one)) return 'discretionary';
  return last && constructOf(last)?.keyword;
}

/** Whether the process around has lanes. */
function hasLanes({ holder }: Cursor): boolean {
  const { body } = AstUtils.getContainerOfType(holder, isProcess) ?? {};
  return body?.statements.some((statement) => isLane(statement) || isInLane(statement)) ?? false;
}

/** The steps and lanes before the caret; the flow ignores the blocks of lanes, and goes on from one into the next. */
function flowBefore({ before, holder }: Cursor): AstNode[] {
  const all = [...before];
  for (let around = holder.$container; around && isLaneBlock(around); around = around.$container.$container)
    all.push(...around.$container.statements.slice(0, around.$containerIndex));
  return all.filter((statement) => isStep(statement) || (isInLane(statement) && statement.body !== undefined));
}
