/** The language of an expression in a model. */
import type { ModelElement } from '../model/index.ts';

/**
 * What an expression says of its language, else what the file says; '' where neither does: the standard's own default, XPath, is used
 * by no engine at hand. An expression that begins with `=` is FEEL, as Camunda 8 writes it.
 */
export function languageOf(expression: ModelElement, definitions: ModelElement): string {
  const own = expression.get('language');
  if (typeof own === 'string' && own) return own;
  if (/^\s*=[^=]/.test(String(expression.get('body') ?? ''))) return 'FEEL';
  const ofFile = definitions.get('expressionLanguage');
  return typeof ofFile === 'string' && !/xpath/i.test(ofFile) ? ofFile : '';
}
