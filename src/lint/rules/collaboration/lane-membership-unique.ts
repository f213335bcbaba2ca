import type { ModelElement } from '../../../model/index.ts';
import { processOf } from '../../queries.ts';
import type { Rule } from '../../rule.ts';
import { The, the } from '../../words.ts';

export const laneMembershipUnique: Rule = {
  id: 'MF14',
  name: 'lane-membership-unique',
  statement: 'A node is in one lane of each lane set at most, and only in lanes of its own process.',
  why: 'A lane says who does a step: with two lanes it is nobody.',
  severity: 'error',
  clause: 'BPMN 2.0.2, 10.8',
  references: [],
  check({ all, report }) {
    for (const set of all('bpmn:LaneSet')) {
      const seen = new Map<ModelElement, ModelElement>();
      for (const lane of set.lanes) {
        for (const node of new Set<ModelElement>(lane.flowNodeRef)) {
          const first = seen.get(node);
          if (first) report(node, `${The(node)} is in ${the(first)} and in ${the(lane)}. Take it out of one.`);
          else seen.set(node, lane);
          if (processOf(node) !== processOf(lane))
            report(lane, `${The(lane)} holds ${the(node)} of another process. Take it out.`);
        }
      }
    }
  },
};
