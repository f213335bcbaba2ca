import { expect, test } from 'vitest';
import { hasErrors, listedProblems, type Problem, type Severity } from '../../src/base/problem.ts';
import { range } from '../../src/base/range.ts';

const at = (line: number, severity: Severity = 'warning'): Problem => ({
  severity,
  code: 'odd',
  message: `Line ${line}.`,
  range: range(line, 0, line, 1),
});
const many = (count: number) => Array.from({ length: count }, (_, line) => at(line));

test('a thousand problems are all listed', () => {
  expect(listedProblems(many(1000))).toEqual(many(1000));
});

test('of more the first of the source are listed, then how many there are', () => {
  const listed = listedProblems(many(2500).reverse());
  expect(listed).toHaveLength(1001);
  expect(listed.slice(0, 1000)).toEqual(many(1000));
  expect(listed.at(-1)).toMatchObject({
    severity: 'warning',
    message: 'There are 1,500 more problems from here on. Correct those above first.',
    range: range(1000, 0, 1000, 1),
  });
});

test('a document with an error has one however many warnings stand before', () => {
  expect(hasErrors(listedProblems([...many(2000), at(3000, 'error')]))).toBe(true);
  expect(hasErrors(listedProblems(many(2000)))).toBe(false);
});
