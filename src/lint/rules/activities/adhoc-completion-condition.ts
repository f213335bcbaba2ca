import { isExecutable } from '../../queries.ts';
import type { Rule } from '../../rule.ts';
import { The } from '../../words.ts';

export const adhocCompletionCondition: Rule = {
  id: 'AC19',
  name: 'adhoc-completion-condition',
  statement: 'In an executable process an ad-hoc sub-process says when it is complete.',
  why: 'Without a condition somebody must say so each time.',
  severity: 'info',
  clause: 'BPMN 2.0.2, 10.3.5',
  references: [],
  check({ all, report }) {
    for (const scope of all('bpmn:AdHocSubProcess')) {
      if (isExecutable(scope) && !scope.completionCondition)
        report(scope, `${The(scope)} does not say when it is complete. Give it a completion condition.`);
    }
  },
};
