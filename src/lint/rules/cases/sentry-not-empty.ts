import { hasExtensions } from '../../queries.ts';
import type { Rule } from '../../rule.ts';
import { The } from '../../words.ts';

export const sentryNotEmpty: Rule = {
  id: 'CM14',
  name: 'sentry-not-empty',
  statement: 'A sentry has an event that it waits for, or a condition.',
  why: 'Nothing ever makes it true.',
  severity: 'error',
  clause: 'CMMN 1.1, 5.4.6',
  references: [],
  check({ all, report }) {
    for (const sentry of all('cmmn:Sentry')) {
      // A vendor may have on-parts of its own.
      if (sentry.onParts.length === 0 && !sentry.ifPart && !hasExtensions(sentry))
        report(sentry, `${The(sentry)} waits for nothing. Give it an on-part or an if-part.`);
    }
  },
};
