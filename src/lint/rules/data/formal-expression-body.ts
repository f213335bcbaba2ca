import { is } from '../../../model/index.ts';
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
      if (expression.body?.trim() || hasExtensions(expression)) continue;
      // A trigger is known by its event.
      const owner = expression.$parent;
      const shown = is(owner, 'bpmn:EventDefinition') && is(owner.$parent, 'bpmn:Event') ? owner.$parent : owner;
      report(expression, `An expression of ${the(shown ?? expression)} is empty. Write it, or take it away.`);
    }
  },
};
