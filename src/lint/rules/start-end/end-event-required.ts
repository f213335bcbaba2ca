import { is } from '../../../model/index.ts';
import { missingBounds } from '../../fixes/bounds.ts';

import type { Rule } from '../../rule.ts';
import { The } from '../../words.ts';

export const endEventRequired: Rule = {
  id: 'SE07',
  name: 'end-event-required',
  statement: 'Every process and sub-process has an end event.',
  why: 'It shows the reader how it turns out.',
  severity: 'warning',
  references: ['bpmnlint/end-event-required'],
  fix: { title: 'Add end events, and the start event if it is missing', isSafe: false },
  check(context) {
    const { all, childrenOfType, report } = context;
    for (const scope of [...all('bpmn:Process'), ...all('bpmn:SubProcess')]) {
      if (is(scope, 'bpmn:AdHocSubProcess')) continue;
      if (childrenOfType(scope, 'bpmn:EndEvent').length === 0)
        report(scope, `${The(scope)} has no end event. Lead its last step to one.`, {
          fix: () => missingBounds(scope, context),
        });
    }
  },
};
