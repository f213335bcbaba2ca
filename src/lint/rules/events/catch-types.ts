import { otherTriggers } from '../../queries.ts';
import type { Rule } from '../../rule.ts';
import { The } from '../../words.ts';

export const catchTypes: Rule = {
  id: 'IE03',
  name: 'catch-types',
  statement: 'An intermediate catch event waits for a message, a timer, a condition, a link or a signal.',
  why: 'Errors, escalations, cancel and compensation are caught on the border of an activity only.',
  severity: 'error',
  clause: 'BPMN 2.0.2, 10.5.4',
  references: ['EXT.148'],
  check({ all, report }) {
    for (const event of all('bpmn:IntermediateCatchEvent')) {
      const [wrong] = otherTriggers(event, ['Message', 'Timer', 'Conditional', 'Link', 'Signal']);
      if (wrong && wrong !== 'compensate')
        report(
          event,
          `${The(event)} cannot wait for ${wrong}. Attach it to an activity, or wait for a message, timer, condition or signal.`,
        );
    }
  },
};
