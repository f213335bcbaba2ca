import type { Rule } from '../../rule.ts';
import { The, the } from '../../words.ts';

export const blackboxPoolEmpty: Rule = {
  id: 'MF12',
  name: 'blackbox-pool-empty',
  statement: 'A pool with a process has an activity in it.',
  why: 'A pool of which nothing is shown has no process: readers take an empty one for unfinished.',
  severity: 'warning',
  clause: 'BPMN 2.0.2, 9.3.1',
  references: [],
  check({ all, childrenOfType, report }) {
    for (const pool of all('bpmn:Participant')) {
      const process = pool.processRef;
      if (!process || childrenOfType(process, 'bpmn:Activity').length > 0) continue;
      const isEmpty = childrenOfType(process, 'bpmn:FlowNode').length === 0;
      report(
        pool,
        isEmpty
          ? `Nothing is in ${the(process)} of ${the(pool)}. Draw its steps, or take the process away: then the pool says that nobody sees into it.`
          : `${The(pool)} has events and gateways but no activity. Add what is done there.`,
      );
    }
  },
};
