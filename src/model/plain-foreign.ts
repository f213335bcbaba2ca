/**
 * Reads what nearly all foreign elements are: tags, attributes in double quotes, text without entities. A parser of XML takes longer to begin
 * than these take to be read, and there are several for each step of a model.
 */
import { ForeignObject } from './foreign-element.ts';
import { boundPrefix } from './xml-names.ts';

const NAME = '[A-Za-z_][\\w.-]*(?::[A-Za-z_][\\w.-]*)?';
/** What a parser refuses, or changes. */
const SPECIAL = '\\x00-\\x08\\x0B-\\x1F\\uD800-\\uDFFF\\uFFFE\\uFFFF<&';
const VALUE = `[^${SPECIAL}"\\t\\n]*`;
const TAG = new RegExp(`<(?:/(${NAME})|(${NAME})((?: +${NAME}="${VALUE}")*) *(/?))>`, 'y');
const ATTRIBUTE = new RegExp(`(${NAME})="(${VALUE})"`, 'g');
const TEXT = new RegExp(`[^${SPECIAL}\\]]*`, 'y');

type NamespaceOf = (prefix: string) => string | undefined;

interface OpenElement {
  readonly name: string;
  readonly attributes: ReadonlyMap<string, string>;
  readonly namespaceOf: NamespaceOf;
  readonly content: (string | ForeignObject)[];
}

/**
 * The one element that a piece of XML is; undefined where it has anything else in it, or a mistake: a parser has to read it then.
 * @param namespaceOf what prefixes are bound to around it ('' is the default namespace)
 */
export function parsePlainForeign(xml: string, namespaceOf: NamespaceOf): ForeignObject | undefined {
  const open: OpenElement[] = [];
  for (let at = 0; ; ) {
    TAG.lastIndex = at;
    const [tag, closed, opened, written = '', end] = TAG.exec(xml) ?? [];
    if (tag === undefined) return undefined;
    at += tag.length;
    if (opened !== undefined) {
      const element = openElement(opened, written, open.at(-1)?.namespaceOf ?? namespaceOf);
      if (!element) return undefined;
      open.push(element);
    }
    if (closed !== undefined || end === '/') {
      const last = open.pop();
      if (!last || (closed !== undefined && closed !== last.name)) return undefined;
      const parent = open.at(-1);
      const element = foreignObject(last, parent ? undefined : xml);
      if (!parent) return at === xml.length ? element : undefined;
      if (!element) return undefined;
      parent.content.push(element);
    }
    TEXT.lastIndex = at;
    const [text = ''] = TEXT.exec(xml) ?? [];
    if (text !== '') open.at(-1)?.content.push(text);
    at += text.length;
  }
}

function openElement(name: string, written: string, around: NamespaceOf): OpenElement | undefined {
  const attributes = new Map<string, string>();
  const bound = new Map<string, string>();
  let prefixed = 0;
  for (const [, key = '', value = ''] of written === '' ? [] : written.matchAll(ATTRIBUTE)) {
    const prefix = boundPrefix(key);
    const known = prefix === undefined ? attributes : bound;
    if (known.has(prefix ?? key) || (prefix !== undefined && !isPlainAddress(prefix, value))) return undefined;
    known.set(prefix ?? key, value);
    if (prefix === undefined && key.includes(':')) prefixed++;
  }
  const namespaceOf = bound.size === 0 ? around : (prefix: string) => bound.get(prefix) ?? around(prefix);
  // Two prefixes may mean one namespace, and two attributes be the same then.
  if (prefixed > 1) return undefined;
  for (const key of prefixed === 0 ? [] : attributes.keys())
    if (key.includes(':') && !isBound(key, namespaceOf)) return undefined;
  return isBound(name, namespaceOf) ? { name, attributes, namespaceOf, content: [] } : undefined;
}

/** Whether XML lets a prefix be bound to a namespace, as all but a few are. */
function isPlainAddress(prefix: string, uri: string): boolean {
  return !prefix.startsWith('xml') && uri !== '' && !/\s|^http:\/\/www\.w3\.org\/(?:XML\/1998|2000\/xmlns)/.test(uri);
}

function isBound(name: string, namespaceOf: NamespaceOf): boolean {
  const colon = name.indexOf(':');
  const prefix = name.slice(0, Math.max(0, colon));
  return colon < 0 || (!prefix.startsWith('xml') && Boolean(namespaceOf(prefix)));
}

function foreignObject(
  { name, attributes, namespaceOf, content }: OpenElement,
  xml: string | undefined,
): ForeignObject {
  const colon = name.indexOf(':');
  const prefix = name.slice(0, Math.max(0, colon));
  const ns = { prefix, localName: name.slice(colon + 1), uri: namespaceOf(prefix) ?? '' };
  return new ForeignObject(ns, attributes, content, xml);
}
