import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { feelProblems } from '../../src/expressions/feel-syntax.ts';
import { isJuel, juelProblems } from '../../src/expressions/juel-syntax.ts';

describe('FEEL', () => {
  test.each([
    'amount > 50000',
    'complete = false',
    'country != "FR"',
    'a = "x == y && z"',
    '= amount > 5',
    'some x in list satisfies x > 1',
    'if a then b else c',
    'Dossier complet = true',
    'count(photos) < 3 and not(done)',
  ])('takes %s', (code) => expect(feelProblems(code)).toEqual([]));

  test.each([
    ['a chain of many operators', `${'1 + '.repeat(25_000)}1 > 0`],
    ['as many operators as are checked', `${'1 + '.repeat(249)}1 > 0`],
    ['deep parentheses', `${'('.repeat(10_000)}1${')'.repeat(10_000)}`],
  ])('takes %s', (_, code) => expect(feelProblems(code)).toEqual([]));

  test.each([
    ['amount == 5', 'feel-operator', '=='],
    ['a && b', 'feel-operator', '&&'],
    ['count(x) > 1)', 'feel-syntax', ')'],
    ["x = 'a'", 'feel-syntax', "'"],
    ['1 2', 'feel-syntax', '2'],
    ['amount > ', 'feel-syntax', '>'],
  ])('refuses %s', (code, problem, marked) => {
    const [first] = feelProblems(code);
    expect(first?.code).toBe(problem);
    expect(code.slice(first?.from, first?.to)).toBe(marked);
  });
});

describe('JUEL', () => {
  test('is known by its opening, whatever the file declares', () => {
    expect([isJuel("#{taxApproved == 'yes'}"), isJuel([' $', '{x}'].join('')), isJuel('{a: 1}')]).toEqual([
      true,
      true,
      false,
    ]);
  });

  test.each([
    ["#{a == 'it\\'s' && b[\"c\"].d()}", undefined],
    ['#{a', '{'],
    ['#{a)}', ')'],
    ["#{a == 'b}", "'"],
  ])('%s', (code, marked) => {
    const [first] = juelProblems(code);
    expect(first && code.slice(first.from, first.to)).toBe(marked);
  });
});

test('no code makes the checks fail, and what they mark lies in it', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme' }), (code) => {
      for (const { from, to, message } of [...feelProblems(code), ...juelProblems(code)]) {
        expect(from).toBeGreaterThanOrEqual(0);
        expect(to).toBeLessThanOrEqual(code.length);
        expect(message).toMatch(/\.$/);
      }
    }),
  );
});
