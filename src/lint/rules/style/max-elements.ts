import { enclosing } from '../../fixes/enclosing.ts';

import type { Rule } from '../../rule.ts';
import { The } from '../../words.ts';

export const maxElements: Rule = {
  id: 'ST09',
  name: 'max-elements',
  statement: 'A process or sub-process has no more nodes than fit a page.',
  why: 'Readers make more mistakes the more there is to see at once.',
  severity: 'warning',
  from: 'strict',
  references: [],
  options: { max: 50 },
  fix: { title: 'Put steps that hang together into a sub-process', isSafe: false },
  check(context) {
    const { all, childrenOfType, options, report } = context;
    const { max } = options;
    for (const scope of all('bpmn:FlowElementsContainer')) {
      const number = childrenOfType(scope, 'bpmn:FlowNode').length;
      if (typeof max === 'number' && number > max)
        report(
          scope,
          `${The(scope)} has ${number} nodes, ${max} is the most. Put steps that belong together into a sub-process.`,
          { fix: enclosing(scope, context) },
        );
    }
  },
};
