import { set } from '../../fixes/model-change.ts';
import { defaultOf, hasCondition } from '../../queries.ts';
import type { Rule } from '../../rule.ts';
import { The, the } from '../../words.ts';

export const defaultFlowNoCondition: Rule = {
  id: 'SF13',
  name: 'default-flow-no-condition',
  statement: 'A default flow has no condition.',
  why: 'It is taken when no other condition holds; its own is never looked at.',
  severity: 'error',
  clause: 'BPMN 2.0.2, 8.3.13',
  references: ['bpmnlint/conditional-flows'],
  fix: { title: 'Remove the condition', isSafe: true },
  check({ all, report }) {
    for (const node of all('bpmn:FlowNode')) {
      const flow = defaultOf(node);
      if (flow && hasCondition(flow))
        report(
          flow,
          `${The(flow)} is the default of ${the(node)} and has a condition, which nobody looks at. Take the condition away.`,
          { fix: [set(flow, 'conditionExpression')] },
        );
    }
  },
};
