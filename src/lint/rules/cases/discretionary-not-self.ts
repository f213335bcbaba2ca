import { is } from '../../../model/index.ts';
import type { Rule } from '../../rule.ts';
import { The } from '../../words.ts';

export const discretionaryNotSelf: Rule = {
  id: 'CM29',
  name: 'discretionary-not-self',
  statement: 'A human task is not discretionary to itself.',
  why: 'It could be planned only while it is done.',
  severity: 'error',
  clause: 'CMMN 1.1, 5.4.9',
  references: [],
  check({ all, report }) {
    for (const task of all('cmmn:HumanTask')) {
      for (const item of task.planningTable?.tableItems ?? []) {
        if (is(item, 'cmmn:DiscretionaryItem') && item.definitionRef === task)
          report(item, `${The(task)} may be planned from itself. Plan another task.`);
      }
    }
  },
};
