import { is } from '../../../model/index.ts';
import { caseItems, nameOfItem } from '../../case-queries.ts';
import type { Rule } from '../../rule.ts';
import { kindOf, The } from '../../words.ts';

export const planItemName: Rule = {
  id: 'CM04',
  name: 'plan-item-name',
  statement: 'A task, stage or milestone of a case has a name, of its own or of its definition.',
  why: 'Without one nobody knows what there is to do, or what has been reached.',
  severity: 'warning',
  references: [],
  check({ all, report }) {
    for (const item of caseItems({ all })) {
      const { definitionRef } = item;
      // The symbol of a listener says what it is.
      if (definitionRef && !is(definitionRef, 'cmmn:EventListener') && !nameOfItem(item))
        report(item, `${The(item)} is a ${kindOf(definitionRef)} without a name. Name it, or its definition.`);
    }
  },
};
