import type { Rule } from '../../rule.ts';
import { count, The } from '../../words.ts';

export const operationDataSets: Rule = {
  id: 'DA08',
  name: 'operation-data-sets',
  statement: 'A service task with an operation has one input set and one output set at most.',
  why: 'An operation takes one message and gives one.',
  severity: 'error',
  clause: 'BPMN 2.0.2, 10.3.3',
  references: ['EXT.042', 'EXT.043'],
  check({ all, report }) {
    for (const task of all('bpmn:ServiceTask')) {
      const data = task.ioSpecification;
      if (!task.operationRef || !data) continue;
      if (data.inputSets.length !== 1)
        report(
          task,
          `${The(task)} calls an operation and has ${count(data.inputSets.length, 'input set')}. Give it one.`,
          { references: ['EXT.042'] },
        );
      if (data.outputSets.length > 1)
        report(task, `${The(task)} calls an operation and has ${data.outputSets.length} output sets. Keep one.`, {
          references: ['EXT.043'],
        });
    }
  },
};
