/** Root elements whose first word is misspelt or missing: what their block holds says which word it is. */
import type { IToken, TokenType } from 'chevrotain';
import { closestTo } from '../../base/spelling.ts';
import { ROOT_WORDS, STATEMENT_WORDS } from '../statement-words.ts';
import { type LexingProblem, problemAt } from './lexing-problem.ts';
import { tokenWithoutPosition } from './made-token.ts';
import { holdsItems, retype } from './vocabulary.ts';

const ROOTS: ReadonlySet<string> = new Set(ROOT_WORDS);
const STATEMENTS: ReadonlySet<string> = new Set(STATEMENT_WORDS);

/** Root elements that have a block. */
const WITH_BLOCK = ['process', 'case', 'collaboration', 'scenario'];

/** What may open one whose word is wrong: that word, its name, its label. */
const OPENINGS: ReadonlySet<string> = new Set(['WORD', 'STRING']);

/** A word that opens a root element and is none of the language, and the brace of its block. */
interface UnknownOpening {
  readonly word: number;
  readonly brace: number;
}

/**
 * Reads `proces loan "Loan" { start … }` and `loan "Loan" { start … }` as the process that is meant, so that a slip in one word costs the
 * word and not all that the block holds. A block that may belong to the header before it is left alone. Changes the tokens.
 */
export function readRootWords(
  tokens: readonly IToken[],
  types: Readonly<Record<string, TokenType>>,
  problems: LexingProblem[],
): readonly IToken[] {
  const missing = new Map<number, IToken>();
  for (const { word, brace } of unknownOpenings(tokens)) {
    const [token, next] = [tokens[word], tokens[word + 1]];
    const meant = token && meantWord(tokens, word, brace);
    const type = meant && types[meant];
    if (!type) continue;
    const isName = closestTo(token.image, [meant]) === undefined && next?.tokenType.name !== 'WORD';
    const suggestion = isName ? `${meant} ${token.image}` : meant;
    const message = `Unknown element \`${token.image}\`, did you mean \`${suggestion}\`?`;
    problems.push({ ...problemAt(token, 'unknown-word', message), data: { suggestion } });
    if (isName) missing.set(word, tokenWithoutPosition(type, meant));
    else retype(token, type);
  }
  if (missing.size === 0) return tokens;
  return tokens.flatMap((token, index) => [...(missing.has(index) ? [missing.get(index) as IToken] : []), token]);
}

function unknownOpenings(tokens: readonly IToken[]): UnknownOpening[] {
  const found: UnknownOpening[] = [];
  let depth = 0;
  let lacksBlock = false;
  let word: number | undefined;
  for (let index = 0; index < tokens.length; index++) {
    const token = tokens[index] as IToken;
    const { image } = token;
    if (image === '{' || image === '(') {
      if (depth++ > 0 || image === '(' || tokens[index - 1]?.image === 'with') continue;
      if (word !== undefined && !lacksBlock) found.push({ word, brace: index });
      lacksBlock = false;
      word = undefined;
    } else if (image === '}' || image === ')') depth--;
    else if (depth <= 0 && opensRoot(token, tokens[index - 1])) {
      lacksBlock = WITH_BLOCK.includes(token.tokenType.name);
      word = undefined;
    } else if (depth <= 0 && opensLine(token, tokens[index - 1]))
      word = OPENINGS.has(token.tokenType.name) ? index : undefined;
    else if (depth <= 0 && word === undefined && isMovedOpening(token, tokens[index - 1])) word = index;
  }
  return found;
}

function opensRoot({ tokenType, startLine }: IToken, before: IToken | undefined): boolean {
  return ROOTS.has(tokenType.name) && !goesOn(before) && (before?.endLine !== startLine || before?.image === '}');
}

function opensLine({ startColumn }: IToken, before: IToken | undefined): boolean {
  return !goesOn(before) && (startColumn === 1 || before?.image === '}');
}

/** Where the word before it has gone, its blank is left. */
function isMovedOpening({ tokenType, startLine }: IToken, before: IToken | undefined): boolean {
  return OPENINGS.has(tokenType.name) && !goesOn(before) && before?.endLine !== startLine;
}

/** The name of a vendor's attribute (`@v:process`) opens nothing. */
function goesOn(before: IToken | undefined): boolean {
  return before?.image === '@' || before?.image === ':';
}

/** By what stands in the block where only one has that, else by its spelling. */
function meantWord(tokens: readonly IToken[], word: number, brace: number): string | undefined {
  const header = tokens.slice(word, brace);
  if (header.some(({ image }) => image === 'for')) return 'scenario';
  if (holdsItems(tokens, brace + 1)) return 'case';
  const first = tokens[brace + 1]?.image ?? '';
  if (first === 'pool') return 'collaboration';
  return closestTo(tokens[word]?.image ?? '', WITH_BLOCK) ?? (STATEMENTS.has(first) ? 'process' : undefined);
}
