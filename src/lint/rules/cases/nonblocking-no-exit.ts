import { is } from '../../../model/index.ts';
import { removeCriteria } from '../../fixes/criteria.ts';
import type { Rule } from '../../rule.ts';
import { The } from '../../words.ts';

export const nonblockingNoExit: Rule = {
  id: 'CM09',
  name: 'nonblocking-no-exit',
  statement: 'A task that does not block has no exit criterion.',
  why: 'It is complete as soon as it begins; there is nothing to leave.',
  severity: 'error',
  clause: 'CMMN 1.1, 5.4.10',
  references: [],
  fix: { title: 'Remove the exit criterion', isSafe: true },
  check(context) {
    const { all, report } = context;
    for (const item of [...all('cmmn:PlanItem'), ...all('cmmn:DiscretionaryItem')]) {
      const task = item.definitionRef;
      if (is(task, 'cmmn:Task') && !task.isBlocking && item.exitCriteria.length > 0)
        report(item, `${The(item)} does not block and has an exit criterion. Take it away, or let the task block.`, {
          fix: removeCriteria(item.exitCriteria, context),
        });
    }
  },
};
