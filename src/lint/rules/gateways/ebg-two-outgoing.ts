import type { Rule } from '../../rule.ts';
import { count, The } from '../../words.ts';

export const ebgTwoOutgoing: Rule = {
  id: 'GW09',
  name: 'ebg-two-outgoing',
  statement: 'An event-based gateway has at least two flows out.',
  why: 'It waits for the first of several events.',
  severity: 'error',
  clause: 'BPMN 2.0.2, 10.6.6',
  references: ['EXT.136', 'bpmnlint/event-based-gateway'],
  check({ all, outgoing, report }) {
    for (const gateway of all('bpmn:EventBasedGateway')) {
      const number = outgoing(gateway).length;
      if (number < 2)
        report(gateway, `${The(gateway)} has ${count(number, 'flow')} out. Lead it to two events or more.`);
    }
  },
};
