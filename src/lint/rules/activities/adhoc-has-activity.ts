import type { Rule } from '../../rule.ts';
import { The } from '../../words.ts';

export const adhocHasActivity: Rule = {
  id: 'AC17',
  name: 'adhoc-has-activity',
  statement: 'An ad-hoc sub-process has an activity.',
  why: 'There is nothing in it that could be done.',
  severity: 'error',
  clause: 'BPMN 2.0.2, 10.3.5',
  references: ['EXT.061'],
  check({ all, childrenOfType, report }) {
    for (const scope of all('bpmn:AdHocSubProcess')) {
      if (childrenOfType(scope, 'bpmn:Activity').length === 0)
        report(scope, `${The(scope)} has no activity. Put what may be done into it.`);
    }
  },
};
