import { is } from '../../../model/index.ts';
import type { Rule } from '../../rule.ts';
import { aKind, kindOf, The } from '../../words.ts';

export const discretionaryTypes: Rule = {
  id: 'CM30',
  name: 'discretionary-types',
  statement: 'What can be planned is a task, a stage or a plan fragment.',
  why: 'Milestones and listeners are not done by anybody.',
  severity: 'error',
  clause: 'CMMN 1.1, 5.4.9',
  references: [],
  check({ all, report }) {
    for (const item of all('cmmn:DiscretionaryItem')) {
      const { definitionRef } = item;
      if (is(definitionRef, 'cmmn:Milestone') || is(definitionRef, 'cmmn:EventListener'))
        report(item, `${The(item)} is ${aKind(kindOf(definitionRef))}, which nobody can plan. Make it a plan item.`);
    }
  },
};
