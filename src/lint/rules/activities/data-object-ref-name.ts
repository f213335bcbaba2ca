import { set } from '../../fixes/model-change.ts';
import { nameOf } from '../../queries.ts';
import type { Rule } from '../../rule.ts';
import { The } from '../../words.ts';

export const dataObjectRefName: Rule = {
  id: 'AC34',
  name: 'data-object-ref-name',
  statement: 'A data object in a state is named for the object, with its state in brackets.',
  why: 'The same object in two states is recognised by its name.',
  severity: 'info',
  clause: 'BPMN 2.0.2, 10.4.1',
  references: ['EXT.076'],
  fix: { title: 'Name it after the object and its state', isSafe: true },
  check({ all, report }) {
    for (const one of all('bpmn:DataObjectReference')) {
      const [object, state] = [one.dataObjectRef?.name, one.dataState?.name];
      if (!object || !state) continue;
      const expected = `${object} [${state}]`;
      if (nameOf(one) !== expected)
        report(one, `${The(one)} shows an object in a state. Name it "${expected}".`, {
          fix: [set(one, 'name', expected)],
        });
    }
  },
};
