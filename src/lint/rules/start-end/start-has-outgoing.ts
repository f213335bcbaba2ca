import type { Rule } from '../../rule.ts';
import { the } from '../../words.ts';

export const startHasOutgoing: Rule = {
  id: 'SE02',
  name: 'start-has-outgoing',
  statement: 'A sequence flow leads out of every start event.',
  why: 'Without it nothing is ever done.',
  severity: 'error',
  clause: 'BPMN 2.0.2, 10.5.2',
  references: ['EXT.101'],
  check({ all, outgoing, report }) {
    for (const event of all('bpmn:StartEvent')) {
      if (outgoing(event).length === 0)
        report(event, `Nothing follows ${the(event)}. Lead a sequence flow to the first step.`);
    }
  },
};
