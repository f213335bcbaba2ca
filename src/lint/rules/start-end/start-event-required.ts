import { is } from '../../../model/index.ts';
import { missingBounds } from '../../fixes/bounds.ts';

import type { Rule } from '../../rule.ts';
import { The } from '../../words.ts';

export const startEventRequired: Rule = {
  id: 'SE06',
  name: 'start-event-required',
  statement: 'Every process and sub-process has a start event.',
  why: 'It shows the reader where to begin.',
  severity: 'warning',
  references: ['bpmnlint/start-event-required'],
  fix: { title: 'Add a start event, and the end events that are missing', isSafe: false },
  check(context) {
    const { all, childrenOfType, report } = context;
    for (const scope of [...all('bpmn:Process'), ...all('bpmn:SubProcess')]) {
      if (is(scope, 'bpmn:AdHocSubProcess')) continue;
      if (childrenOfType(scope, 'bpmn:StartEvent').length === 0)
        report(scope, `${The(scope)} has no start event. Put one in front of its first step.`, {
          fix: () => missingBounds(scope, context),
        });
    }
  },
};
