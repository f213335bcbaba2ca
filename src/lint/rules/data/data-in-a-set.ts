import type { ModelElement } from '../../../model/index.ts';
import type { Rule } from '../../rule.ts';
import { The } from '../../words.ts';

export const dataInASet: Rule = {
  id: 'DA15',
  name: 'data-in-a-set',
  statement: 'Each data input is in an input set, each data output in an output set.',
  why: 'A set says what is needed at once; what is in none is never asked for.',
  severity: 'error',
  clause: 'BPMN 2.0.2, 10.4.2',
  references: ['EXT.084', 'EXT.088'],
  check({ all, report }) {
    const used = new Set<ModelElement>();
    for (const { dataInputRefs } of all('bpmn:InputSet')) for (const data of dataInputRefs) used.add(data);
    for (const { dataOutputRefs } of all('bpmn:OutputSet')) for (const data of dataOutputRefs) used.add(data);
    for (const specification of all('bpmn:InputOutputSpecification')) {
      for (const data of specification.dataInputs)
        if (!used.has(data))
          report(data, `${The(data)} is in no input set. Add it to one.`, { references: ['EXT.084'] });
      for (const data of specification.dataOutputs)
        if (!used.has(data))
          report(data, `${The(data)} is in no output set. Add it to one.`, { references: ['EXT.088'] });
    }
  },
};
