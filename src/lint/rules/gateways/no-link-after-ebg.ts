import { is } from '../../../model/index.ts';
import { otherTriggers } from '../../queries.ts';
import type { Rule } from '../../rule.ts';
import { The, the } from '../../words.ts';

export const noLinkAfterEbg: Rule = {
  id: 'GW15',
  name: 'no-link-after-ebg',
  statement: 'A catch event behind an event-based gateway waits for a message, a signal, a timer or a condition.',
  why: 'Links, errors, cancel and compensation do not happen from outside.',
  severity: 'error',
  clause: 'BPMN 2.0.2, 10.6.6',
  references: ['EXT.138'],
  check({ all, outgoing, report }) {
    for (const gateway of all('bpmn:EventBasedGateway')) {
      for (const { targetRef } of outgoing(gateway)) {
        const [wrong] = is(targetRef, 'bpmn:IntermediateCatchEvent')
          ? otherTriggers(targetRef, ['Message', 'Signal', 'Timer', 'Conditional'])
          : [];
        if (targetRef && wrong)
          report(
            targetRef,
            `${The(targetRef)} waits for ${wrong} behind ${the(gateway)}. Wait for a message, signal, timer or condition.`,
          );
      }
    }
  },
};
