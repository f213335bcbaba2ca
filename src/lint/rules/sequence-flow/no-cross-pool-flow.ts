import { processOf } from '../../queries.ts';
import type { Rule } from '../../rule.ts';
import { The, the } from '../../words.ts';

export const noCrossPoolFlow: Rule = {
  id: 'SF02',
  name: 'no-cross-pool-flow',
  statement: 'A sequence flow stays in its pool.',
  why: 'Pools share no token: what goes from one to another is a message.',
  severity: 'error',
  clause: 'BPMN 2.0.2, 7.6.1',
  references: ['EXT.028'],
  check({ all, report }) {
    for (const flow of all('bpmn:SequenceFlow')) {
      const { sourceRef, targetRef } = flow;
      if (!sourceRef || !targetRef) continue;
      const [from, to] = [processOf(sourceRef), processOf(targetRef)];
      if (from && to && from !== to)
        report(flow, `${The(flow)} leads from ${the(from)} into ${the(to)}. Send a message instead.`);
    }
  },
};
