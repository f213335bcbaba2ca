import { is } from '../../../model/index.ts';
import { otherTriggers } from '../../queries.ts';
import type { Rule } from '../../rule.ts';
import { The } from '../../words.ts';

export const processStartTypes: Rule = {
  id: 'SE08',
  name: 'process-start-types',
  statement: 'What starts a process is nothing, a message, a timer, a condition or a signal.',
  why: 'Errors, escalations and compensation come from inside; at its beginning a process cannot wait for them.',
  severity: 'error',
  clause: 'BPMN 2.0.2, 10.5.2',
  references: ['EXT.098'],
  check({ all, report }) {
    for (const event of all('bpmn:StartEvent')) {
      if (!is(event.$parent, 'bpmn:Process')) continue;
      const [wrong] = otherTriggers(event, ['Message', 'Timer', 'Conditional', 'Signal']);
      if (wrong)
        report(
          event,
          `${The(event)} cannot start a process by ${wrong}. Use a message, timer, condition or signal, or none.`,
        );
    }
  },
};
