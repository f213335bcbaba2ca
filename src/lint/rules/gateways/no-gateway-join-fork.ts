import type { Rule } from '../../rule.ts';
import { The } from '../../words.ts';

export const noGatewayJoinFork: Rule = {
  id: 'GW03',
  name: 'no-gateway-join-fork',
  statement: 'A gateway joins or splits, not both.',
  why: 'Readers see one of the two.',
  severity: 'warning',
  references: ['bpmnlint/no-gateway-join-fork'],
  check({ all, incoming, outgoing, report }) {
    for (const gateway of all('bpmn:Gateway')) {
      if (incoming(gateway).length > 1 && outgoing(gateway).length > 1)
        report(gateway, `${The(gateway)} joins and splits. Use a gateway for each.`);
    }
  },
};
