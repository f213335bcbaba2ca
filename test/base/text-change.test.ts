import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { changeOf, withChange } from '../../src/base/text-change.ts';

const lines = fc.array(fc.string({ unit: fc.constantFrom('a', 'b', '"', '𝄞', '\ud834') }), { maxLength: 6 });
const text = lines.map((some) => some.join('\n'));

test('a change makes of the text before the one after, on the way through a message too', () => {
  fc.assert(
    fc.property(text, text, (before, after) => {
      const change = JSON.parse(JSON.stringify(changeOf(before, after)));
      expect(withChange(before, change)).toBe(after);
    }),
  );
});

test('only what differs in a line is told', () => {
  expect(changeOf('<a x="1" />\n<b />\n<c x="20" />', '<a x="12" />\n<b />\n<c x="30" />')).toEqual({
    at: [7, 24],
    removed: [0, 1],
    added: ['2', '3'],
  });
});

test('with other lines it is the stretch in which they differ', () => {
  expect(changeOf('a\nb\nc', 'a\nx\ny\nc')).toEqual({ at: [2], removed: [1], added: ['x\ny'] });
});

test('nothing is told of what stays', () => {
  expect(changeOf('a\nb', 'a\nb')).toEqual({ at: [], removed: [], added: [] });
});
