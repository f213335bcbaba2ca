import type { IToken, TokenType } from 'chevrotain';

/** A token that a repair puts in. It has no position (NaN), which keeps it out of the syntax tree. */
export function tokenWithoutPosition(tokenType: TokenType, image: string): IToken {
  const nowhere = Number.NaN;
  return {
    image,
    tokenType,
    tokenTypeIdx: tokenType.tokenTypeIdx ?? nowhere,
    startOffset: nowhere,
    startLine: nowhere,
    startColumn: nowhere,
    endOffset: nowhere,
    endLine: nowhere,
    endColumn: nowhere,
    isInsertedInRecovery: true,
  };
}
