import type { Range } from '../base/range.ts';
import { columnsOf, visibleText } from './visible-text.ts';

/** Characters of a line that are shown at most, and of them before the place: XML on one line is common. */
const most = 120;
const before = 60;

/**
 * The line that a problem is on, and below it carets under the place:
 *
 *     12 |   -> chekc if `amount > 10`
 *        |      ^^^^^
 *
 * `lines` are the lines of the source. Of a range over several lines the first is marked to its end.
 */
export function codeFrame(lines: readonly string[], range: Range): string | undefined {
  const line = lines[range.start.line];
  if (line === undefined) return undefined;
  const start = Math.min(range.start.character, line.length);
  const end = range.end.line === range.start.line ? Math.min(range.end.character, line.length) : line.length;
  const from = Math.max(0, Math.min(start - before, line.length - most));
  const to = Math.min(line.length, from + most);
  const lead = shown(line.slice(from, start), from > 0 ? '…' : '');
  const marked = shown(line.slice(start, Math.min(end, to)));
  const tail = shown(line.slice(Math.max(start, Math.min(end, to)), to)) + (to < line.length ? '…' : '');
  const number = String(range.start.line + 1);
  const carets = '^'.repeat(Math.max(1, columnsOf(marked)));
  return [
    `${number.padStart(5)} | ${lead}${marked}${tail}`.trimEnd(),
    `${' '.repeat(5)} | ${' '.repeat(columnsOf(lead))}${carets}`,
  ].join('\n');
}

/** A tab has no width of its own in a terminal, so it becomes two blanks. */
function shown(text: string, prefix = ''): string {
  return prefix + visibleText(text.replaceAll('\t', '  '));
}
