import type { ReceiveTask, SendTask } from '../../../model/index.ts';
import { referenceText } from '../../../model/index.ts';
import type { Rule } from '../../rule.ts';
import { The } from '../../words.ts';

export const dataNamesMessage: Rule = {
  id: 'DA22',
  name: 'data-names-message',
  statement: 'A send task with data inputs, and a receive task with data outputs, names its message.',
  why: 'The data are what the message carries: without it nobody knows what they are sent or received as.',
  severity: 'info',
  clause: 'BPMN 2.0.2, 10.3.3',
  references: ['EXT.048', 'EXT.052'],
  check({ all, report }) {
    const isNamed = (task: SendTask | ReceiveTask) => task.messageRef ?? referenceText(task, 'messageRef');
    for (const task of all('bpmn:SendTask'))
      if (task.ioSpecification?.dataInputs.length && !isNamed(task))
        report(task, `${The(task)} has data to send, but names no message that carries it. Refer to one.`, {
          references: ['EXT.048'],
        });
    for (const task of all('bpmn:ReceiveTask'))
      if (task.ioSpecification?.dataOutputs.length && !isNamed(task))
        report(task, `${The(task)} has data that it receives, but names no message that carries it. Refer to one.`, {
          references: ['EXT.052'],
        });
  },
};
