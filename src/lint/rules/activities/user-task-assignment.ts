import { hasExtensions, isExecutable } from '../../queries.ts';
import type { Rule } from '../../rule.ts';
import { The } from '../../words.ts';

export const userTaskAssignment: Rule = {
  id: 'AC27',
  name: 'user-task-assignment',
  statement: 'In an executable process a user task says who does it.',
  why: 'It waits and nobody sees it.',
  severity: 'info',
  references: [],
  check({ all, report }) {
    for (const task of all('bpmn:UserTask')) {
      const isKnown =
        task.resources.length > 0 ||
        hasExtensions(task) ||
        all('bpmn:Lane').some(({ flowNodeRef }) => flowNodeRef.includes(task));
      if (isExecutable(task) && !isKnown)
        report(task, `${The(task)} does not say who does it. Give it a performer, or put it into a lane.`);
    }
  },
};
