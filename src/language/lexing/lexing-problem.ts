import type { ILexingError, IToken } from 'chevrotain';

/** What the lexer found wrong, in our words; Langium carries it to the validator with the lexer's other errors. */
export interface LexingProblem extends ILexingError {
  readonly code: string;
  /** What a fix needs to know: `suggestion`, what was meant; `end`, the offset behind all that is wrong. */
  readonly data?: { readonly suggestion?: string; readonly end?: number };
}

/** A problem that marks one token, or its first line where it spans several. */
export function problemAt(token: IToken, code: string, message: string): LexingProblem {
  const lineEnd = token.image.search(/[\r\n]/);
  return {
    code,
    message,
    offset: token.startOffset,
    line: token.startLine,
    column: token.startColumn,
    length: lineEnd < 0 ? token.image.length : lineEnd,
  };
}
