import type { Rule } from '../../rule.ts';
import { the } from '../../words.ts';

export const endNoOutgoing: Rule = {
  id: 'SE03',
  name: 'end-no-outgoing',
  statement: 'No sequence flow leads out of an end event.',
  why: 'The token ends there; what comes behind is never reached.',
  severity: 'error',
  clause: 'BPMN 2.0.2, 10.5.3',
  references: ['EXT.104'],
  check({ all, outgoing, report }) {
    for (const event of all('bpmn:EndEvent')) {
      if (outgoing(event).length > 0 || event.outgoing.length > 0)
        report(
          event,
          `A sequence flow leads out of ${the(event)}. Make it an intermediate event, or take the flow away.`,
        );
    }
  },
};
