import { deadItems } from '../../dead-items.ts';
import type { Rule } from '../../rule.ts';

export const unreachablePlanItem: Rule = {
  id: 'CB03',
  name: 'unreachable-plan-item',
  statement: 'Each item of a case can begin.',
  why: 'What can never begin is never done, and what waits for it waits for ever.',
  severity: 'error',
  clause: 'CMMN 1.1, 8.5',
  references: [],
  isOfRuns: true,
  check({ all, proofs, report }) {
    if (all('cmmn:Case').length === 0) return;
    // Items that wait for each other have a rule of their own.
    for (const { item, message, ring } of deadItems(proofs())) if (ring.length === 0) report(item, message);
  },
};
