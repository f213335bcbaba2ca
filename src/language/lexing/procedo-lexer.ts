import type { IToken, TokenType } from 'chevrotain';
import { DefaultLexer, DefaultLexerErrorMessageProvider, type LexerResult, type TokenizeOptions } from 'langium';
import { DOCUMENTED_CASE_WORDS, DOCUMENTED_WORDS, ROOT_WORDS } from '../statement-words.ts';
import { repairBraces } from './brace-repair.ts';
import { foreignParts, withoutParts } from './foreign-notation.ts';
import { endHalfExtensions } from './half-extensions.ts';
import { type LexingProblem, problemAt } from './lexing-problem.ts';
import { cutNesting, DEEPEST, measureNesting } from './nesting.ts';
import { CLOSER_OF } from './open-tokens.ts';
import { readRootWords } from './root-words.ts';
import { Surroundings, speakByPlace } from './vocabulary.ts';

/**
 * Chevrotain's lexer, then what keeps a mistake local: unclosed quotes are reported where they open, braces that do not balance are
 * put right by indentation, a half-typed extension ends with its line, and nesting that no parser could descend is cut.
 */
export class ProcedoLexer extends DefaultLexer {
  /** @param options with mode `partial` (completion) braces stay as they are: the text goes on where the caret is */
  override tokenize(text: string, options?: TokenizeOptions): LexerResult {
    const result = super.tokenize(text, options);
    const foreign = foreignParts(text, result);
    const kept = withoutParts(result, foreign);
    const problems = [
      ...foreign.map(({ problem }) => problem),
      ...unclosed(kept.tokens),
      ...kept.hidden.flatMap(unclosedComment),
    ];
    let tokens: readonly IToken[] = kept.tokens;
    let nesting = measureNesting(tokens);
    if (options?.mode !== 'partial') {
      if (!nesting.balanced) {
        const repaired = repairBraces(tokens, this.tokenType('{'), this.tokenType('}'));
        tokens = repaired.tokens;
        problems.push(...repaired.problems);
        nesting = measureNesting(tokens);
      }
    }
    if (options?.mode !== 'partial') tokens = readRootWords(tokens, this.tokenTypes, problems);
    speakByPlace(tokens, this.tokenTypes);
    if (options?.mode !== 'partial')
      tokens = endHalfExtensions(withoutStrayDocs(tokens, problems), this.tokenType(')'), problems);
    if (nesting.depth > DEEPEST) {
      const cut = cutNesting(tokens);
      tokens = cut.tokens;
      problems.push(...cut.problems);
    }
    return { ...kept, tokens: [...tokens], errors: [...kept.errors, ...problems] };
  }

  private tokenType(name: string): TokenType {
    const type = this.tokenTypes[name];
    if (!type) throw new Error(`The grammar has no ${name}.`);
    return type;
  }
}

function unclosed(tokens: readonly IToken[]): LexingProblem[] {
  const problems: LexingProblem[] = [];
  for (const token of tokens) {
    const { name } = token.tokenType;
    const closer = name.startsWith('OPEN_') ? CLOSER_OF[name] : undefined;
    if (closer)
      problems.push(problemAt(token, 'unclosed-text', `This text is never closed. Put ${closer} at its end.`));
  }
  return problems;
}

/** Drops documentation before what has none: in a statement's place it would end the block, and at the root the file. */
function withoutStrayDocs(tokens: readonly IToken[], problems: LexingProblem[]): readonly IToken[] {
  if (!tokens.some(isDocumentation)) return tokens;
  const around = new Surroundings();
  return tokens.filter((token, index) => {
    around.next(token);
    if (!isDocumentation(token) || hasDocumentation(tokens[index + 1], around)) return true;
    if (token.image.endsWith('"""') && token.image.length > 3)
      problems.push(problemAt(token, 'stray-documentation', STRAY_DOC));
    return false;
  });
}

function isDocumentation({ image }: IToken): boolean {
  return image.startsWith('"""');
}

const DOCUMENTED_ROOTS: ReadonlySet<string> = new Set([...ROOT_WORDS, '~>']);

const STRAY_DOC =
  'This documentation stands before nothing that has one. Move it before a step, a process or another element.';

function hasDocumentation(token: IToken | undefined, { depth, inCase, inScenario }: Surroundings): boolean {
  if (token === undefined || (inScenario && depth > 0)) return false;
  const words = depth === 0 ? DOCUMENTED_ROOTS : inCase ? DOCUMENTED_CASE_WORDS : DOCUMENTED_WORDS;
  return words.has(token.image) || /^(OPEN_)?WORD$/.test(token.tokenType.name);
}

function unclosedComment(token: IToken): LexingProblem[] {
  if (!token.image.startsWith('/*') || (token.image.length >= 4 && token.image.endsWith('*/'))) return [];
  return [problemAt(token, 'unclosed-text', 'This comment is never closed. Put */ at its end.')];
}

/** What Chevrotain says of characters that are in no token, in our words. */
export class ProcedoLexerMessages extends DefaultLexerErrorMessageProvider {
  override buildUnexpectedCharactersMessage(text: string, offset: number, length: number): string {
    const shown = text.slice(offset, offset + Math.min(length, 20));
    if (shown === ';') return 'Statements end by themselves. Remove this `;`.';
    if (shown.startsWith('#')) return 'A comment begins with `//`. Write that here instead of `#`.';
    return `\`${shown}\` means nothing here. Remove it, or put text between double quotes.`;
  }
}
