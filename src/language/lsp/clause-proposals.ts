import { type AstNode, AstUtils, CstUtils, GrammarAST } from 'langium';
import type { Construct } from '../construct.ts';
import { constructFor, constructs } from '../constructs.ts';
import {
  isActivity,
  isBranch,
  isCase,
  isCaseBlock,
  isDiscretionary,
  isEvent,
  isEventSubProcess,
  isFlow,
  isHandler,
  isPlanItem,
  isScenario,
  type Scenario,
} from '../generated/ast.ts';
import { WORK } from '../validation/plan-clauses.ts';
import { INTERRUPTING, wordOf } from '../validation/triggers.ts';
import { clauseKindOf, constructOfKeyword, constructOfLeaf } from './construct-lookup.ts';
import type { Cursor } from './cursor.ts';
import { openBrace } from './open-brace.ts';
import type { RankedConstruct } from './proposals.ts';
import { clauseInScenario, isDueInScenario, isInScenario } from './scenario-proposals.ts';
import { hostOf, isAttached, isSend } from './statement-kinds.ts';
import { attachmentsAt } from './statement-proposals.ts';
import { isTrigger, triggerOrder } from './trigger-order.ts';

const jump = constructFor('Flow', '->');

/** Whether a statement is a case, or one of its lines. */
function isOfCase(statement: AstNode): boolean {
  return isCase(statement) || isCaseBlock(statement.$container);
}

/** What is due after a word, so that nothing else is proposed: these keywords, and the references that the grammar names. */
const dueAfter = new Map<string, (construct: Construct) => boolean>([
  ['on', ({ role, keyword }) => role === 'trigger' && keyword !== 'or' && keyword !== 'and'],
  ['timer', ({ keyword }) => ['after', 'at', 'every'].includes(keyword)],
  ['as', ({ rules, role }) => rules.includes('OwnPool') || (rules.includes('Join') && role !== 'clause')],
  ['event', ({ keyword }) => keyword === 'subprocess'],
  ['for', ({ keyword }) => keyword === 'each'],
  ['loop', ({ keyword }) => keyword === 'while'],
  ['->', ({ keyword }) => keyword === '{' || keyword === 'next' || keyword === 'none'],
]);
/** After these in a case, an item is due. */
const DUE_IN_CASES: ReadonlySet<string> = new Set(['when', 'and']);

for (const word of [
  'by',
  'targets',
  'through',
  'from',
  '~>',
  '--',
  '<->',
  ',',
  ':',
  '.',
  'reads',
  'writes',
  'runs',
  'about',
  'of',
  'condition',
  'in',
]) {
  dueAfter.set(word, () => false);
}

/** Whether the word before the caret is nothing without what follows it. */
export function isOperandDue(cursor: Cursor): boolean {
  if (isInScenario(cursor)) return isDueInScenario(cursor);
  const last = cursor.before.at(-1);
  if (last && (isNameDue(cursor.wordBefore, last) || isDueInCase(cursor, last))) return true;
  return dueAfter.has(cursor.wordBefore) || ['message', 'error', 'signal', 'escalation'].includes(cursor.wordBefore);
}

/**
 * What a keyword that the grammar allows at the caret is worth there: `undefined` if it opens a statement (those come at a
 * line's start), does not fit the statement that it would continue, or stands there already.
 */
export function clauseFor(keyword: GrammarAST.Keyword, cursor: Cursor): RankedConstruct | undefined {
  const statement = cursor.before.at(-1);
  const construct = keyword.value === '{' ? braceOf(keyword) : constructOfKeyword(keyword);
  if (!construct || !statement) return undefined;
  if (isInScenario(cursor)) return clauseInScenario(construct, statement, cursor);
  if (isScenario(statement)) return clauseOfHeader(construct, statement, cursor);
  const due = isNameDue(cursor.wordBefore, statement) ? () => false : dueAfter.get(cursor.wordBefore);
  if (due && !due(construct)) return undefined;
  if (isOfCase(statement)) return clauseInCase(construct, statement, cursor);
  const attachment =
    construct === openBrace ? undefined : attachmentsAt(cursor).find((one) => one.construct === construct);
  // A handler or a branch either has a block or jumps: the one is as likely as the other.
  if (construct === jump && attachment && (isHandler(statement) || isBranch(statement))) return { construct, rank: 11 };
  if (attachment && construct.keyword === '~>' && isSend(statement)) return { construct, rank: 28 };
  if (attachment && (construct === jump || !isAttached(statement))) return { construct, rank: 45 + attachment.rank };
  if (opensStatement(construct) || !fits(construct, statement) || repeats(construct, statement, cursor))
    return undefined;
  const order = triggerPlace(construct, statement, cursor);
  return order === undefined ? undefined : { construct, rank: rankOf(construct, order) };
}

