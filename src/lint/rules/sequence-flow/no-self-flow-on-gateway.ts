import type { Rule } from '../../rule.ts';
import { The } from '../../words.ts';

export const noSelfFlowOnGateway: Rule = {
  id: 'SF04',
  name: 'no-self-flow-on-gateway',
  statement: 'A gateway does not lead to itself.',
  why: 'A token that goes round a gateway does nothing and may do so for ever.',
  severity: 'warning',
  references: [],
  check({ all, outgoing, report }) {
    for (const gateway of all('bpmn:Gateway')) {
      for (const flow of outgoing(gateway))
        if (flow.targetRef === gateway) report(flow, `${The(gateway)} leads to itself. Lead the flow to a step.`);
    }
  },
};
