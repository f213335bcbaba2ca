import type { Expression } from './expression.ts';
import { feelExpression } from './feel-expression.ts';
import { vendorExpression } from './vendor-expression.ts';

/**
 * Makes an expression of the model ready to be evaluated. What stands in `${…}` or `#{…}` is read as the engines of the Activiti family read
 * it; comparisons that mean the same in all languages are evaluated the same way; the rest is FEEL.
 * @param language what the model declares, a URI or a name; undefined: nothing
 */
export function compileExpression(text: string, language?: string): Expression {
  // A `>` at the end is a slip in writing XML: no expression ends in one.
  const code = text.trim().replace(/[>\s]+$/, '');
  const inBraces = /^[$#]\{(.*)\}$/s.exec(code)?.[1];
  const isFeel = language !== undefined && /feel|dmn/i.test(language);
  const evaluate =
    inBraces === undefined
      ? ((isFeel ? undefined : vendorExpression(code)) ?? feelExpression(code.replace(/^=/, '')))
      : (vendorExpression(inBraces) ?? unknown);
  return { text: code, evaluate };
}

const unknown = () => undefined;
