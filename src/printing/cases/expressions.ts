/** Expressions of cases. */
import { type Cmmn, is, ownPropertyOf } from '../../model/index.ts';
import { extensionsOf } from '../extensions.ts';
import { expressionText, stringText } from '../literals.ts';
import { isRefused } from '../refused-code.ts';
import type { CasePrintContext } from './case-context.ts';

/** `` `code` language "…" ``; undefined if it has more to say, or no backticks give its text back. */
export function conditionText(
  context: CasePrintContext,
  expression: Cmmn.Expression | undefined,
  isFaulty = isRefused,
): string | undefined {
  if (!is(expression, 'cmmn:Expression') || extensionsOf(expression, context.prefixes).length > 0) return undefined;
  if (ownPropertyOf(expression, 'documentation') !== undefined) return undefined;
  const { body = '', language } = expression;
  const code = body === '' ? '``' : expressionText(body);
  if (code === undefined || isFaulty(expression, context.definitions)) return undefined;
  return language === undefined ? code : `${code} language ${stringText(language)}`;
}