/** `for` and the block of a scenario. */
function clauseOfHeader(
  construct: Construct,
  statement: Scenario,
  { wordBefore }: Cursor,
): RankedConstruct | undefined {
  if (wordBefore === 'for') return undefined;
  if (construct === openBrace) return statement.of ? { construct, rank: 10 } : undefined;
  return construct.rules.includes('Scenario') && construct.keyword === 'for' && !statement.forWord
    ? { construct, rank: 1 }
    : undefined;
}

/** What goes on with a line of a case, or with the header of one. */
function clauseInCase(construct: Construct, statement: AstNode, cursor: Cursor): RankedConstruct | undefined {
  const { wordBefore } = cursor;
  if (isHalfEvent(statement, cursor))
    return construct.rules.includes('PlanItem') && construct.keyword === 'event' ? { construct, rank: 0 } : undefined;
  if (construct.rules.includes('PlanItem')) return addedItem(construct, statement);
  if (isDueInCase(cursor, statement) && wordBefore !== 'discretionary')
    return construct.rules.includes('Criterion') && ['when', 'if'].includes(construct.keyword)
      ? { construct, rank: rankOf(construct, 0) }
      : undefined;
  if (construct.rules.includes('FileUse') && !isMapping(construct.keyword, statement)) return undefined;
  if (construct.keyword === 'through' && wordBefore !== 'exits') return undefined;
  const isCriterionWord = construct.rules.includes('Criterion') && construct.role === 'control';
  if (!fits(construct, statement) || (!isCriterionWord && repeats(construct, statement, cursor))) return undefined;
  if (opensStatement(construct)) return undefined;
  if (isDiscretionary(statement) && construct !== openBrace)
    return { construct, rank: construct.keyword === 'by' ? 1 : 2 };
  // People seldom add to a human task, and file items are seldom parts of others.
  if (construct === openBrace && !isCase(statement) && clauseKindOf(statement) !== 'stage')
    return { construct, rank: clauseKindOf(statement) === 'fragment' ? 10 : 70 };
  if (isCriterionWord) return { construct, rank: construct.keyword === 'enter' ? 30 : 48 };
  return { construct, rank: rankOf(construct, 0) };
}

/** `enter` and `exit` go on, and so do halves of an item. */
function isDueInCase({ wordBefore }: Cursor, statement: AstNode): boolean {
  if (isDiscretionary(statement)) return wordBefore === 'discretionary';
  return (isPlanItem(statement) || isCase(statement)) && (wordBefore === 'enter' || wordBefore === 'exit');
}

/** `user`, which is half of `user event`. */
function isHalfEvent(statement: AstNode, { wordBefore }: Cursor): boolean {
  return isPlanItem(statement) && statement.kind === 'user' && !statement.event && wordBefore === 'user';
}

/** Behind `discretionary` what may be added. */
function addedItem(construct: Construct, statement: AstNode): RankedConstruct | undefined {
  const isAdded = isDiscretionary(statement) && [...WORK, 'fragment'].includes(construct.keyword);
  return isAdded
    ? { construct, rank: construct.keyword === 'human' ? 0 : 5 + (construct.places?.stage ?? 0) }
    : undefined;
}

/** Whether something is handed over here: `reads … into`, `writes … from`, of a task that runs something. */
function isMapping(keyword: string, statement: AstNode): boolean {
  if (!isPlanItem(statement) || !['process', 'case', 'decision'].includes(statement.kind)) return false;
  const last = statement.clauses.findLast((clause) => clause.$type === 'FileUseClause');
  return keyword === (last?.kind === 'writes' ? 'from' : 'into');
}

