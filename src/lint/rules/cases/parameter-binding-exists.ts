import { caseOf } from '../../case-queries.ts';
import type { Rule } from '../../rule.ts';
import { The, the } from '../../words.ts';

export const parameterBindingExists: Rule = {
  id: 'CM37',
  name: 'parameter-binding-exists',
  statement: 'A parameter is bound to an item of the file of its own case.',
  why: 'A case reads and writes its own file only.',
  severity: 'error',
  clause: 'CMMN 1.1, 5.4.10',
  references: [],
  check({ all, report }) {
    for (const parameter of all('cmmn:CaseParameter')) {
      const { bindingRef } = parameter;
      const other = bindingRef && caseOf(bindingRef);
      if (bindingRef && other && other !== caseOf(parameter))
        report(
          parameter,
          `${The(parameter)} is bound to ${the(bindingRef)} of ${the(other)}. Bind it to an item of its own case.`,
        );
    }
  },
};
