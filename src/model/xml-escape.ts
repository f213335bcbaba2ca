/** Text as XML has to write it. */

/** What XML 1.0 has no way to write: control characters (halves of surrogate pairs are mended apart). */
// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for
const IMPOSSIBLE = /[\u0000-\u0008\u000B\u000C\u000E-\u001F\uFFFE\uFFFF]/g;

/** A line break or tab in an attribute reads as a blank unless it is written as a reference. */
const IN_ATTRIBUTES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  '\n': '&#10;',
  '\r': '&#13;',
  '\t': '&#9;',
};
const IN_TEXT: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '\r': '&#13;' };

/** What of the above, and halves of surrogate pairs, a text may hold. Nearly all texts hold nothing of it. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for
const SUSPECT = /[&<>"\u0000-\u001F\uD800-\uDFFF\uFFFE\uFFFF]/;

/** The value of an attribute, to stand in double quotes. */
export function escapeAttribute(text: string): string {
  if (!SUSPECT.test(text)) return text;
  return possible(text).replace(/[&<>"\n\r\t]/g, (character) => IN_ATTRIBUTES[character] ?? character);
}

/** Text between tags. */
export function escapeText(text: string): string {
  if (!SUSPECT.test(text)) return text;
  return possible(text).replace(/[&<>\r]/g, (character) => IN_TEXT[character] ?? character);
}

function possible(text: string): string {
  return text.toWellFormed().replace(IMPOSSIBLE, '\uFFFD');
}
