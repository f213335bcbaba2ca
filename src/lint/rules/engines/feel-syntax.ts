import { feelExpressions, feelFindings } from '../../feel-expressions.ts';
import type { Rule } from '../../rule.ts';
import { The } from '../../words.ts';

export const feelSyntax: Rule = {
  id: 'EX03',
  name: 'feel-syntax',
  statement: 'Expressions in FEEL can be read.',
  why: 'Camunda 8 refuses the file, or makes an incident of it in a running process.',
  severity: 'error',
  profiles: ['camunda8'],
  references: [],
  check({ all, report }) {
    for (const { owner, code } of feelExpressions({ all })) {
      for (const problem of feelFindings(code))
        if (problem.code !== 'feel-operator')
          report(owner, `${The(owner)} has an expression that cannot be read: ${code}. ${problem.message}`);
    }
  },
};
