import { is } from '../../../model/index.ts';
import { removeCriteria } from '../../fixes/criteria.ts';
import type { Rule } from '../../rule.ts';
import { The } from '../../words.ts';

export const milestoneNoExit: Rule = {
  id: 'CM08',
  name: 'milestone-no-exit',
  statement: 'A milestone has no exit criterion.',
  why: 'It is reached at once; there is nothing to leave.',
  severity: 'error',
  clause: 'CMMN 1.1, 5.4.4',
  references: [],
  fix: { title: 'Remove the exit criterion', isSafe: true },
  check(context) {
    const { all, report } = context;
    for (const item of all('cmmn:PlanItem')) {
      if (is(item.definitionRef, 'cmmn:Milestone') && item.exitCriteria.length > 0)
        report(item, `${The(item)} is a milestone and has an exit criterion. Take it away.`, {
          fix: removeCriteria(item.exitCriteria, context),
        });
    }
  },
};
