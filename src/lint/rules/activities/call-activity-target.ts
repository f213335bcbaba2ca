import { hasExtensions, isExecutable } from '../../queries.ts';
import type { Rule } from '../../rule.ts';
import { The } from '../../words.ts';

export const callActivityTarget: Rule = {
  id: 'AC29',
  name: 'call-activity-target',
  statement: 'In an executable process a call activity names what it calls.',
  why: 'An engine does not know which process to start.',
  severity: 'error',
  clause: 'BPMN 2.0.2, 10.3.6',
  references: [],
  check({ all, report }) {
    for (const call of all('bpmn:CallActivity')) {
      if (isExecutable(call) && !call.calledElement && !hasExtensions(call))
        report(call, `${The(call)} does not say what it calls. Set calledElement.`);
    }
  },
};
