import { readFileSync } from 'node:fs';

/** A place in the text where somebody is typing. */
export interface CompletionPosition {
  readonly name: string;
  /** The text with what is typed there so far; all other places are empty. */
  readonly text: string;
  /** Offset of the caret, behind what is typed. */
  readonly offset: number;
}

const folder = new URL('../../fixtures/language/lsp/', import.meta.url);
const MARK = /<<([a-z-]+)\|([^>]*(?:>(?!>)[^>]*)*)>>/g;

/** Texts with their marked places, `<<name|what is typed>>`: a file of processes, and one of cases. */
export const markedTexts: readonly { readonly name: string; readonly text: string }[] = [
  'positions',
  'positions-cases',
].map((name) => ({ name, text: readFileSync(new URL(`${name}.procedo`, folder), 'utf8') }));

/** All places of a marked text, in its order. */
export function positionsIn(marked: string): CompletionPosition[] {
  const marks = [...marked.matchAll(MARK)];
  return marks.map((mark) => {
    const before = marked.slice(0, mark.index).replace(MARK, '');
    const [whole, name = '', typed = ''] = mark;
    const after = marked.slice(mark.index + whole.length).replace(MARK, '');
    return { name, text: `${before}${typed}${after}`, offset: before.length + typed.length };
  });
}
