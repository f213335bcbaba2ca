/** Braces that stand behind what vendors say: an element with a block has that at the head of the block. */
import { isBlockBrace, type Token } from './tokens.ts';

/** What changes between two offsets of a text. */
export interface FormattingEdit {
  readonly offset: number;
  readonly end: number;
  readonly text: string;
}

/** A brace, and where it belongs: what stands between them keeps its order. */
export interface Misplaced {
  readonly brace: number;
  /** The last word before what vendors say. */
  readonly behind: number;
}

/** The braces in the order of the text; from `behind` to `brace`, none reaches into another. */
export function misplacedBraces(tokens: readonly Token[]): Misplaced[] {
  return tokens.flatMap((token, brace) => {
    if (!isBlockBrace(token)) return [];
    const first = firstExtensionBefore(tokens, brace);
    return first === undefined ? [] : [{ brace, behind: wordBefore(tokens, first) }];
  });
}

/** Where the extensions begin that only comments part from a brace behind them. */
function firstExtensionBefore(tokens: readonly Token[], brace: number): number | undefined {
  let first: number | undefined;
  for (let at = wordBefore(tokens, brace); at >= 0; at = wordBefore(tokens, at)) {
    if (!isOfExtension(tokens, at)) break;
    if (tokens[at]?.opens?.$containerProperty === 'extensions') first = at;
  }
  return first;
}

/** Whether a token is part of an extension that stands in the braces around the token. */
function isOfExtension(tokens: readonly Token[], at: number): boolean {
  let node = tokens[at]?.leaf.astNode;
  while (node && node.$containerProperty !== 'extensions') node = node.$container;
  return node !== undefined;
}

function wordBefore(tokens: readonly Token[], index: number): number {
  let at = index - 1;
  while (tokens[at]?.isComment) at -= 1;
  return at;
}

/** Edits that put the braces where they belong. Lines stay apart. */
export function movingEdits(text: string, tokens: readonly Token[], misplaced: readonly Misplaced[]): FormattingEdit[] {
  return misplaced.flatMap(({ brace, behind }) => {
    const [word, last, open, next] = [behind, brace - 1, brace, brace + 1].map((index) => tokens[index]);
    if (!word || !last || !open || !next) return [];
    const gap = text.slice(last.end, open.offset) + text.slice(open.end, next.offset);
    const lineBreak = /\r\n|\r|\n/.exec(gap)?.[0];
    return [
      { offset: word.end, end: word.end, text: ' { ' },
      { offset: last.end, end: next.offset, text: lineBreak ?? ' ' },
    ];
  });
}
