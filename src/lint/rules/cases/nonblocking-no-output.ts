import { remove } from '../../fixes/model-change.ts';
import type { Rule } from '../../rule.ts';
import { The } from '../../words.ts';

export const nonblockingNoOutput: Rule = {
  id: 'CM10',
  name: 'nonblocking-no-output',
  statement: 'A task that does not block has no outputs.',
  why: 'It is complete as soon as it begins; nobody waits for what comes out.',
  severity: 'error',
  clause: 'CMMN 1.1, 5.4.10',
  references: [],
  fix: { title: 'Remove its outputs', isSafe: true },
  check({ all, report }) {
    for (const task of all('cmmn:Task')) {
      if (!task.isBlocking && task.output.length > 0)
        report(task, `${The(task)} does not block and has outputs. Take them away, or let it block.`, {
          fix: task.output.map(remove),
        });
    }
  },
};
