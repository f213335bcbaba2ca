import { type ModelElement, ownPropertyOf } from '../../../model/index.ts';
import { set } from '../../fixes/model-change.ts';
import { once } from '../../lint-model.ts';
import type { Rule } from '../../rule.ts';
import { The, the } from '../../words.ts';

export const duplicateId: Rule = {
  id: 'REF02',
  name: 'duplicate-id',
  statement: 'No two elements of a file have the same id.',
  why: 'References name an element by its id: with two of one id every tool picks another.',
  severity: 'error',
  clause: 'BPMN 2.0.2, 8.2.1',
  references: ['EXT.002'],
  fix: { title: 'Give it an id of its own', isSafe: true },
  check({ elements, report }) {
    const seen = new Map<string, ModelElement>();
    const ids = once(() => new Set(elements().map((element) => ownPropertyOf(element, 'id'))));
    const freeId = (id: string) => {
      const taken = ids();
      let number = 2;
      while (taken.has(`${id}_${number}`)) number++;
      taken.add(`${id}_${number}`);
      return `${id}_${number}`;
    };
    for (const element of elements()) {
      const id = ownPropertyOf(element, 'id');
      if (typeof id !== 'string') continue;
      const first = seen.get(id);
      if (first)
        report(element, `${The(element)} has the id ${id}, which ${the(first)} has already. Give it another.`, {
          fix: [set(element, 'id', freeId(id))],
        });
      else seen.set(id, element);
    }
  },
};
