import { expect, test } from 'vitest';
import type { Problem } from '../../src/base/problem.ts';
import { range } from '../../src/base/range.ts';
import { problemLine, problemReport } from '../../src/cli/problem-lines.ts';

const misspelt: Problem = {
  severity: 'error',
  code: 'unknown-reference',
  message: 'There is no "b".',
  range: range(1, 3, 1, 4),
};
const hint: Problem = { severity: 'info', code: 'hint', message: 'Say more.' };

test('counts lines and columns from 1', () => {
  expect(problemLine('a.procedo', misspelt)).toBe('a.procedo:2:4: error: There is no "b". [unknown-reference]');
});

test('puts what has no place at the beginning, without a frame', () => {
  expect(problemReport('a', 'one\n-> b', [misspelt, hint])).toBe(
    'a:1:1: info: Say more. [hint]\na:2:4: error: There is no "b". [unknown-reference]\n    2 | -> b\n      |    ^\n',
  );
});

test('writes control characters of names and messages out', () => {
  expect(problemLine('a\u001b.procedo', { ...hint, message: 'No "\n\u009b".' })).toBe(
    'a\\u{1b}.procedo:1:1: info: No "\\u{a}\\u{9b}". [hint]',
  );
});
