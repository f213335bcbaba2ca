import type { AstNode } from 'langium';
import type { Construct } from '../construct.ts';
import { constructFor, constructsAt } from '../constructs.ts';
import {
  type Case,
  isActivity,
  isBranch,
  isCase,
  isEvent,
  isInLane,
  isPlanItem,
  isPool,
  isProcess,
  isSubProcess,
  type PlanItem,
} from '../generated/ast.ts';
import { clauseKindOf } from './construct-lookup.ts';
import type { Cursor } from './cursor.ts';
import { shiftsAt } from './likely-next.ts';
import { isOpenHeader, openBrace } from './open-brace.ts';
import type { RankedConstruct } from './proposals.ts';
import { fitsScenario } from './scenario-proposals.ts';
import { hostOf, isAttached, isSend, isStep } from './statement-kinds.ts';

/** What may open a statement at the caret: what its place takes, and what attaches to the statement before. */
export function statementsAt(cursor: Cursor): RankedConstruct[] {
  const shift = shiftsAt(cursor);
  const own = constructsAt(cursor.place).map((construct) => ({
    construct,
    rank: construct.places?.[cursor.place] ?? 0,
  }));
  return [...own.filter(({ construct }) => makesSense(construct, cursor)), ...attachmentsAt(cursor)].map(
    ({ construct, rank }) => ({ construct, rank: rank + shift(construct) }),
  );
}

/** What a statement may be followed by that belongs to it: handlers, jumps, message flows. */
export function attachmentsAt(cursor: Cursor): RankedConstruct[] {
  const last = cursor.before.at(-1);
  if (last && (isPlanItem(last) || isCase(last))) return [...bracesOf(last), ...criteriaOf(last)];
  if (isOpenHeader(last)) return bracesOf(last);
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

/** The brace of a header that has no block so far; what has criteria has its block below them. */
function bracesOf(last: AstNode | undefined): RankedConstruct[] {
  if (!isOpenHeader(last)) return [];
  const hasClauses = last && 'clauses' in last && (last.clauses as AstNode[]).length > 0;
  return [{ construct: openBrace, rank: isInLane(last) || hasClauses ? 0.5 : 2.5 }];
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

function takesHandlers(host: AstNode): boolean {
  return isActivity(host) || isSubProcess(host);
}

function sendsMessages(host: AstNode): boolean {
  return isActivity(host) || isPool(host) || (isEvent(host) && (host.kind === 'throw' || host.kind === 'end'));
}

/** A step or a branch may be left by a jump, and a handler after it too; an end may not. */
function takesJumps(host: AstNode): boolean {
  return isStep(host) && !(isEvent(host) && host.kind === 'end');
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
