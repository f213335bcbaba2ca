import { expect, test } from 'vitest';
import { feelExpression } from '../../../src/semantics/expressions/feel-expression.ts';

const dataOf = (values: Readonly<Record<string, unknown>>) => ({
  get: (name: string) => values[name],
  all: () => values,
});

test.each([
  ['amount > 10', {}, undefined],
  ['amount > 10', { amount: 11 }, true],
  ['order.total <= 10', { order: { total: 11 } }, false],
  ['order.total <= 10', {}, undefined],
  ['approved', {}, undefined],
  ['approved', { approved: true }, true],
  ['kind = "letter"', { kind: 'letter' }, true],
  // Functions that FEEL brings along are no variables.
  ['count > 3', {}, undefined],
  ['count > 3', { count: 4 }, true],
  ['true', {}, true],
  ['true = false', {}, false],
  ['null', {}, undefined],
  ['1 + 1 = 2', {}, true],
  ['if = 3', {}, undefined],
] as const)('%s with %o is %s', (code, values, expected) => {
  expect(feelExpression(code)(dataOf(values))).toBe(expected);
});
