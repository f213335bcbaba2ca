import { DrawingElement } from './element.ts';
import type { DrawingNode } from './node.ts';

/** The markup of a node and all below it. */
export function serialize(node: DrawingNode): string {
  const parts: string[] = [];
  addNode(node, parts);
  return parts.join('');
}

/** Adds the markup piece by piece: a picture has a hundred thousand, and gluing each to the next takes longer than all at once. */
function addNode(node: DrawingNode, parts: string[]): void {
  if (!(node instanceof DrawingElement)) {
    parts.push(escapeText(node.textContent));
    return;
  }
  parts.push('<', node.tagName);
  const classes = node.className;
  if (classes !== '') parts.push(' class="', escapeAttribute(classes), '"');
  node.attributes.forEach((value, name) => {
    parts.push(' ', name, '="', escapeAttribute(value), '"');
  });
  addStyle(node.style, parts);
  if (node.childNodes.length === 0) {
    parts.push('/>');
    return;
  }
  parts.push('>');
  for (const child of node.childNodes) addNode(child, parts);
  parts.push('</', node.tagName, '>');
}

function addStyle(style: Readonly<Record<string, unknown>>, parts: string[]): void {
  let isFirst = true;
  for (const property in style) {
    const value = styleValue(style[property]);
    if (value === '') continue;
    parts.push(isFirst ? ' style="' : ' ', property, ': ', value, ';');
    isFirst = false;
  }
  if (!isFirst) parts.push('"');
}

/** By value what stands for it in a style: the same few are in most of them. */
const styleValues = new Map<string, string>();
/** Files may hold any number of colours. */
const MOST_STYLE_VALUES = 1000;

/** The text of a value; '' if it may not stand in a style. */
function styleValue(value: unknown): string {
  if (value === undefined || value === null) return '';
  const text = String(value);
  let written = styleValues.get(text);
  if (written === undefined) {
    written = isSafeInStyle(text) ? escapeAttribute(text) : '';
    if (styleValues.size === MOST_STYLE_VALUES) styleValues.clear();
    styleValues.set(text, written);
  }
  return written;
}

/**
 * Whether a value may stand in a style. Colours come from the file that is drawn: what would begin another declaration,
 * swallow the next one or load something from elsewhere is dropped, as a browser drops what it cannot read.
 */
function isSafeInStyle(text: string): boolean {
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
