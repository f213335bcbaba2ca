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
  fix: { title: 'Write it in FEEL', isSafe: true },
  check({ all, report }) {
    for (const { owner, code, change } of feelExpressions({ all })) {
      for (const problem of feelFindings(code)) {
        if (problem.code !== 'feel-operator') continue;
        const fix = change(inFeel(code));
        report(
          owner,
          `${The(owner)} has an expression in another language: ${code}. ${problem.message}`,
          fix && { fix: [fix] },
        );
      }
    }
  },
};

const own: Readonly<Record<string, string>> = { '==': '=', '&&': 'and', '||': 'or' };

/** The expression with all operators of other languages replaced; words need blanks around them. */
function inFeel(code: string): string {
  const operators = feelFindings(code).filter(({ code: kind }) => kind === 'feel-operator');
  return operators.reduceRight((text, { from, to }) => {
    const operator = own[text.slice(from, to)] ?? '';
    const isWord = operator !== '=';
    const [before, after] = [text.slice(0, from), text.slice(to)];
    return (
      before + (isWord && /\S$/.test(before) ? ' ' : '') + operator + (isWord && /^\S/.test(after) ? ' ' : '') + after
    );
  }, code);
}
