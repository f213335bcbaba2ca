/** C0 and C1 controls, line separators, overrides of the direction of text: all that can forge a terminal's output. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for.
const unsafe = /[\u0000-\u001f\u007f-\u009f\u2028-\u202e\u2066-\u2069]|[\ud800-\udfff]/gu;

const printableAscii = /^[ -~]*$/;

/** `text` with control characters written out (`\u{1b}`), so that a label cannot move the cursor or hide a word. */
export function visibleText(text: string): string {
  // Most texts are plain, and to see that takes a third of the search for what may be unsafe.
  if (printableAscii.test(text)) return text;
  return text.replace(unsafe, (character) => `\\u{${character.codePointAt(0)?.toString(16)}}`);
}

// Ranges that East Asian Width (Unicode UAX 11) calls wide or fullwidth, in the blocks that are so throughout.
const wide =
  /^[\u1100-\u115f\u2e80-\u303e\u3041-\u33ff\u3400-\u4dbf\u4e00-\u9fff\ua000-\ua4cf\ua960-\ua97c\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6f\uff01-\uff60\uffe0-\uffe6\u{1b000}-\u{1b2ff}\u{20000}-\u{3fffd}]|^\p{Emoji_Presentation}|\ufe0f/u;

/** The number of terminal columns that `text` takes: a letter with its accents one, an ideograph or an emoji two. */
export function columnsOf(text: string): number {
  if (printableAscii.test(text)) return text.length;
  // Making one loads tables that take a third of an empty start, so it is made where there is something to measure.
  const graphemes = new Intl.Segmenter('en', { granularity: 'grapheme' });
  let columns = 0;
  for (const { segment } of graphemes.segment(text)) columns += wide.test(segment) ? 2 : 1;
  return columns;
}
