/** Characters that XML 1.0 does not allow (production 2), lone surrogates among them. */
const notXml = /[^\t\n\r\u{20}-\u{d7ff}\u{e000}-\u{fffd}\u{10000}-\u{10ffff}]/gu;

const entities: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  '\t': '&#9;',
  '\n': '&#10;',
  '\r': '&#13;',
};

/** Nearly all text is of these characters, none of which is ever escaped. */
const plain = /^[ !#-%'-;=?-~]*$/;

/** Text as it stands between tags. */
export function escapeText(text: string): string {
  if (plain.test(text)) return text;
  return text.replace(notXml, '').replace(/[&<>\r]/g, (character) => entities[character] ?? '');
}

/** White space in attributes is escaped too: a reader would turn it into blanks. */
export function escapeAttribute(text: string): string {
  if (plain.test(text)) return text;
  return text.replace(notXml, '').replace(/[&<>"\t\n\r]/g, (character) => entities[character] ?? '');
}
