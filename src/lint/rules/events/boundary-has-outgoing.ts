import { hasTrigger } from '../../queries.ts';
import type { Rule } from '../../rule.ts';
import { the } from '../../words.ts';

export const boundaryHasOutgoing: Rule = {
  id: 'IE09',
  name: 'boundary-has-outgoing',
  statement: 'A sequence flow leads out of every boundary event, unless it starts compensation.',
  why: 'The event happens and nothing follows: the work is broken off without a word.',
  severity: 'error',
  clause: 'BPMN 2.0.2, 10.5.4',
  references: ['EXT.113'],
  check({ all, outgoing, report }) {
    for (const event of all('bpmn:BoundaryEvent')) {
      if (!hasTrigger(event, 'Compensate') && outgoing(event).length === 0)
        report(event, `Nothing follows ${the(event)}. Lead a sequence flow to what is done then.`);
    }
  },
};
