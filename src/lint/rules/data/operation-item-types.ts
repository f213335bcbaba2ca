import { isSameItem } from '../../queries.ts';
import type { Rule } from '../../rule.ts';
import { the } from '../../words.ts';

export const operationItemTypes: Rule = {
  id: 'DA09',
  name: 'operation-item-types',
  statement: "The data of a service task have the items of its operation's messages.",
  why: 'What is sent is not what the operation expects.',
  severity: 'error',
  clause: 'BPMN 2.0.2, 10.3.3',
  references: ['EXT.044', 'EXT.045'],
  check({ all, report }) {
    for (const task of all('bpmn:ServiceTask')) {
      const operation = task.operationRef;
      if (!operation) continue;
      const { dataInputs = [], dataOutputs = [] } = task.ioSpecification ?? {};
      const takes = operation.inMessageRef?.itemRef;
      const gives = operation.outMessageRef?.itemRef;
      if (takes && dataInputs.length > 0 && !dataInputs.some((data) => isSameItem(data.itemSubjectRef, takes)))
        report(task, `No data input of ${the(task)} has the item that ${the(operation)} takes. Give it that item.`, {
          references: ['EXT.044'],
        });
      if (gives && !dataOutputs.some((data) => isSameItem(data.itemSubjectRef, gives)))
        report(task, `No data output of ${the(task)} has the item that ${the(operation)} gives. Give it that item.`, {
          references: ['EXT.045'],
        });
    }
  },
};
