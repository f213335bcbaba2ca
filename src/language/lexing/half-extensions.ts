import type { IToken, TokenType } from 'chevrotain';
import { CASE_WORDS, ROOT_WORDS, STATEMENT_WORDS } from '../statement-words.ts';
import { type LexingProblem, problemAt } from './lexing-problem.ts';
import { tokenWithoutPosition } from './made-token.ts';

const OPENING = new Set([...STATEMENT_WORDS, ...CASE_WORDS, ...ROOT_WORDS]);

/** What a part must follow. (Elsewhere the parser finds by itself that a `)` is missing.) */
const MIDDLE = new Set(['(', ',']);

const HALF_NAME = 'The name is not whole. Write what follows the `:`.';
const UNCLOSED = 'This `(` is never closed. Put a `)` behind its last part.';

/**
 * Ends what is half typed of a vendor extension or a type where the next line opens a statement, which would else lose its first
 * word to it: drops the colon of half a name (`@zeebe:`, `: tns:`), and closes parentheses that end in the middle (`(`, `(a,`).
 */
export function endHalfExtensions(
  tokens: readonly IToken[],
  close: TokenType,
  problems: LexingProblem[],
): readonly IToken[] {
  if (!tokens.some(({ image }) => image === ':' || image === '(')) return tokens;
  const ended: IToken[] = [];
  const open: IToken[] = [];
  const closeAll = (): void => {
    for (const parenthesis of open.splice(0)) {
      ended.push(tokenWithoutPosition(close, ')'));
      problems.push(problemAt(parenthesis, 'unclosed-parenthesis', UNCLOSED));
    }
  };
  let before: IToken | undefined;
  for (let index = 0; index < tokens.length; before = tokens[index], index++) {
    const token = tokens[index] as IToken;
    const next = tokens[index + 1];
    if (token.image === ':' && isBeside(before, token) && opensStatement(next, tokens[index + 2], token)) {
      // The check of extensions tells of its own what they lack.
      if (tokens[index - 2]?.image !== '@') problems.push(problemAt(token, 'half-name', HALF_NAME));
      continue;
    }
    if (MIDDLE.has(before?.image ?? '') && opensStatement(token, next, before)) closeAll();
    if (token.image === '(') open.push(token);
    else if (token.image === ')') open.pop();
    ended.push(token);
  }
  return ended;
}

/** Whether no blank stands between two tokens. */
function isBeside(before: IToken | undefined, token: IToken): boolean {
  return before?.endOffset !== undefined && before.endOffset + 1 === token.startOffset;
}

/** Whether a token is the first of its line and opens a statement; before a colon it is the name of an attribute. */
function opensStatement(token: IToken | undefined, next: IToken | undefined, before: IToken | undefined): boolean {
  return (
    token !== undefined &&
    OPENING.has(token.tokenType.name) &&
    token.startLine !== before?.startLine &&
    next?.image !== ':'
  );
}
