import { remove } from '../../fixes/model-change.ts';
import type { Rule } from '../../rule.ts';
import { The } from '../../words.ts';

export const nonblockingNoPlanningTable: Rule = {
  id: 'CM11',
  name: 'nonblocking-no-planning-table',
  statement: 'A human task that does not block has no planning table.',
  why: 'It is complete as soon as it begins; nobody is at it who could plan.',
  severity: 'error',
  clause: 'CMMN 1.1, 5.4.9',
  references: [],
  fix: { title: 'Remove the planning table', isSafe: true },
  check({ all, report }) {
    for (const task of all('cmmn:HumanTask')) {
      if (!task.isBlocking && task.planningTable)
        report(task, `${The(task)} does not block and has a planning table. Take it away, or let the task block.`, {
          fix: [remove(task.planningTable)],
        });
    }
  },
};
