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
      if (!task.operationRef) continue;
      const { inputSets = [], outputSets = [] } = task.ioSpecification ?? {};
      if (inputSets.length !== 1)
        report(task, `${The(task)} calls an operation and has ${count(inputSets.length, 'input set')}. Give it one.`, {
          references: ['EXT.042'],
        });
      if (outputSets.length > 1)
        report(task, `${The(task)} calls an operation and has ${outputSets.length} output sets. Keep one.`, {
          references: ['EXT.043'],
        });
    }
  },
};
