import type { AstNode } from 'langium';
import type { Construct } from '../construct.ts';
import { constructFor, constructsAt } from '../constructs.ts';
import {
  type Case,
  isActivity,
  isBranch,
  isCase,
  isEvent,
  isFlow,
  isGateway,
  isHandler,
  isInLane,
  isJoin,
  isMessageFlow,
  isNote,
  isPlanItem,
  isPool,
  isProcess,
  isSubProcess,
  type PlanItem,
} from '../generated/ast.ts';
import { clauseKindOf } from './construct-lookup.ts';
import type { Cursor } from './cursor.ts';
import type { RankedConstruct } from './proposals.ts';
import { fitsScenario } from './scenario-proposals.ts';

/** What may open a statement at the caret: what its place takes, and what attaches to the statement before. */
export function statementsAt(cursor: Cursor): RankedConstruct[] {
  const own = constructsAt(cursor.place).map((construct) => ({
    construct,
    rank: construct.places?.[cursor.place] ?? 0,
  }));
  return [...own.filter(({ construct }) => makesSense(construct, cursor)), ...attachmentsAt(cursor)].map(
    ({ construct, rank }) => ({ construct, rank: rank + shift(construct, cursor) }),
  );
}

/** What a statement may be followed by that belongs to it: handlers, jumps, message flows. */
export function attachmentsAt(cursor: Cursor): RankedConstruct[] {
  const last = cursor.before.at(-1);
  if (last && (isPlanItem(last) || isCase(last))) return criteriaOf(last);
  const host = hostOf(cursor.before);
  if (!last || !host || (last !== host && !isAttached(last))) return [];
  const words: RankedConstruct[] = [];
  const add = (rule: string, keyword: string, rank: number): void => {
    const construct = constructFor(rule, keyword);
    if (construct) words.push({ construct, rank });
  };
  if (takesHandlers(host)) add('Handler', 'on', 4.5);
  if (takesJumps(host)) add('Flow', '->', 9.5);
  if (cursor.place !== 'root' && sendsMessages(host)) add('MessageFlow', '~>', isSend(host) ? 6.5 : 28);
  return words;
}

/** The criteria that a plan item, or a case, may have on the lines behind it. */
function criteriaOf(last: PlanItem | Case): RankedConstruct[] {
  if (last.body) return [];
  return (['enter', 'exit'] as const).flatMap((keyword) => {
    const construct = constructFor('Criterion', keyword);
    const fits = construct?.kinds?.includes(clauseKindOf(last) ?? '');
    if (!construct || !fits) return [];
    return [{ construct, rank: keyword === 'enter' ? 1.5 : 10.5 }];
  });
}

/** The statement that handlers and message flows attach to: the last one that is not itself attached to another. */
export function hostOf(before: readonly AstNode[]): AstNode | undefined {
  return before.findLast((statement) => !isAttached(statement));
}

/** Whether a statement belongs to the step or the pool before it. */
export function isAttached(statement: AstNode): boolean {
  return isHandler(statement) || isFlow(statement) || isMessageFlow(statement) || isNote(statement);
}

function takesHandlers(host: AstNode): boolean {
  return isActivity(host) || isSubProcess(host);
}

function sendsMessages(host: AstNode): boolean {
  return isActivity(host) || isPool(host) || (isEvent(host) && (host.kind === 'throw' || host.kind === 'end'));
}

function isSend(host: AstNode): boolean {
  return isActivity(host) && host.kind === 'send';
}

/** A step or a branch may be left by a jump, and a handler after it too; an end may not. */
function takesJumps(host: AstNode): boolean {
  return isStep(host) && !(isEvent(host) && host.kind === 'end');
}

function isStep(statement: AstNode): boolean {
  return [isActivity, isEvent, isSubProcess, isGateway, isJoin, isHandler, isBranch].some((is) => is(statement));
}

/** Whether the statements before leave room for this one. */
function makesSense(construct: Construct, { before, holder }: Cursor): boolean {
  const last = before.at(-1);
  if (isInLane(last) && !last.body && construct.role === 'declaration') return false;
  if (!fitsScenario(construct, holder)) return false;
  switch (construct.keyword) {
    case 'scenario':
      return before.some((statement) => isProcess(statement) || isCase(statement));
    case 'otherwise':
      return !before.some((statement) => isBranch(statement) && statement.kind === 'otherwise');
    case '~>':
      return isPool(hostOf(before)) || isProcess(hostOf(before));
    case 'language':
    case 'definitions':
      return !before.some((statement) => construct.rules.includes(statement.$type));
    default:
      return true;
  }
}

/** An empty body begins with its start, not with its end; a body that has steps hardly needs another start. */
function shift({ keyword }: Construct, { before, place }: Cursor): number {
  const hasFlow = before.some((statement) => isStep(statement) || isInLane(statement));
  if (place === 'scenario') return keyword === 'start' && before.length > 0 ? 30 : 0;
  if (keyword === 'start') return hasFlow ? 40 : -10;
  return keyword === 'end' && place === 'process' && !hasFlow ? 30 : 0;
}
