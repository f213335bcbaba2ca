import type { DataInput, DataOutput, InputOutputSpecification, ModelElement } from '../../../model/index.ts';
import type { ModelChange } from '../../fixes/model-change.ts';
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
  fix: { title: 'Add it to a set', isSafe: true },
  check({ all, report }) {
    const used = new Set<ModelElement>();
    for (const { dataInputRefs } of all('bpmn:InputSet')) for (const data of dataInputRefs) used.add(data);
    for (const { dataOutputRefs } of all('bpmn:OutputSet')) for (const data of dataOutputRefs) used.add(data);
    for (const specification of all('bpmn:InputOutputSpecification')) {
      for (const data of specification.dataInputs)
        if (!used.has(data))
          report(data, `${The(data)} is in no input set. Add it to one.`, {
            references: ['EXT.084'],
            fix: [inputSetWith(data, specification)],
          });
      for (const data of specification.dataOutputs)
        if (!used.has(data))
          report(data, `${The(data)} is in no output set. Add it to one.`, {
            references: ['EXT.088'],
            fix: [outputSetWith(data, specification)],
          });
    }
  },
};

function inputSetWith(data: DataInput, specification: InputOutputSpecification): ModelChange {
  const [set] = specification.inputSets;
  if (set) return { kind: 'list', element: set, property: 'dataInputRefs', value: data };
  const element = { type: 'bpmn:InputSet', values: { dataInputRefs: data } } as const;
  return { kind: 'add', parent: specification, property: 'inputSets', element };
}

function outputSetWith(data: DataOutput, specification: InputOutputSpecification): ModelChange {
  const [set] = specification.outputSets;
  if (set) return { kind: 'list', element: set, property: 'dataOutputRefs', value: data };
  const element = { type: 'bpmn:OutputSet', values: { dataOutputRefs: data } } as const;
  return { kind: 'add', parent: specification, property: 'outputSets', element };
}
