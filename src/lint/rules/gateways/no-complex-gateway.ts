import type { Rule } from '../../rule.ts';
import { The } from '../../words.ts';

export const noComplexGateway: Rule = {
  id: 'GW06',
  name: 'no-complex-gateway',
  statement: 'There is no complex gateway.',
  why: 'Its meaning is in an expression that the picture does not show, and hardly an engine runs it.',
  severity: 'warning',
  references: ['bpmnlint/no-complex-gateway'],
  check({ all, incoming, report }) {
    for (const gateway of all('bpmn:ComplexGateway')) {
      const isSilentJoin = incoming(gateway).length > 1 && !gateway.activationCondition;
      const what = isSilentJoin
        ? 'does not say how many of its ways it waits for. Use an inclusive gateway, which waits for all that can come, or give it an activationCondition.'
        : 'cannot be understood from the picture. Use other gateways.';
      report(gateway, `${The(gateway)} ${what}`);
    }
  },
};
