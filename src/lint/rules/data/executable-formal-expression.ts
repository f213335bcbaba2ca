import { is } from '../../../model/index.ts';
import { isExecutable } from '../../queries.ts';
import type { Rule } from '../../rule.ts';
import { the } from '../../words.ts';

export const executableFormalExpression: Rule = {
  id: 'DA01',
  name: 'executable-formal-expression',
  statement: 'In an executable process every expression is a formal one.',
  why: 'Natural language cannot be run; most engines take it for an expression of their own all the same.',
  severity: 'error',
  from: 'strict',
  clause: 'BPMN 2.0.2, 8.3.8',
  references: ['EXT.012'],
  check({ all, report }) {
    for (const expression of all('bpmn:Expression')) {
      const owner = expression.$parent;
      // A conditional event is looked at by a rule of its own.
      if (
        is(expression, 'bpmn:FormalExpression') ||
        !isExecutable(expression) ||
        !owner ||
        is(owner, 'bpmn:ConditionalEventDefinition')
      )
        continue;
      report(
        expression,
        `An expression of ${the(owner)} is natural language, which an engine cannot run. Make it a formal expression (xsi:type="tFormalExpression").`,
      );
    }
  },
};
