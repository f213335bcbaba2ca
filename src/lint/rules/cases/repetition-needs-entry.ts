import { is } from '../../../model/index.ts';
import { caseItems, controlOf } from '../../case-queries.ts';
import type { Rule } from '../../rule.ts';
import { The } from '../../words.ts';

export const repetitionNeedsEntry: Rule = {
  id: 'CB07',
  name: 'repetition-needs-entry',
  statement: 'An item that repeats has an entry criterion with an event.',
  why: 'CMMN 1.1 repeats it without one whenever it is over; CMMN 1.0 and some engines never do.',
  severity: 'warning',
  from: 'strict',
  clause: 'CMMN 1.1, 8.6.4',
  references: [],
  check({ all, report }) {
    for (const item of caseItems({ all })) {
      if (!controlOf(item)?.repetitionRule) continue;
      if (!item.entryCriteria.some(({ sentryRef }) => !is(sentryRef, 'cmmn:Sentry') || sentryRef.onParts.length > 0))
        report(
          item,
          `${The(item)} repeats, but no event sets it going again. Give it an entry criterion with an on-part.`,
        );
    }
  },
};
