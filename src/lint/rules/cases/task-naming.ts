import { is } from '../../../model/index.ts';
import { caseItems, nameOfItem } from '../../case-queries.ts';
import { saysWhatToDo } from '../../names.ts';
import type { Rule } from '../../rule.ts';
import { The } from '../../words.ts';

export const taskNaming: Rule = {
  id: 'CB17',
  name: 'task-naming',
  statement: 'The name of a task of a case is a verb and what it is done to: `Assess the damage`.',
  why: 'A noun alone does not say what is to be done.',
  severity: 'info',
  references: [],
  check({ all, report }) {
    for (const item of caseItems({ all })) {
      const name = nameOfItem(item);
      if (is(item.definitionRef, 'cmmn:Task') && name && !saysWhatToDo(name))
        report(
          item,
          `${The(item)} does not say what is to be done. Name it by a verb and a thing, such as "Assess the damage".`,
        );
    }
  },
};
