import { otherTriggers } from '../../queries.ts';
import type { Rule } from '../../rule.ts';
import { The } from '../../words.ts';

export const throwTypes: Rule = {
  id: 'IE04',
  name: 'throw-types',
  statement: 'An intermediate throw event throws nothing, a message, an escalation, compensation, a link or a signal.',
  why: 'Timers and conditions are waited for; errors, cancel and terminate end the way.',
  severity: 'error',
  clause: 'BPMN 2.0.2, 10.5.4',
  references: ['EXT.149'],
  check({ all, report }) {
    for (const event of all('bpmn:IntermediateThrowEvent')) {
      const [wrong] = otherTriggers(event, ['Message', 'Escalation', 'Compensate', 'Link', 'Signal']);
      if (wrong) report(event, `${The(event)} cannot throw ${wrong}. Use a catch event or an end event for it.`);
    }
  },
};
