import { beginApart } from '../../beginnings.ts';
import type { Rule } from '../../rule.ts';

export const joinUnreachableBranch: Rule = {
  id: 'GW18',
  name: 'join-unreachable-branch',
  statement: 'No join waits for ways that begin at different start events or boundary events.',
  why: 'One event sets one of the ways going; the join waits for the other for ever.',
  severity: 'error',
  clause: 'BPMN 2.0.2, 13.4.1',
  references: [],
  isOfRuns: true,
  check({ proofs, incoming, report }) {
    for (const { hindrance, elements, message, run } of proofs()) {
      const [join] = elements;
      if (hindrance === 'join' && join && beginApart(join, { incoming })) report(join, message, { run });
    }
  },
};
