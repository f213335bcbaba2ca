import { is } from '../../../model/index.ts';
import type { Rule } from '../../rule.ts';
import { The, the } from '../../words.ts';

export const ebgTargets: Rule = {
  id: 'GW10',
  name: 'ebg-targets',
  statement: 'What follows an event-based gateway is a catch event or a receive task.',
  why: 'The gateway decides by what happens first; other steps do not happen, they are done.',
  severity: 'error',
  clause: 'BPMN 2.0.2, 10.6.6',
  references: ['EXT.138'],
  check({ all, outgoing, report }) {
    for (const gateway of all('bpmn:EventBasedGateway')) {
      for (const { targetRef } of outgoing(gateway)) {
        if (targetRef && !is(targetRef, 'bpmn:ReceiveTask') && !is(targetRef, 'bpmn:IntermediateCatchEvent'))
          report(
            targetRef,
            `${The(targetRef)} follows ${the(gateway)}, but is no event to wait for. Put a catch event between.`,
          );
      }
    }
  },
};
