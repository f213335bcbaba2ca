import { AstUtils, GrammarUtils, type ValidationAcceptor } from 'langium';
import { type CodeProblem, codeProblems, looksLikeTimer, type TimerForm, timerForm } from '../../expressions/index.ts';
import { DEFAULT_LANGUAGE } from '../default-language.ts';
import { entryOf } from '../details/detail-entry.ts';
import {
  type Expression,
  isDetail,
  isExtensionValue,
  isTimerTrigger,
  isTimerValue,
  isValue,
  isWithinExpected,
  type TimerTrigger,
  type TimerValue,
} from '../generated/ast.ts';
import { languageOf } from '../texts.ts';
import { report } from './report.ts';

/** An expression, by the parser of its language; at its very place in the document. Timers are checked with their trigger. */
export function checkExpression(expression: Expression, accept: ValidationAcceptor): void {
  if (isTimerTrigger(expression.$container) || isTimerValue(expression.$container)) return;
  if (isWithinExpected(expression.$container) || isMereText(expression)) return;
  placeProblems(expression, accept);
}

/** Most expressions have no problems, and need no place for any. */
function placeProblems(expression: Expression, accept: ValidationAcceptor): void {
  const code = problemsOf(expression, expression.text).length > 0 ? codeOf(expression) : undefined;
  if (code) for (const problem of problemsOf(expression, code.text)) place(expression, code.offset, problem, accept);
}

/** In `with`, backticks also hold texts of several lines, and the code of vendors and scripts, whose language we do not know. */
function isMereText({ $container: value }: Expression): boolean {
  if (isExtensionValue(value)) return true;
  if (!isValue(value) || !isDetail(value.$container)) return false;
  const types = entryOf(value.$container)?.type?.allTypes;
  return !types?.has('bpmn:Expression') && !types?.has('cmmn:Expression');
}

/** Where nothing else is said, expressions are in FEEL. */
function problemsOf(expression: Expression, text: string): readonly CodeProblem[] {
  return codeProblems(text, languageOf(expression) ?? DEFAULT_LANGUAGE);
}

const WORD_OF: Readonly<Record<TimerForm, string>> = { duration: 'after', date: 'at', cycle: 'every' };
const EXAMPLE: Readonly<Record<string, string>> = {
  after: 'a duration such as `PT48H` or `P10D`',
  at: 'a date such as `2027-01-31T09:00:00Z`',
  every: 'a repetition such as `R/PT1H`',
};

/** The value of a timer: ISO 8601 of the form that the word before it says, or an expression. */
export function checkTimerValue(trigger: TimerTrigger | TimerValue, accept: ValidationAcceptor): void {
  const { mode, value } = trigger;
  if (!mode || !value) return;
  const code = value.text.trim();
  const form = timerForm(code);
  if (form === undefined && !looksLikeTimer(code)) {
    placeProblems(value, accept);
    return;
  }
  if (form !== undefined && WORD_OF[form] === mode) return;
  const example = EXAMPLE[mode];
  const fix = form ? ` This one is for \`timer ${WORD_OF[form]}\`.` : '';
  const message = `\`timer ${mode}\` takes ${example} (ISO 8601), or an expression.${fix}`;
  report(accept, 'warning', 'timer-value', message, value, form ? { data: { word: WORD_OF[form] } } : {});
}

/** The code of an expression as it stands in the document, and the offset where it begins. */
function codeOf(expression: Expression): { readonly text: string; readonly offset: number } | undefined {
  const node = GrammarUtils.findNodeForProperty(expression.$cstNode, 'text');
  if (!node) return undefined;
  const quotes = node.text.startsWith('```') ? 3 : 1;
  const closed = node.text.length >= 2 * quotes && node.text.endsWith('`'.repeat(quotes));
  return { text: node.text.slice(quotes, closed ? -quotes : undefined), offset: node.offset + quotes };
}

function place(node: Expression, offset: number, problem: CodeProblem, accept: ValidationAcceptor): void {
  const { code, from, to, message } = problem;
  const document = AstUtils.getDocument(node).textDocument;
  // Nothing to mark in an empty expression but its quotes.
  const range =
    from < to ? { start: document.positionAt(offset + from), end: document.positionAt(offset + to) } : undefined;
  // Models come with expressions that are empty, and with texts of other languages in `with`: only a warning.
  const severity = code === 'empty-expression' || isValue(node.$container) ? 'warning' : 'error';
  accept(severity, message, { node, range, code, data: { code } });
}
