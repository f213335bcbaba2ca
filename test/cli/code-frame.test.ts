import { expect, test } from 'vitest';
import { range } from '../../src/base/range.ts';
import { codeFrame } from '../../src/cli/code-frame.ts';

/** The frame of the part of `line` between the two marks. */
function frame(line: string): string | undefined {
  const [start, end] = [line.indexOf('«'), line.indexOf('»') - 1];
  return codeFrame([line.replace(/[«»]/g, '')], range(0, start, 0, end));
}

test('marks a range with carets below', () => {
  expect(frame('task «chekc» "x"')).toBe('    1 | task chekc "x"\n      |      ^^^^^');
});

test('marks an empty range, and one at the end of the line, with one caret', () => {
  expect(frame('task «»')).toBe('    1 | task\n      |      ^');
});

test('marks the first line of a range over several', () => {
  expect(codeFrame(['one two', 'three'], range(0, 4, 1, 2))).toBe('    1 | one two\n      |     ^^^');
});

test('counts wide characters twice, accents not at all, tabs as two blanks', () => {
  expect(frame('\t"审批" «x»')).toBe('    1 |   "审批" x\n      |          ^');
  expect(frame('"🚚" «x»')).toBe('    1 | "🚚" x\n      |      ^');
  expect(frame('"e\u0301" «x»')).toBe('    1 | "e\u0301" x\n      |     ^');
});

test('writes control characters out', () => {
  expect(frame('"\u001b[2J" «x»')).toBe('    1 | "\\u{1b}[2J" x\n      |             ^');
  expect(frame('"\u202eevil" «x»')).toContain('\\u{202e}');
});

test('cuts a long line around the place', () => {
  const shown = frame(`${'a'.repeat(500)}«b»${'c'.repeat(500)}`) ?? '';
  expect(shown).toMatch(/^ {4}1 \| …a{60}bc{59}…\n {6}\| {62}\^$/);
  expect(frame(`${'a'.repeat(500)}«b»`)).toMatch(/^ {4}1 \| …a{119}b\n/);
});

test('has nothing to show of a line that is not there', () => {
  expect(codeFrame(['one'], range(7, 0, 7, 1))).toBeUndefined();
});
