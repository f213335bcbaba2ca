/**
 * Labels between quotes. Mermaid knows no escapes there: a character that ends or changes a label is written as an entity
 * with `#` in place of `&` (`#quot;`, `#35;`), and a line ends with `<br/>`.
 */

const ENTITIES: Readonly<Record<string, string>> = {
  quot: '"',
  amp: '&',
  lt: '<',
  gt: '>',
  apos: "'",
  nbsp: ' ',
};

/** What a label says. */
export function fromLabel(written: string): string {
  const lines = written.replace(/<br\s*\/?>/gi, '\n');
  return lines.replace(/(?:&#|[&#])(\w{1,8});/g, (entity, name: string) => {
    if (Object.hasOwn(ENTITIES, name)) return ENTITIES[name] ?? entity;
    const code = /^\d+$/.test(name) ? Number(name) : undefined;
    return code === undefined || !isCharacter(code) ? entity : String.fromCodePoint(code);
  });
}

/** How a label is written between quotes. */
export function toLabel(text: string): string {
  return oneLine(text).replace(/"/g, '#quot;').replace(/^`/, '#96;').replace(/\n/g, '<br/>');
}

/** How a label is written in an arrow, which ends where `-->` could. */
export function toArrowLabel(text: string): string {
  return toLabel(text)
    .replace(/(?<=-)>/g, '#gt;')
    .replace(/%%/g, '%#37;');
}

/** How a title is written, behind its word to the end of the line. */
export function toTitle(text: string): string {
  return oneLine(text).replace(/\n/g, '<br/>').replace(/%%/g, '%#37;');
}

/** How a description is written between braces, over as many lines as it has. */
export function toDescription(text: string): string {
  return oneLine(text).replace(/\}/g, '#125;').replace(/%%/g, '%#37;');
}

/** Without what Mermaid takes for an entity or a tag; control characters are blanks, and every end of a line is one `\n`. */
function oneLine(text: string): string {
  return text
    .trim()
    .replace(/\r\n?/g, '\n')
    .replace(/[^\P{Cc}\n]/gu, ' ')
    .replace(/#(?=\w{1,8};)/g, '#35;')
    .replace(/&(?=#?\w{1,8};)/g, '#amp;')
    .replace(/<(?=[a-z/!])/gi, '#lt;');
}

/** Whether a code point is a character that XML takes. */
function isCharacter(code: number): boolean {
  if (code < 0x20) return code === 0x9 || code === 0xa;
  return code <= 0xd7ff || (code >= 0xe000 && code <= 0x10ffff && code !== 0xfffe && code !== 0xffff);
}
