import { isExecutable } from '../../queries.ts';
import type { Rule } from '../../rule.ts';
import { The } from '../../words.ts';

export const explicitTaskType: Rule = {
  id: 'ST15',
  name: 'explicit-task-type',
  statement: 'In an executable process a task has a type.',
  why: 'A task without one is passed through as if it were done.',
  severity: 'warning',
  from: 'strict',
  references: [],
  check({ all, report }) {
    for (const task of all('bpmn:Task')) {
      if (task.$type === 'bpmn:Task' && isExecutable(task))
        report(
          task,
          `${The(task)} has no type, so an engine passes through it. Say who does it: a user task, a service task …`,
        );
    }
  },
};
