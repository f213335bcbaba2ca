import type { Rule } from '../../rule.ts';
import { The } from '../../words.ts';

export const noInclusiveGateway: Rule = {
  id: 'GW07',
  name: 'no-inclusive-gateway',
  statement: 'There is no inclusive gateway.',
  why: 'What its join waits for depends on the whole model: readers often take it for another.',
  severity: 'info',
  references: ['bpmnlint/no-inclusive-gateway'],
  check({ all, report }) {
    for (const gateway of all('bpmn:InclusiveGateway'))
      report(gateway, `${The(gateway)} is hard to read. Use exclusive or parallel gateways if they will do.`);
  },
};
