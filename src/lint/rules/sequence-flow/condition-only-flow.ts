import { set } from '../../fixes/model-change.ts';
import { hasCondition } from '../../queries.ts';
import type { Rule } from '../../rule.ts';
import { The, the } from '../../words.ts';

export const conditionOnlyFlow: Rule = {
  id: 'SF09',
  name: 'condition-only-flow',
  statement: 'A conditional flow is not the only flow out of an activity.',
  why: 'If the condition does not hold the token has no way to go on, and stays.',
  severity: 'error',
  clause: 'BPMN 2.0.2, 8.3.13',
  references: ['EXT.025'],
  fix: { title: 'Remove the condition', isSafe: true },
  check({ all, outgoing, report }) {
    for (const activity of all('bpmn:Activity')) {
      const [flow, ...others] = outgoing(activity);
      if (flow && others.length === 0 && hasCondition(flow))
        report(
          flow,
          `${The(flow)} has a condition and is the only way out of ${the(activity)}. Take the condition away, or add another way.`,
          { fix: [set(flow, 'conditionExpression')] },
        );
    }
  },
};
