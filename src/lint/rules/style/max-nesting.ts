import { is, type ModelElement } from '../../../model/index.ts';
import type { Rule } from '../../rule.ts';
import { The } from '../../words.ts';

export const maxNesting: Rule = {
  id: 'ST12',
  name: 'max-nesting',
  statement: 'Sub-processes do not lie deep in each other.',
  why: 'Nobody remembers where he is.',
  severity: 'info',
  references: [],
  options: { max: 3 },
  check({ all, options, report }) {
    const { max } = options;
    for (const scope of all('bpmn:SubProcess')) {
      let depth = 0;
      for (let one: ModelElement | undefined = scope; one; one = one.$parent) if (is(one, 'bpmn:SubProcess')) depth++;
      if (typeof max === 'number' && depth === max + 1)
        report(scope, `${The(scope)} lies in ${max} others. Make one of them a process of its own and call it.`);
    }
  },
};
