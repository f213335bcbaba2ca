import fc from 'fast-check';
import { expect, test } from 'vitest';
import { feelNodesAt } from '../../src/expressions/feel-nodes.ts';

test('parts of an expression are around the caret, from the innermost out', () => {
  const code = 'a + count(b) > 3';
  const shown = feelNodesAt(code, code.indexOf('b')).map(({ from, to }) => code.slice(from, to));
  expect([...new Set(shown)]).toEqual(expect.arrayContaining(['b', 'count(b)', 'a + count(b)', code]));
});

test('whatever the code is, all parts touch the caret', () => {
  const code = fc.string({ unit: fc.constantFrom(...'a1 +-*/()[]{}"\'.,=<>!`é\n'.split(''), 'if ', 'then ', 'some ') });
  fc.assert(
    fc.property(code, fc.nat(), (text, at) => {
      const offset = text.length === 0 ? 0 : at % (text.length + 1);
      for (const { from, to } of feelNodesAt(text, offset)) expect(from <= offset && offset <= to).toBe(true);
    }),
  );
});
