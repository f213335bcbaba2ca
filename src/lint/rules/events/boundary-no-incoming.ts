import type { Rule } from '../../rule.ts';
import { the } from '../../words.ts';

export const boundaryNoIncoming: Rule = {
  id: 'IE08',
  name: 'boundary-no-incoming',
  statement: 'No sequence flow leads to a boundary event.',
  why: 'It is reached when something happens while the activity runs, and in no other way.',
  severity: 'error',
  clause: 'BPMN 2.0.2, 10.5.4',
  references: ['EXT.112'],
  check({ all, incoming, report }) {
    for (const event of all('bpmn:BoundaryEvent')) {
      if (incoming(event).length > 0 || event.incoming.length > 0)
        report(event, `A sequence flow leads to ${the(event)}, which is on an activity. Lead it to a step.`);
    }
  },
};
