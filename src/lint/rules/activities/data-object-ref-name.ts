import { set } from '../../fixes/model-change.ts';
import { nameOf } from '../../queries.ts';
import type { Rule } from '../../rule.ts';
import { The, the } from '../../words.ts';

export const dataObjectRefName: Rule = {
  id: 'AC34',
  name: 'data-object-ref-name',
  statement: 'What stands for a data object has its name, with the state, if it is in one, in brackets.',
  why: 'The same object in two states is recognised by its name.',
  severity: 'info',
  clause: 'BPMN 2.0.2, 10.4.1',
  references: ['EXT.076'],
  fix: { title: 'Name it after the object and its state', isSafe: true },
  check({ all, report }) {
    for (const one of all('bpmn:DataObjectReference')) {
      const [object, state] = [one.dataObjectRef?.name?.trim(), one.dataState?.name?.trim()];
      // Without a state a reference may go without a name: the drawing shows that of the object.
      if (!object || (!state && !nameOf(one))) continue;
      const expected = state ? `${object} [${state}]` : object;
      if (nameOf(one) !== expected)
        report(
          one,
          `${The(one)} stands for ${the(one.dataObjectRef ?? one)}${state ? ' in a state' : ''}. Name it "${expected}".`,
          {
            fix: [set(one, 'name', expected)],
          },
        );
    }
  },
};
