import { referenceText } from '../../../model/index.ts';
import { caseOf } from '../../case-queries.ts';
import type { Rule } from '../../rule.ts';
import { The, the } from '../../words.ts';

export const casefileOnpartExists: Rule = {
  id: 'CM23',
  name: 'casefile-onpart-exists',
  statement: 'An on-part of the case file waits for an item of the file of its own case, and says which.',
  why: 'A case sees nothing of the file of another.',
  severity: 'error',
  clause: 'CMMN 1.1, 5.4.6',
  references: [],
  check({ all, report }) {
    for (const part of all('cmmn:CaseFileItemOnPart')) {
      const { sourceRef } = part;
      if (!sourceRef && referenceText(part, 'sourceRef') === undefined)
        report(part, `${The(part)} of ${the(part.$parent ?? part)} does not say what it waits for. Set sourceRef.`);
      const other = sourceRef && caseOf(sourceRef);
      if (sourceRef && other && other !== caseOf(part))
        report(part, `${The(part)} waits for ${the(sourceRef)} of ${the(other)}. Wait for an item of its own case.`);
    }
  },
};
