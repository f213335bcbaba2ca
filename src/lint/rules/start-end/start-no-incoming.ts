import type { Rule } from '../../rule.ts';
import { the } from '../../words.ts';

export const startNoIncoming: Rule = {
  id: 'SE01',
  name: 'start-no-incoming',
  statement: 'No sequence flow leads to a start event.',
  why: 'A start event begins the process and is never gone through again.',
  severity: 'error',
  clause: 'BPMN 2.0.2, 10.5.2',
  references: ['EXT.096'],
  check({ all, incoming, report }) {
    for (const event of all('bpmn:StartEvent')) {
      if (incoming(event).length > 0 || event.incoming.length > 0)
        report(
          event,
          `A sequence flow leads to ${the(event)}. Lead it to the step behind, through a gateway that joins.`,
        );
    }
  },
};
