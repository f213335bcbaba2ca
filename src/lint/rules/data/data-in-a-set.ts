import { is, type ModelElement } from '../../../model/index.ts';
import type { ModelChange } from '../../fixes/model-change.ts';
import type { Rule } from '../../rule.ts';
import { The } from '../../words.ts';

/** The two sides of an activity, process or event. An event has one set at most, under a name of its own. */
const sides = [
  { data: 'dataInputs', sets: 'inputSets', set: 'inputSet', type: 'bpmn:InputSet', refs: 'dataInputRefs' },
  { data: 'dataOutputs', sets: 'outputSets', set: 'outputSet', type: 'bpmn:OutputSet', refs: 'dataOutputRefs' },
] as const;
type Side = (typeof sides)[number];

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
    const owners = [...all('bpmn:InputOutputSpecification'), ...all('bpmn:ThrowEvent'), ...all('bpmn:CatchEvent')];
    for (const owner of owners) {
      for (const side of sides) {
        const missing = listed(owner, side.data).filter((data) => !used.has(data));
        const [word, reference] = side.type === 'bpmn:InputSet' ? ['input set', 'EXT.084'] : ['output set', 'EXT.088'];
        missing.forEach((data, index) => {
          const change = putInSet(data, owner, side);
          // Where there is no set yet, the first of them makes it; the others are put there by a further round.
          const isFirst = change.kind === 'list' || index === 0;
          report(data, `${The(data)} is in no ${word}. Add it to one.`, {
            references: [reference],
            ...(isFirst && { fix: [change] }),
          });
        });
      }
    }
  },
};

function putInSet(data: ModelElement, owner: ModelElement, { sets, set, type, refs }: Side): ModelChange {
  const ofEvent = is(owner, 'bpmn:Event');
  const there = ofEvent ? owner.get(set) : listed(owner, sets)[0];
  if (is(there, type)) return { kind: 'list', element: there, property: refs, value: data };
  const element = { type, values: { [refs]: data } };
  return { kind: 'add', parent: owner, property: ofEvent ? set : sets, element };
}

function listed(owner: ModelElement, property: string): readonly ModelElement[] {
  const value = owner.get(property);
  return Array.isArray(value) ? value : [];
}
