import { is } from '../../../model/index.ts';
import { constantOf, controlOf } from '../../case-queries.ts';
import { deadItems } from '../../dead-items.ts';
import type { Rule } from '../../rule.ts';
import { The, the } from '../../words.ts';

export const stageCannotComplete: Rule = {
  id: 'CB05',
  name: 'stage-cannot-complete',
  statement: 'What a stage requires can begin.',
  why: 'The stage waits for it, and can never be completed, not even by a person.',
  severity: 'error',
  clause: 'CMMN 1.1, 8.6.1',
  references: [],
  isOfRuns: true,
  check({ all, proofs, report }) {
    if (all('cmmn:Case').length === 0) return;
    for (const { item } of deadItems(proofs())) {
      const stage = item.$parent;
      const rule = controlOf(item)?.requiredRule;
      if (is(stage, 'cmmn:Stage') && rule && constantOf(rule.condition) === true)
        report(
          stage,
          `${The(stage)} can never be completed: it requires ${the(item)}, which can never begin. Let that begin, or do not require it.`,
        );
    }
  },
};
