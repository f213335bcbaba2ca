import { feelExpressions, feelFindings } from '../../feel-expressions.ts';
import type { Rule } from '../../rule.ts';
import { The } from '../../words.ts';

export const feelEquals: Rule = {
  id: 'EX05',
  name: 'feel-equals',
  statement: 'Expressions in FEEL have the operators of FEEL: `=`, `and`, `or`.',
  why: 'Those of other languages are mistakes that some parsers pass over.',
  severity: 'error',
  profiles: ['camunda8'],
  references: [],
  check({ all, report }) {
    for (const { owner, code } of feelExpressions({ all })) {
      for (const problem of feelFindings(code))
        if (problem.code === 'feel-operator')
          report(owner, `${The(owner)} has an expression in another language: ${code}. ${problem.message}`);
    }
  },
};
