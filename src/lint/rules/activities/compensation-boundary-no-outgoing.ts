import { hasTrigger } from '../../queries.ts';
import type { Rule } from '../../rule.ts';
import { the } from '../../words.ts';

export const compensationBoundaryNoOutgoing: Rule = {
  id: 'AC11',
  name: 'compensation-boundary-no-outgoing',
  statement: 'No sequence flow leads out of a compensation boundary event.',
  why: 'An association names the activity that undoes the work.',
  severity: 'error',
  clause: 'BPMN 2.0.2, 10.5.4',
  references: ['EXT.114'],
  check({ all, outgoing, report }) {
    for (const event of all('bpmn:BoundaryEvent')) {
      if (hasTrigger(event, 'Compensate') && outgoing(event).length > 0)
        report(
          event,
          `A sequence flow leads out of ${the(event)}. Connect the compensation activity by an association.`,
        );
    }
  },
};
