import { comparePositions, type Range } from './range.ts';

/** A stretch of a text and what comes in its place, as LSP has it. */
export interface TextEdit {
  readonly range: Range;
  readonly newText: string;
}

/** Whether two edits change the same stretch, or put something at the same place. */
export function overlap(one: TextEdit, other: TextEdit): boolean {
  const [a, b] = [one.range, other.range];
  const isSame = comparePositions(a.start, b.start) === 0;
  return isSame || (comparePositions(a.start, b.end) < 0 && comparePositions(b.start, a.end) < 0);
}

/** The text after edits that do not overlap. Lines end as in the text of an editor: LF, CR, CR LF. */
export function withEdits(text: string, edits: readonly TextEdit[]): string {
  const lineStarts = [0];
  for (const { index, 0: lineEnd } of text.matchAll(/\r\n?|\n/g)) lineStarts.push(index + lineEnd.length);
  const offsetOf = ({ line, character }: Range['start']) => (lineStarts[line] ?? text.length) + character;
  let [after, done] = ['', 0];
  for (const { range, newText } of edits.toSorted((a, b) => comparePositions(a.range.start, b.range.start))) {
    after += text.slice(done, offsetOf(range.start)) + newText;
    done = offsetOf(range.end);
  }
  return after + text.slice(done);
}
