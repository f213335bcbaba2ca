import { is, referenceText } from '../../../model/index.ts';
import { caseOf } from '../../case-queries.ts';
import type { Rule } from '../../rule.ts';
import { The, the } from '../../words.ts';

export const onpartSourceScope: Rule = {
  id: 'CM16',
  name: 'onpart-source-scope',
  statement: 'An on-part waits for an item of its own case, and says which.',
  why: 'A case sees nothing of what happens in another.',
  severity: 'error',
  clause: 'CMMN 1.1, 5.4.6',
  references: [],
  check({ all, report }) {
    for (const part of all('cmmn:OnPart')) {
      if (!is(part, 'cmmn:PlanItemOnPart')) continue;
      const source = part.sourceRef;
      if (!source && referenceText(part, 'sourceRef') === undefined && !part.exitCriterionRef)
        report(part, `${The(part)} of ${the(part.$parent ?? part)} does not say what it waits for. Set sourceRef.`);
      const other = source && caseOf(source);
      if (source && other && other !== caseOf(part))
        report(part, `${The(part)} waits for ${the(source)} of ${the(other)}. Wait for an item of its own case.`);
    }
  },
};
