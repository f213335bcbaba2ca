import { set } from '../../fixes/model-change.ts';
import type { Rule } from '../../rule.ts';
import { The } from '../../words.ts';

export const receiveInstantiateNoIncoming: Rule = {
  id: 'AC24',
  name: 'receive-instantiate-no-incoming',
  statement: 'No sequence flow leads to a receive task that starts the process.',
  why: 'It is a beginning.',
  severity: 'error',
  clause: 'BPMN 2.0.2, 10.3.3',
  references: ['EXT.049'],
  fix: { title: 'Let it not start the process', isSafe: true },
  check({ all, incoming, report }) {
    for (const task of all('bpmn:ReceiveTask')) {
      if (task.instantiate && incoming(task).length > 0)
        report(
          task,
          `${The(task)} starts the process, but a flow leads to it. Take instantiate="true" or the flow away.`,
          { fix: [set(task, 'instantiate')] },
        );
    }
  },
};
