const entities: Readonly<Record<string, string>> = {
  '<': '&lt;',
  '>': '&gt;',
  '&': '&amp;',
  '"': '&quot;',
  '\n': '&#10;',
};

// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for.
const unwritable = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g;

/** Text for an attribute or the content of an XML element. Signs that XML cannot hold at all become a question mark. */
export function escapeXml(text: string): string {
  return text.replace(unwritable, '?').replace(/[<>&"\n]/g, (sign) => entities[sign] ?? sign);
}