/** Whether a word is followed by a name where it stands in this statement. */
function isNameDue(word: string, statement: AstNode): boolean {
  if (word === 'message') return isActivity(statement);
  return DUE_IN_CASES.has(word) && (isPlanItem(statement) || isCase(statement));
}

/** The brace of a block; that of `with { … }` is none. */
function braceOf(keyword: GrammarAST.Keyword): Construct | undefined {
  const rule = AstUtils.getContainerOfType(keyword, GrammarAST.isParserRule)?.name ?? '';
  return openBrace.rules.includes(rule) ? openBrace : undefined;
}

function opensStatement(construct: Construct): boolean {
  return construct.places !== undefined || construct === jump;
}

function fits(construct: Construct, statement: AstNode): boolean {
  const kind = clauseKindOf(statement);
  if (construct === openBrace && isEventSubProcess(statement)) return statement.subprocess;
  if (construct === openBrace && isFlow(statement)) return !statement.target && !statement.next && !statement.none;
  if (construct.keyword === 'non-interrupting' && alwaysInterrupts(statement)) return false;
  return construct.kinds === undefined || (kind !== undefined && construct.kinds.includes(kind));
}

/** Whether what is caught leaves nothing to go on with. */
function alwaysInterrupts(statement: AstNode): boolean {
  const triggers = isHandler(statement) || isEvent(statement) ? statement.triggers : [];
  return triggers.some((trigger) => INTERRUPTING.has(wordOf(trigger)));
}

/** Most clauses say a thing once; triggers may be several. */
function repeats(construct: Construct, statement: AstNode, cursor: Cursor): boolean {
  if (construct.role === 'trigger' || !statement.$cstNode) return false;
  const leaves = [...CstUtils.flattenCst(statement.$cstNode)].filter((leaf) => leaf.end <= cursor.wordStart);
  // Each criterion and each rule has its own words.
  const from = construct.rules.some((rule) => IN_CASES.has(rule) && !opensClause(construct))
    ? leaves.findLastIndex((leaf) => opensClause(constructOfLeaf(leaf)))
    : 0;
  return leaves.slice(Math.max(from, 0)).some((leaf) => constructOfLeaf(leaf) === construct);
}

function opensClause(construct: Construct | undefined): boolean {
  return ['enter', 'exit', 'required', 'repeat', 'manual'].includes(construct?.keyword ?? '');
}

/** The place of a trigger among those that fit the event; 0 for any other word, `undefined` where it does not fit. */
function triggerPlace({ keyword }: Construct, statement: AstNode, cursor: Cursor): number | undefined {
  return isTrigger(keyword) ? triggerOrder(keyword, statement, hostOf(cursor.before)) : 0;
}

const CONTINUING: ReadonlySet<string> = new Set(['when', 'and', 'if', 'through', 'into', 'from']);
const IN_CASES: ReadonlySet<string> = new Set(['Criterion', 'ItemRule', 'OnPart', 'FileUse']);

/** Rank 0 is for references; then come the block, triggers, what is made for this kind of statement, and the rest. */
function rankOf(construct: Construct, triggerPlace: number): number {
  // What goes on with the criterion or the rule just written.
  if (CONTINUING.has(construct.keyword) && construct.rules.some((rule) => IN_CASES.has(rule)))
    return 5 + constructs.indexOf(construct) / 1000;
  if (construct === openBrace) return 10;
  const order = constructs.indexOf(construct) / 100;
  if (construct.keyword === 'non-interrupting') return 12;
  // Several triggers of one event are seldom meant.
  if (construct.rules.includes('Triggers')) return 50 + order;
  if (construct.role === 'trigger') return 20 + (isTrigger(construct.keyword) ? triggerPlace / 100 : order);
  // `as`, `language`, `with` and `@` stand nearly everywhere and are seldom meant.
  if (construct.rules.includes('Flow') && construct.keyword === 'as') return 60;
  if (construct.rules.includes('Expression')) return 61;
  if (construct.rules.includes('Rest')) return 80;
  if (construct.rules.includes('Extension')) return 81;
  if (construct.rules.includes('UseClause')) return 30 + order;
  const specific = construct.kinds !== undefined && construct.kinds.length <= 4;
  return (specific ? 22 : 40) + order;
}
