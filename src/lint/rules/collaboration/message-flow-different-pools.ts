import type { Rule } from '../../rule.ts';
import { The, the } from '../../words.ts';

export const messageFlowDifferentPools: Rule = {
  id: 'MF01',
  name: 'message-flow-different-pools',
  statement: 'A message flow connects two different pools.',
  why: 'Inside a pool a sequence flow or data says what goes on; a message to oneself has no receiver.',
  severity: 'error',
  clause: 'BPMN 2.0.2, 9.4',
  references: ['EXT.031'],
  check({ all, poolOf, report }) {
    for (const flow of all('bpmn:MessageFlow')) {
      const { sourceRef, targetRef } = flow;
      const pool = sourceRef && poolOf(sourceRef);
      if (pool && targetRef && poolOf(targetRef) === pool)
        report(
          flow,
          `${The(flow)} begins and ends in ${the(pool)}. Make it a sequence flow, or lead it to another pool.`,
        );
    }
  },
};
