import type { LangiumDocument, LangiumParser } from 'langium';
import { UNIT } from './indentation.ts';
import { linesOf } from './lines.ts';
import { type FormattingEdit, type Misplaced, misplacedBraces, movingEdits } from './misplaced-braces.ts';
import { indentedToken } from './multi-line-tokens.ts';
import { blanksBetween } from './spacing.ts';
import { lineBreaksIn, type Token, tokensOf } from './tokens.ts';

/**
 * What brings a text into its one canonical form (docs/language.md, "The form of a text"): only white space changes, and the places of
 * braces behind what vendors say, so that the model stays as it is. Lines end as the first one of the text does.
 * @param parser reads the result, to see that it says the same: to what is half typed, lines mean something
 * @returns undefined where the text has mistakes of syntax
 */
export function formattingEdits(
  { textDocument, parseResult }: LangiumDocument,
  parser: LangiumParser,
): FormattingEdit[] | undefined {
  const text = textDocument.getText();
  const tokens = tokensOf(text, parseResult);
  if (!tokens) return undefined;
  const misplaced = misplacedBraces(tokens);
  if (misplaced.length > 0) return editsThatMove(text, tokens, misplaced, parser);
  return editsThatSayTheSame(text, tokens, parser)?.edits;
}

/** Undefined where the text would say something else then. */
function editsThatSayTheSame(
  text: string,
  tokens: readonly Token[],
  parser: LangiumParser,
): { readonly edits: FormattingEdit[]; readonly formatted: string; readonly after: readonly Token[] } | undefined {
  const edits = editsFor(text, tokens);
  if (edits.length === 0) return { edits, formatted: text, after: tokens };
  const formatted = withFormattingEdits(text, edits);
  const after = tokensOf(formatted, parser.parse(formatted));
  return after && sayTheSame(tokens, after) ? { edits, formatted, after } : undefined;
}

/** The edits of a text with misplaced braces: one for all from where a brace goes to behind where it was, so that nobody takes half of them. */
function editsThatMove(
  text: string,
  tokens: readonly Token[],
  misplaced: readonly Misplaced[],
  parser: LangiumParser,
): FormattingEdit[] | undefined {
  const moved = withFormattingEdits(text, movingEdits(text, tokens, misplaced));
  const inPlace = tokensOf(moved, parser.parse(moved));
  const made =
    inPlace && sayTheSame(inOrder(tokens, misplaced), inPlace) && editsThatSayTheSame(moved, inPlace, parser);
  if (!made) return undefined;
  const next = new Map(misplaced.map(({ behind, brace }) => [behind, brace + 1]));
  const edits: FormattingEdit[] = [];
  for (let at = -1; at < tokens.length; at = next.get(at) ?? at + 1) {
    const to = next.get(at) ?? at + 1;
    const [from, between] = [stretch(text, tokens, at, to), stretch(made.formatted, made.after, at, to)];
    const wanted = made.formatted.slice(between.offset, between.end);
    if (text.slice(from.offset, from.end) !== wanted) edits.push({ ...from, text: wanted });
  }
  return edits;
}

/** From behind a token up to the end of a later one, or of the text. */
function stretch(text: string, tokens: readonly Token[], from: number, to: number) {
  return { offset: tokens[from]?.end ?? 0, end: tokens[to]?.end ?? text.length };
}

/** The tokens with their braces where they belong. */
function inOrder(tokens: readonly Token[], misplaced: readonly Misplaced[]): readonly Token[] {
  const braces = new Set(misplaced.map(({ brace }) => tokens[brace]));
  const behind = new Map(misplaced.map(({ behind, brace }) => [tokens[behind], tokens[brace]]));
  return tokens.flatMap((token) => {
    const brace = behind.get(token);
    return [...(braces.has(token) ? [] : [token]), ...(brace ? [brace] : [])];
  });
}

/** The text after edits in their order. */
export function withFormattingEdits(text: string, edits: readonly FormattingEdit[]): string {
  let [after, done] = ['', 0];
  for (const { offset, end, text: wanted } of edits) {
    after += text.slice(done, offset) + wanted;
    done = end;
  }
  return after + text.slice(done);
}

function editsFor(text: string, tokens: readonly Token[]): FormattingEdit[] {
  const lineEnd = /\r\n|\r|\n/.exec(text)?.[0] ?? '\n';
  const edits: FormattingEdit[] = [];
  const put = (offset: number, end: number, wanted: string): void => {
    if (text.slice(offset, end) !== wanted) edits.push({ offset, end, text: wanted });
  };
  let done = 0;
  for (const line of linesOf(tokens)) {
    const indentation = UNIT.repeat(line.depth);
    let before: Token | undefined;
    for (const token of tokens.slice(line.first, line.end)) {
      const head = (line.first === 0 ? '' : lineEnd.repeat(line.isApart ? 2 : 1)) + indentation;
      put(done, token.offset, before ? ' '.repeat(blanksBetween(before, token)) : head);
      put(token.offset, token.end, indentedToken(token, indentation));
      done = token.end;
      before = token;
    }
  }
  put(done, text.length, tokens.length > 0 ? lineEnd : '');
  return edits;
}

function sayTheSame(before: readonly Token[], after: readonly Token[]): boolean {
  const words = ({ text }: Token): string => (lineBreaksIn(text) > 0 ? text.replace(/\s+/g, '') : text.trimEnd());
  return (
    before.length === after.length && before.every((token, index) => words(token) === words(after[index] ?? token))
  );
}
