import type { Rule } from '../../rule.ts';
import { The } from '../../words.ts';

export const noComplexGateway: Rule = {
  id: 'GW06',
  name: 'no-complex-gateway',
  statement: 'There is no complex gateway.',
  why: 'Its meaning is in an expression that the picture does not show, and hardly an engine runs it.',
  severity: 'warning',
  references: ['bpmnlint/no-complex-gateway'],
  check({ all, report }) {
    for (const gateway of all('bpmn:ComplexGateway'))
      report(gateway, `${The(gateway)} cannot be understood from the picture. Use other gateways.`);
  },
};
