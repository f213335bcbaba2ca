import { is } from '../../../model/index.ts';
import { hasTrigger } from '../../queries.ts';
import type { Rule } from '../../rule.ts';
import { The } from '../../words.ts';

export const ebgNoMix: Rule = {
  id: 'GW11',
  name: 'ebg-no-mix',
  statement: 'Behind an event-based gateway there are message events or receive tasks, not both.',
  why: 'They are two ways to wait for a message; together they compete for it.',
  severity: 'error',
  clause: 'BPMN 2.0.2, 10.6.6',
  references: ['EXT.139'],
  check({ all, outgoing, report }) {
    for (const gateway of all('bpmn:EventBasedGateway')) {
      const targets = outgoing(gateway).flatMap(({ targetRef }) => targetRef ?? []);
      const hasMessageEvent = targets.some(
        (target) => is(target, 'bpmn:IntermediateCatchEvent') && hasTrigger(target, 'Message'),
      );
      if (hasMessageEvent && targets.some((target) => is(target, 'bpmn:ReceiveTask')))
        report(gateway, `${The(gateway)} leads to message events and to receive tasks. Use one of the two.`);
    }
  },
};
