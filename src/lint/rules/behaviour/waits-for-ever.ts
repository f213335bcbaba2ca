import type { Rule } from '../../rule.ts';

export const waitsForEver: Rule = {
  id: 'GW24',
  name: 'waits-for-ever',
  statement: 'What a run waits for can still happen.',
  why: 'The process never completes. It is no error, since whoever brings it about may not be drawn.',
  severity: 'warning',
  references: [],
  isOfRuns: true,
  check({ proofs, report }) {
    for (const { hindrance, elements, message, run } of proofs()) {
      const [first] = elements;
      const isWaiting =
        hindrance === 'event' || hindrance === 'work' || hindrance === 'choice' || hindrance === 'compensation';
      if (isWaiting && first) report(first, message, { run });
    }
  },
};
