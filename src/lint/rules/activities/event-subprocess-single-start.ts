import type { Rule } from '../../rule.ts';
import { count, The } from '../../words.ts';

export const eventSubprocessSingleStart: Rule = {
  id: 'AC03',
  name: 'event-subprocess-single-start',
  statement: 'An event sub-process has one start event.',
  why: 'It says what starts it; with two there are two event sub-processes.',
  severity: 'error',
  clause: 'BPMN 2.0.2, 10.3.5',
  references: ['EXT.058'],
  check({ all, childrenOfType, report }) {
    for (const scope of all('bpmn:SubProcess')) {
      const number = childrenOfType(scope, 'bpmn:StartEvent').length;
      if (scope.triggeredByEvent && number !== 1)
        report(scope, `${The(scope)} has ${count(number, 'start event')}. Give it one that says what starts it.`);
    }
  },
};
