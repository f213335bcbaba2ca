import type { IToken } from 'chevrotain';

/** A line of the text that has tokens. */
export interface SourceLine {
  /** Column of its first token, from 1. */
  readonly indent: number;
  /** Index of its first token. */
  readonly first: number;
  /** The next line at or left of this one's column; undefined if there is none. */
  until?: SourceLine;
  /** The last line at this one's very column, if all lines between the two are deeper. */
  sibling?: SourceLine;
}

/** The lines of the text, as their indentation nests them; in one pass. */
export function sourceLines(tokens: readonly IToken[]): SourceLine[] {
  const lines: SourceLine[] = [];
  const around: SourceLine[] = [];
  let row = 0;
  for (const [first, token] of tokens.entries()) {
    if (token.startLine === row) continue;
    row = token.startLine ?? row;
    const line: SourceLine = { indent: token.startColumn ?? 1, first };
    for (let last = around.at(-1); last && last.indent >= line.indent; last = around.at(-1)) {
      last.until = line;
      if (last.indent === line.indent) line.sibling = last;
      around.pop();
    }
    around.push(line);
    lines.push(line);
  }
  return lines;
}
