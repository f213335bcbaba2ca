import { is } from '../../../model/index.ts';
import type { Rule } from '../../rule.ts';
import { The } from '../../words.ts';

export const onpartNotSelf: Rule = {
  id: 'CM17',
  name: 'onpart-not-self',
  statement: 'No entry criterion waits for the item that it lets in.',
  why: 'The item would have to be there before it begins.',
  severity: 'error',
  clause: 'CMMN 1.1, 5.4.6',
  references: [],
  check({ all, report }) {
    for (const criterion of all('cmmn:EntryCriterion')) {
      const item = criterion.$parent;
      // A repetition begins when the one before is over.
      if (!item || (is(item, 'cmmn:PlanItem') && item.itemControl?.repetitionRule)) continue;
      for (const part of criterion.sentryRef?.onParts ?? []) {
        if (is(part, 'cmmn:PlanItemOnPart') && part.sourceRef === item)
          report(criterion, `${The(item)} waits for itself to begin. Wait for another item.`);
      }
    }
  },
};
