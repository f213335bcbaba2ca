import { deadItems } from '../../dead-items.ts';
import type { Rule } from '../../rule.ts';
import { The, the } from '../../words.ts';

export const sentryCycle: Rule = {
  id: 'CB01',
  name: 'sentry-cycle',
  statement: 'Items do not wait for each other in a ring.',
  why: 'None of them can ever be the first to begin.',
  severity: 'error',
  clause: 'CMMN 1.1, 8.5',
  references: [],
  isOfRuns: true,
  check({ all, proofs, report }) {
    if (all('cmmn:Case').length === 0) return;
    for (const { item, ring } of deadItems(proofs())) {
      const others = ring.filter((one) => one !== item).map(the);
      // What waits for itself has a rule of its own.
      if (others.length > 0)
        report(
          item,
          `${The(item)} and ${others.join(' and ')} wait for each other to begin. Let one of them begin without the others.`,
        );
    }
  },
};
