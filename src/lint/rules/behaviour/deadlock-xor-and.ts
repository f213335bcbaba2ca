import { beginApart } from '../../beginnings.ts';
import type { Rule } from '../../rule.ts';

export const deadlockXorAnd: Rule = {
  id: 'GW16',
  name: 'deadlock-xor-and',
  statement: 'No join waits for ways of which only some are taken.',
  why: 'It waits for ever for the others, and the process never completes.',
  severity: 'error',
  clause: 'BPMN 2.0.2, 13.4.1',
  references: [],
  isOfRuns: true,
  check({ proofs, incoming, report }) {
    for (const { hindrance, elements, message, run } of proofs()) {
      const [join] = elements;
      if (hindrance === 'join' && join && !beginApart(join, { incoming })) report(join, message, { run });
    }
  },
};
