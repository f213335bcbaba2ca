import type { Rule } from '../../rule.ts';

export const sentryNeverFires: Rule = {
  id: 'CB02',
  name: 'sentry-never-fires',
  statement: 'What a criterion waits for can happen.',
  why: 'The criterion is never met, and says something that is not so.',
  severity: 'error',
  clause: 'CMMN 1.1, 8.5',
  references: [],
  isOfRuns: true,
  check({ all, proofs, report }) {
    if (all('cmmn:Case').length === 0) return;
    for (const { property, elements, message } of proofs()) {
      const [criterion] = elements;
      if (property === 'criterion' && criterion) report(criterion, message);
    }
  },
};
