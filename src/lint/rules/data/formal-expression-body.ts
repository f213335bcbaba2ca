import { hasExtensions } from '../../queries.ts';
import type { Rule } from '../../rule.ts';
import { the } from '../../words.ts';

export const formalExpressionBody: Rule = {
  id: 'DA02',
  name: 'formal-expression-body',
  statement: 'A formal expression has a body.',
  why: 'There is nothing to evaluate.',
  severity: 'error',
  clause: 'BPMN 2.0.2, 8.3.8',
  references: ['EXT.013'],
  check({ all, report }) {
    for (const expression of all('bpmn:FormalExpression')) {
      if (!expression.body?.trim() && !hasExtensions(expression))
        report(
          expression,
          `An expression of ${the(expression.$parent ?? expression)} is empty. Write it, or take it away.`,
        );
    }
  },
};
