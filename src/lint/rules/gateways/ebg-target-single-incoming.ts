import type { Rule } from '../../rule.ts';
import { the } from '../../words.ts';

export const ebgTargetSingleIncoming: Rule = {
  id: 'GW12',
  name: 'ebg-target-single-incoming',
  statement: 'No other flow leads to an event behind an event-based gateway.',
  why: 'Reached by another flow it waits without the others that it competes with.',
  severity: 'error',
  clause: 'BPMN 2.0.2, 10.6.6',
  references: ['EXT.141'],
  check({ all, incoming, outgoing, report }) {
    for (const gateway of all('bpmn:EventBasedGateway')) {
      for (const { targetRef } of outgoing(gateway)) {
        if (targetRef && incoming(targetRef).length > 1)
          report(
            targetRef,
            `Another flow than that of ${the(gateway)} leads to ${the(targetRef)}. Use an event of its own for it.`,
          );
      }
    }
  },
};
