import type { Rule } from '../../rule.ts';
import { The } from '../../words.ts';

export const messageDataSets: Rule = {
  id: 'DA10',
  name: 'message-data-sets',
  statement:
    'A send task with a message has one input set and one data input at most, a receive task one output set and one data output.',
  why: 'A message carries one thing.',
  severity: 'error',
  clause: 'BPMN 2.0.2, 10.3.3',
  references: ['EXT.046', 'EXT.047', 'EXT.050', 'EXT.051'],
  check({ all, report }) {
    for (const task of all('bpmn:SendTask')) {
      const data = task.ioSpecification;
      if (!task.messageRef || !data) continue;
      if (data.inputSets.length > 1)
        report(task, `${The(task)} sends one message and has ${data.inputSets.length} input sets. Keep one.`, {
          references: ['EXT.046'],
        });
      if (data.dataInputs.length > 1)
        report(task, `${The(task)} sends one message and has ${data.dataInputs.length} data inputs. Keep one.`, {
          references: ['EXT.047'],
        });
    }
    for (const task of all('bpmn:ReceiveTask')) {
      const data = task.ioSpecification;
      if (!task.messageRef || !data) continue;
      if (data.outputSets.length > 1)
        report(task, `${The(task)} receives one message and has ${data.outputSets.length} output sets. Keep one.`, {
          references: ['EXT.050'],
        });
      if (data.dataOutputs.length > 1)
        report(task, `${The(task)} receives one message and has ${data.dataOutputs.length} data outputs. Keep one.`, {
          references: ['EXT.051'],
        });
    }
  },
};
