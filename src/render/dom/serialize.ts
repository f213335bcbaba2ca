import { DrawingElement } from './element.ts';
import type { DrawingNode } from './node.ts';

/** The markup of a node and all below it. */
export function serialize(node: DrawingNode): string {
  if (!(node instanceof DrawingElement)) return escapeText(node.textContent);
  const start = `<${node.tagName}${attributesOf(node)}`;
  if (node.childNodes.length === 0) return `${start}/>`;
  let content = '';
  for (const child of node.childNodes) content += serialize(child);
  return `${start}>${content}</${node.tagName}>`;
}

function attributesOf(element: DrawingElement): string {
  let text = '';
  const classes = element.className;
  if (classes !== '') text += ` class="${escapeAttribute(classes)}"`;
  for (const [name, value] of element.attributes) text += ` ${name}="${escapeAttribute(value)}"`;
  const style = styleText(element.style);
  if (style !== '') text += ` style="${escapeAttribute(style)}"`;
  return text;
}

function styleText(style: Readonly<Record<string, unknown>>): string {
  let text = '';
  for (const property in style) {
    const value = style[property];
    if (isStyleValue(value)) text += `${text === '' ? '' : ' '}${property}: ${value};`;
  }
  return text;
}

/**
 * Whether a value may stand in a style. Colours come from the file that is drawn: what would begin another declaration,
 * swallow the next one or load something from elsewhere is dropped, as a browser drops what it cannot read.
 */
function isStyleValue(value: unknown): boolean {
  if (value === undefined || value === null || value === '') return false;
  const text = String(value);
  return /^url\(#[\w-]+\)$/.test(text) || (/^[\w\s.,%#+/-]*(\([\w\s.,%#+/-]*\))?$/.test(text) && !/url/i.test(text));
}

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

function escapeText(text: string): string {
  if (plain.test(text)) return text;
  return text.replace(notXml, '').replace(/[&<>\r]/g, (character) => entities[character] ?? '');
}

/** White space in attributes is escaped too: a reader would turn it into blanks. */
export function escapeAttribute(text: string): string {
  if (plain.test(text)) return text;
  return text.replace(notXml, '').replace(/[&<>"\t\n\r]/g, (character) => entities[character] ?? '');
}
