import type { Rule } from '../../rule.ts';
import { The, the } from '../../words.ts';

export const exitCriterionRefOwner: Rule = {
  id: 'CM22',
  name: 'exit-criterion-ref-owner',
  statement: 'An on-part that waits for an exit criterion names one of the item that it waits for.',
  why: 'The item leaves by its own criteria only.',
  severity: 'error',
  clause: 'CMMN 1.1, 5.4.6',
  references: [],
  check({ all, report }) {
    for (const part of all('cmmn:PlanItemOnPart')) {
      const { sourceRef, exitCriterionRef } = part;
      const owner = exitCriterionRef?.$parent;
      // A stage of a case plan keeps its criteria itself.
      if (sourceRef && owner && owner !== sourceRef && owner !== sourceRef.definitionRef)
        report(
          part,
          `${The(part)} waits for ${the(sourceRef)} to leave by a criterion of ${the(owner)}. Name one of its own.`,
        );
    }
  },
};
