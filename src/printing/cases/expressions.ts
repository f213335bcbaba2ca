/** Expressions of cases. */
import { codeProblems } from '../../expressions/index.ts';
import { type Cmmn, is, ownPropertyOf } from '../../model/index.ts';
import { extensionsOf } from '../extensions.ts';
import { expressionText, stringText } from '../literals.ts';
import type { CasePrintContext } from './case-context.ts';

/** `` `code` language "…" ``; undefined if it has more to say, or no backticks give its text back. */
export function conditionText(context: CasePrintContext, expression: Cmmn.Expression | undefined): string | undefined {
  if (!is(expression, 'cmmn:Expression') || extensionsOf(expression, context.prefixes).length > 0) return undefined;
  if (ownPropertyOf(expression, 'documentation') !== undefined) return undefined;
  const { body = '', language } = expression;
  const code = body === '' ? '``' : expressionText(body);
  if (code === undefined || isRefused(context, expression)) return undefined;
  return language === undefined ? code : `${code} language ${stringText(language)}`;
}

/** Whether the language finds fault with it where words say it; in `with` it is a text that it only warns of. */
function isRefused({ definitions }: CasePrintContext, { body = '', language }: Cmmn.Expression): boolean {
  const declared = ownPropertyOf(definitions, 'expressionLanguage');
  const problems = codeProblems(body, language ?? (typeof declared === 'string' ? declared : 'FEEL'));
  return problems.some(({ code }) => code !== 'empty-expression');
}
