/** Expressions that the language finds fault with. */
import { codeProblems, looksLikeTimer, timerForm } from '../expressions/index.ts';
import { DEFAULT_LANGUAGE } from '../language/index.ts';
import { type ModelElement, ownPropertyOf } from '../model/index.ts';

/**
 * Whether words must not say some code: what a text has in `with` is only warned of, and a text with errors is not exported.
 * @param language of the code; where it has none, that of the file
 */
export function isRefusedCode(code: unknown, language: unknown, definitions: ModelElement): boolean {
  const own = typeof language === 'string' ? language : languageOfFile(definitions);
  const problems = codeProblems(typeof code === 'string' ? code : '', own);
  return problems.some((problem) => problem.code !== 'empty-expression');
}

/** The language of expressions and scripts that name none in a text. */
export function languageOfFile(definitions: ModelElement): string {
  const declared = ownPropertyOf(definitions, 'expressionLanguage');
  return typeof declared === 'string' ? declared : DEFAULT_LANGUAGE;
}

/** The same for an expression. */
export function isRefused(expression: ModelElement, definitions: ModelElement): boolean {
  return isRefusedCode(ownPropertyOf(expression, 'body'), ownPropertyOf(expression, 'language'), definitions);
}

/** The same for the value of a timer, which may be a time. */
export function isRefusedTime(expression: ModelElement, definitions: ModelElement): boolean {
  const body = ownPropertyOf(expression, 'body');
  const text = typeof body === 'string' ? body.trim() : '';
  return timerForm(text) === undefined && !looksLikeTimer(text) && isRefused(expression, definitions);
}

/** So much of some code a comment shows. */
const MOST_SHOWN = 200;

/**
 * A comment in the place of code that the layout file keeps, since words cannot say it: who reads the text alone would miss it. Nothing for code without a word.
 * @param what it is: `condition`, `script`
 */
export function noteOfKept(what: string, code: unknown): string[] {
  const line = typeof code === 'string' ? code.replaceAll(/\s+/g, ' ').replaceAll('*/', '* /').trim() : '';
  if (line === '') return [];
  const shown = line.length > MOST_SHOWN ? `${line.slice(0, MOST_SHOWN)} …` : line;
  return [`/* ${what}, in the layout file: ${shown} */`];
}
