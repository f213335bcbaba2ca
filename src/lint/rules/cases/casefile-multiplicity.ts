import type { Rule } from '../../rule.ts';
import { The } from '../../words.ts';

export const casefileMultiplicity: Rule = {
  id: 'CM38',
  name: 'casefile-multiplicity',
  statement: 'A case file item has a multiplicity that the standard knows.',
  why: 'No tool can tell how many of it there may be.',
  severity: 'error',
  clause: 'CMMN 1.1, 5.3.2',
  references: [],
  check({ all, report }) {
    for (const item of all('cmmn:CaseFileItem')) {
      if (!known.includes(item.multiplicity))
        report(item, `${The(item)} has the multiplicity "${item.multiplicity}". Use one of ${known.join(', ')}.`);
    }
  },
};

const known: readonly string[] = ['ZeroOrOne', 'ZeroOrMore', 'ExactlyOne', 'OneOrMore', 'Unspecified', 'Unknown'];
