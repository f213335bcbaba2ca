import { nameOf } from '../../queries.ts';
import type { Rule } from '../../rule.ts';
import { the } from '../../words.ts';

export const labelLength: Rule = {
  id: 'ST05',
  name: 'label-length',
  statement: 'A name is not long.',
  why: 'A long name does not fit its symbol; what it says belongs into the documentation.',
  severity: 'info',
  references: [],
  options: { max: 60 },
  check({ all, options, report }) {
    const { max } = options;
    for (const node of all('bpmn:FlowNode')) {
      const { length } = nameOf(node);
      if (typeof max === 'number' && length > max)
        report(
          node,
          `The name of ${the(node)} has ${length} characters, ${max} is the most. Say the rest in its documentation.`,
        );
    }
  },
};
