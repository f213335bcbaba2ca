/** Changes of a text by offsets, and the white space around what is changed. */

/** A stretch of the text, `end` exclusive, and what comes in its place. */
export interface Change {
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

/** White space at the head of the line that an offset is in, if there is nothing else before it. */
export function indentBefore(text: string, offset: number): string | undefined {
  const lineStart = lineStartBefore(text, offset);
  const before = text.slice(lineStart, offset);
  return /^[^\S\r\n]*$/.test(before) ? before : undefined;
}

/** Where the line begins that an offset is in. */
function lineStartBefore(text: string, offset: number): number {
  return Math.max(text.lastIndexOf('\n', offset - 1), text.lastIndexOf('\r', offset - 1)) + 1;
}

/** A stretch with its lines, where it is alone on them. */
export function wholeLines(text: string, start: number, end: number): { readonly start: number; readonly end: number } {
  const lineEnd = /^[^\S\r\n]*(\r\n?|\n)/.exec(text.slice(end, end + 200));
  if (indentBefore(text, start) === undefined || !lineEnd) return { start, end };
  return { start: lineStartBefore(text, start), end: end + lineEnd[0].length };
}

/** An offset, or the end of the comments that follow on the same line: these belong to what stands before them. */
export function behindComments(text: string, offset: number): number {
  const lineEnd = /[\r\n]|$/.exec(text.slice(offset))?.index ?? 0;
  const rest = text.slice(offset, offset + lineEnd);
  const comments = /^(?:[^\S\r\n]*<!--(?:(?!-->).)*-->)+(?=[^\S\r\n]*$)/.exec(rest);
  return offset + (comments?.[0].length ?? 0);
}
