import { is } from '../../../model/index.ts';
import type { Rule } from '../../rule.ts';
import { The, the } from '../../words.ts';

export const milestoneWithoutEntry: Rule = {
  id: 'CB10',
  name: 'milestone-without-entry',
  statement: 'A milestone has an entry criterion.',
  why: 'Without one it is reached as soon as its stage begins.',
  severity: 'warning',
  references: [],
  check({ all, report }) {
    for (const item of all('cmmn:PlanItem')) {
      if (is(item.definitionRef, 'cmmn:Milestone') && item.entryCriteria.length === 0)
        report(
          item,
          `${The(item)} is reached as soon as ${the(item.$parent ?? item)} begins. Give it an entry criterion.`,
        );
    }
  },
};
