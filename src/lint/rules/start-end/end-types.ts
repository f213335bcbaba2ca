import { otherTriggers } from '../../queries.ts';
import type { Rule } from '../../rule.ts';
import { The } from '../../words.ts';

export const endTypes: Rule = {
  id: 'SE09',
  name: 'end-types',
  statement:
    'What an end event throws is nothing, a message, an escalation, an error, cancel, compensation, a signal or terminate.',
  why: 'An end event does not wait: a timer, a condition or a link at the end has no meaning.',
  severity: 'error',
  clause: 'BPMN 2.0.2, 10.5.3',
  references: ['EXT.146'],
  check({ all, report }) {
    for (const event of all('bpmn:EndEvent')) {
      const [wrong] = otherTriggers(event, [
        'Message',
        'Escalation',
        'Error',
        'Cancel',
        'Compensate',
        'Signal',
        'Terminate',
      ]);
      if (wrong)
        report(event, `${The(event)} cannot end by ${wrong}. Use an intermediate event for it, or another result.`);
    }
  },
};
