import { expect, test } from 'vitest';
import { breaches, functionsIn } from '../../scripts/check-sizes.ts';

const sizes = (...lines: number[]) => lines.map((count, index) => ({ name: `f${index}`, lines: count }));

test('measures functions with a block, by name', () => {
  const text = 'function a() {\n  return [1].map((x) => x);\n}\nconst b = () => {\n};\nclass C {\n  d() {\n\n  }\n}\n';
  expect(functionsIn('x.ts', text)).toEqual([
    { name: 'x.ts#a', lines: 3 },
    { name: 'x.ts#b', lines: 2 },
    { name: 'x.ts#d', lines: 3 },
  ]);
});

test('notices what is too long, unless it has an exception', () => {
  expect(breaches('file', sizes(10, 401), [])).toEqual([
    'f1 has 401 lines, 400 is the most: divide its subject.',
    'The median file has 401 lines, it must stay below 120.',
    '50.0 % of all files are over 300 lines, it must stay below 5 %.',
  ]);
  expect(breaches('function', sizes(...Array(50).fill(3), 61), ['f50'])).toEqual([]);
});

test('notices many long ones', () => {
  expect(breaches('function', sizes(...Array(60).fill(3), 51, 52), [])).toEqual([
    '3.2 % of all functions are over 50 lines, it must stay below 3 %.',
  ]);
});
