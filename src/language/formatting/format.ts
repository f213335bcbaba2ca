import type { LangiumDocument, LangiumParser } from 'langium';
import { UNIT } from './indentation.ts';
import { linesOf } from './lines.ts';
import { indentedToken } from './multi-line-tokens.ts';
import { blanksBetween } from './spacing.ts';
import { lineBreaksIn, type Token, tokensOf } from './tokens.ts';

/** What changes between two offsets of a text. */
export interface FormattingEdit {
  readonly offset: number;
  readonly end: number;
  readonly text: string;
}

/**
 * What brings a text into its one canonical form (docs/language.md, "The form of a text"): only white space changes, so that the
 * model stays as it is. Lines end as the first one of the text does.
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
  const edits = editsFor(text, tokens);
  if (edits.length === 0) return edits;
  const formatted = withFormattingEdits(text, edits);
  const after = tokensOf(formatted, parser.parse(formatted));
  return after && sayTheSame(tokens, after) ? edits : undefined;
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
