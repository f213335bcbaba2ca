import type { IToken } from 'chevrotain';
import type { Lexer } from 'langium';

/** What Langium's completion asks of the tokens at the caret; ends are exclusive. */
export interface TokensAtCaret {
  nextTokenStart: number;
  nextTokenEnd: number;
  previousTokenStart?: number;
  previousTokenEnd?: number;
}

/**
 * The tokens around the caret, without those that only balance braces: they stand nowhere in the text.
 * @param start where a statement before the caret begins; what is before it is not read if a token behind it is found
 */
export function tokensAtCaret(lexer: Lexer, text: string, offset: number, start: number): TokensAtCaret {
  const end = text.indexOf('\n', offset);
  const read = text.slice(start, end < 0 ? undefined : end);
  const { tokens } = lexer.tokenize(read, { mode: 'partial' });
  const at = offset - start;
  const previous = tokens.findLast((token) => endOf(token) <= at);
  if (!previous && start > 0) return tokensAtCaret(lexer, text, offset, 0);
  const around = tokens.find((token) => token.startOffset < at && endOf(token) > at);
  return {
    nextTokenStart: start + (around?.startOffset ?? at),
    nextTokenEnd: start + (around ? endOf(around) : at),
    ...(previous && { previousTokenStart: start + previous.startOffset, previousTokenEnd: start + endOf(previous) }),
  };
}

function endOf(token: IToken): number {
  return (token.endOffset ?? token.startOffset) + 1;
}
