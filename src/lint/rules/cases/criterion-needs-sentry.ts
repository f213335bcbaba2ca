import { referenceText } from '../../../model/index.ts';
import type { Rule } from '../../rule.ts';
import { The, the } from '../../words.ts';

export const criterionNeedsSentry: Rule = {
  id: 'CM13',
  name: 'criterion-needs-sentry',
  statement: 'Each criterion has a sentry.',
  why: 'The sentry says when the criterion is met.',
  severity: 'error',
  clause: 'CMMN 1.1, 5.4.5',
  references: [],
  check({ all, report }) {
    for (const criterion of all('cmmn:Criterion')) {
      if (!criterion.sentryRef && referenceText(criterion, 'sentryRef') === undefined)
        report(criterion, `${The(criterion)} of ${the(criterion.$parent ?? criterion)} has no sentry. Set sentryRef.`);
    }
  },
};
