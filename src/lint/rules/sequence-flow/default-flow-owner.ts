import { set } from '../../fixes/model-change.ts';
import { defaultOf } from '../../queries.ts';
import type { Rule } from '../../rule.ts';
import { the } from '../../words.ts';

export const defaultFlowOwner: Rule = {
  id: 'SF12',
  name: 'default-flow-owner',
  statement: 'The default flow of a node begins at this node.',
  why: 'A default that leads away from elsewhere is no way out of here: if no condition holds the token stays.',
  severity: 'error',
  clause: 'BPMN 2.0.2, 8.3.13',
  references: ['EXT.026'],
  fix: { title: 'Remove the default flow that begins elsewhere', isSafe: true },
  check({ all, report }) {
    for (const node of all('bpmn:FlowNode')) {
      const flow = defaultOf(node);
      if (flow && flow.sourceRef !== node)
        report(node, `The default flow of ${the(node)}, ${the(flow)}, begins elsewhere. Choose one that begins here.`, {
          fix: [set(node, 'default')],
        });
    }
  },
};
