import type { ILexingError, IToken } from 'chevrotain';

/** What the lexer found wrong, in our words; Langium carries it to the validator with the lexer's other errors. */
export interface LexingProblem extends ILexingError {
  readonly code: string;
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
