import { is } from '../../../model/index.ts';
import type { Rule } from '../../rule.ts';
import { The, the } from '../../words.ts';

export const ebgReceiveNoBoundary: Rule = {
  id: 'GW13',
  name: 'ebg-receive-no-boundary',
  statement: 'No boundary event is on a receive task behind an event-based gateway.',
  why: 'The gateway itself waits for what may happen instead.',
  severity: 'error',
  clause: 'BPMN 2.0.2, 10.6.6',
  references: ['EXT.140'],
  check({ all, outgoing, boundaryEventsOf, report }) {
    for (const gateway of all('bpmn:EventBasedGateway')) {
      for (const { targetRef } of outgoing(gateway)) {
        if (is(targetRef, 'bpmn:ReceiveTask') && boundaryEventsOf(targetRef).length > 0)
          report(
            targetRef,
            `${The(targetRef)} follows ${the(gateway)} and has boundary events. Make them branches of the gateway.`,
          );
      }
    }
  },
};
