import { keptElements } from '../../../model/index.ts';
import type { Rule } from '../../rule.ts';
import { The } from '../../words.ts';

export const entryOnCasePlan: Rule = {
  id: 'CM06',
  name: 'entry-on-case-plan',
  statement: 'A case plan model has no entry criterion.',
  why: 'It begins with the case; nothing can happen before.',
  severity: 'error',
  clause: 'CMMN 1.1, 5.4.5',
  references: [],
  check({ all, report }) {
    for (const { casePlanModel } of all('cmmn:Case')) {
      // The standard has no place for one, so the model keeps it as something that it does not know.
      const entry =
        casePlanModel && keptElements(casePlanModel).find(({ $type }) => /(?:^|:)entryCriterion$/.test($type));
      if (casePlanModel && entry)
        report(
          casePlanModel,
          `${The(casePlanModel)} has an entry criterion. Take it away: the plan begins with its case.`,
        );
    }
  },
};
