/** Two long values that differ in a few places: cut so that what differs is seen. */
import { sharedEnd, sharedStart } from '../base/shared-ends.ts';

/** What may stand of each value. */
const LONGEST = 160;
/** What is left around the difference of values that are longer. */
const AROUND = 24;

/** Both values on one line; where one is long, both are cut around what differs. */
export function apart(from: string, to: string): readonly [from: string, to: string] {
  const [one, other] = [onOneLine(from), onOneLine(to)];
  if (Math.max(one.length, other.length) <= LONGEST) return [one, other];
  const start = sharedStart(one, other);
  const end = sharedEnd(one, other, start);
  return [around(one, start, end), around(other, start, end)];
}

/** A value without its line breaks and indentation. */
export function onOneLine(text: string): string {
  return text.replace(/\s+/g, ' ').trim();
}

function around(text: string, start: number, end: number): string {
  const from = start <= AROUND + 8 ? 0 : wordStart(text, start - AROUND);
  const to = end <= AROUND + 8 ? text.length : text.length - end + AROUND;
  const until = Math.min(to, from + LONGEST);
  return `${from > 0 ? '…' : ''}${text.slice(from, until)}${until < text.length ? '…' : ''}`;
}

/** Where a word begins at or shortly behind a place. */
function wordStart(text: string, at: number): number {
  const blank = text.indexOf(' ', at);
  return blank >= 0 && blank - at < AROUND / 2 ? blank + 1 : at;
}
