import { hasCondition, isExecutable } from '../../queries.ts';
import type { Rule } from '../../rule.ts';
import { the } from '../../words.ts';

export const defaultRecommended: Rule = {
  id: 'SF16',
  name: 'default-recommended',
  statement: 'An exclusive or inclusive gateway with a condition on every way has a default flow.',
  why: 'If no condition holds an engine stops with an error.',
  severity: 'warning',
  clause: 'BPMN 2.0.2, 10.6.2',
  references: [],
  check({ all, outgoing, report }) {
    for (const gateway of [...all('bpmn:ExclusiveGateway'), ...all('bpmn:InclusiveGateway')]) {
      const flows = outgoing(gateway);
      if (flows.length > 1 && !gateway.default && isExecutable(gateway) && flows.every(hasCondition))
        report(
          gateway,
          `If no condition of ${the(gateway)} holds the process stops with an error. Make one of its flows the default.`,
        );
    }
  },
};
