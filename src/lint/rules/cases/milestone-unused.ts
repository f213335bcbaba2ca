import { is } from '../../../model/index.ts';
import { controlOf } from '../../case-queries.ts';
import type { Rule } from '../../rule.ts';
import { The } from '../../words.ts';

export const milestoneUnused: Rule = {
  id: 'CB12',
  name: 'milestone-unused',
  statement: 'A milestone sets something going, or is required.',
  why: 'Otherwise it says only that something has been reached, which nobody may need to know.',
  severity: 'info',
  references: [],
  check({ all, report }) {
    const awaited = new Set<unknown>(all('cmmn:PlanItemOnPart').map(({ sourceRef }) => sourceRef));
    for (const item of all('cmmn:PlanItem')) {
      if (is(item.definitionRef, 'cmmn:Milestone') && !awaited.has(item) && !controlOf(item)?.requiredRule)
        report(
          item,
          `${The(item)} sets nothing going and is not required. Let something wait for it, or take it away.`,
        );
    }
  },
};
