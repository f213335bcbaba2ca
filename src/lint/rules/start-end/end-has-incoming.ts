import type { Rule } from '../../rule.ts';
import { the } from '../../words.ts';

export const endHasIncoming: Rule = {
  id: 'SE04',
  name: 'end-has-incoming',
  statement: 'A sequence flow leads to every end event.',
  why: 'An end that nothing leads to is never reached.',
  severity: 'error',
  clause: 'BPMN 2.0.2, 10.5.3',
  references: ['EXT.107'],
  check({ all, incoming, report }) {
    for (const event of all('bpmn:EndEvent')) {
      if (incoming(event).length === 0)
        report(event, `Nothing leads to ${the(event)}. Lead the last step to it, or take it away.`);
    }
  },
};
