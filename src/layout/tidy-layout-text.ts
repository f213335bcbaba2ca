import { keyOfLine, type StaleLine, staleLines } from './layout-keys.ts';

/** A layout file in order, and what was taken out of it. */
export interface TidyLayoutText {
  readonly text: string;
  readonly stale: readonly StaleLine[];
}

/**
 * A layout file with its lines sorted by key and without those about elements that are gone. Comments and blank lines stay where they are.
 * @param isKnown whether the text of the model has an element of this key
 */
export function tidyLayoutText(text: string, isKnown: (key: string) => boolean): TidyLayoutText {
  const stale = staleLines(text, isKnown);
  const gone = new Set(stale.map(({ range }) => range.start.line));
  const lineBreak = text.includes('\r\n') ? '\r\n' : '\n';
  const lines = text.split(/\r\n|\n/).filter((_, line) => !gone.has(line));
  const entries = lines.flatMap((line) => {
    const key = keyOfLine(line);
    return key === undefined ? [] : [{ key, line }];
  });
  const sorted = entries.toSorted((a, b) => (a.key < b.key ? -1 : a.key > b.key ? 1 : 0)).values();
  const tidy = lines.map((line) => (keyOfLine(line) === undefined ? line : (sorted.next().value?.line ?? line)));
  return { text: tidy.join(lineBreak), stale };
}
