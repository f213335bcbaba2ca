import type { Rule } from '../../rule.ts';

export const livelock: Rule = {
  id: 'GW19',
  name: 'livelock',
  statement: 'A run can always come to its end: it is never caught in a loop without a way out.',
  why: 'The process goes round for ever and never completes.',
  severity: 'error',
  references: [],
  isOfRuns: true,
  check({ proofs, definitions, report }) {
    for (const { hindrance, elements, message, run } of proofs()) {
      if (hindrance === 'loop') report(elements[0] ?? definitions, message, { run });
    }
  },
};
