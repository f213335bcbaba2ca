import { isSameItem } from '../../queries.ts';
import type { Rule } from '../../rule.ts';
import { the } from '../../words.ts';

export const messageItemTypes: Rule = {
  id: 'DA11',
  name: 'message-item-types',
  statement: 'The data of a send or receive task have the item of its message.',
  why: 'What is sent is not what the message carries.',
  severity: 'error',
  clause: 'BPMN 2.0.2, 10.3.3',
  references: ['EXT.048', 'EXT.052'],
  check({ all, report }) {
    for (const task of all('bpmn:SendTask')) {
      const inputs = task.ioSpecification?.dataInputs ?? [];
      if (
        task.messageRef &&
        inputs.length > 0 &&
        !inputs.some(({ itemSubjectRef }) => isSameItem(itemSubjectRef, task.messageRef?.itemRef))
      )
        report(task, `No data input of ${the(task)} has the item of ${the(task.messageRef)}. Give it that item.`, {
          references: ['EXT.048'],
        });
    }
    for (const task of all('bpmn:ReceiveTask')) {
      const outputs = task.ioSpecification?.dataOutputs ?? [];
      if (
        task.messageRef &&
        outputs.length > 0 &&
        !outputs.some(({ itemSubjectRef }) => isSameItem(itemSubjectRef, task.messageRef?.itemRef))
      )
        report(task, `No data output of ${the(task)} has the item of ${the(task.messageRef)}. Give it that item.`, {
          references: ['EXT.052'],
        });
    }
  },
};
