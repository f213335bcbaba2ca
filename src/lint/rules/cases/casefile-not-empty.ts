import { hasExtensions } from '../../queries.ts';
import type { Rule } from '../../rule.ts';
import { The } from '../../words.ts';

export const casefileNotEmpty: Rule = {
  id: 'CM39',
  name: 'casefile-not-empty',
  statement: 'A case file has an item.',
  why: 'An empty one says nothing; some engines refuse it.',
  severity: 'info',
  references: [],
  check({ all, report }) {
    for (const file of all('cmmn:CaseFile')) {
      if (file.caseFileItems.length === 0 && !hasExtensions(file))
        report(file, `${The(file)} is empty. Add an item, or take it away.`);
    }
  },
};
