import { is } from '../../../model/index.ts';
import { caseItems } from '../../case-queries.ts';
import type { Rule } from '../../rule.ts';
import { The } from '../../words.ts';

export const planFragmentNoCriteria: Rule = {
  id: 'CM12',
  name: 'plan-fragment-no-criteria',
  statement: 'A plan fragment has no criteria.',
  why: 'It is planned as a whole and does not run itself: only its items begin and end.',
  severity: 'error',
  clause: 'CMMN 1.1, 5.4.7',
  references: [],
  check({ all, report }) {
    for (const item of caseItems({ all })) {
      const { definitionRef, entryCriteria, exitCriteria } = item;
      if (!is(definitionRef, 'cmmn:PlanFragment') || is(definitionRef, 'cmmn:Stage')) continue;
      if (entryCriteria.length + exitCriteria.length > 0)
        report(item, `${The(item)} is a plan fragment and has criteria. Give them to its items, or make it a stage.`);
    }
  },
};
