import { hasTrigger } from '../../queries.ts';
import type { Rule } from '../../rule.ts';
import { the } from '../../words.ts';

export const linkNotBoth: Rule = {
  id: 'IE19',
  name: 'link-not-both',
  statement: 'No sequence flow leads out of a link that is thrown, and none to one that is caught.',
  why: 'The link is the flow; a second way beside it doubles the token.',
  severity: 'error',
  clause: 'BPMN 2.0.2, 10.5.5',
  references: ['EXT.117'],
  check({ all, incoming, outgoing, report }) {
    for (const event of all('bpmn:IntermediateThrowEvent')) {
      if (hasTrigger(event, 'Link') && outgoing(event).length > 0)
        report(
          event,
          `A sequence flow leads out of ${the(event)}, which leads to its link already. Take the flow away.`,
        );
    }
    for (const event of all('bpmn:IntermediateCatchEvent')) {
      if (hasTrigger(event, 'Link') && incoming(event).length > 0)
        report(event, `A sequence flow leads to ${the(event)}, to which its link leads already. Take the flow away.`);
    }
  },
};
