/** Reads foreign elements from XML as nearly all of them have it; the first doubt is left to who knows all of XML. */
import { type Bindings, ForeignObject } from './foreign-element.ts';
import { isDoubt, SureXml } from './sure-xml.ts';
import type { AttributeList, XmlHandler } from './xml-events.ts';
import { boundPrefix, splitName } from './xml-names.ts';

interface OpenTag {
  readonly name: string;
  readonly attributes: ReadonlyMap<string, string>;
  readonly bindings: Bindings;
  readonly content: (string | ForeignObject)[];
}

type NamespaceOf = (prefix: string) => string | undefined;

/** Undefined at the first doubt. */
export function surelyForeign(xml: string, namespaceOf: NamespaceOf): ForeignObject | undefined {
  // What begins as a file does is none here.
  if (xml.startsWith('<?')) return undefined;
  const reader = new SureForeign(xml, namespaceOf);
  try {
    new SureXml(xml).parse(reader);
    return reader.root;
  } catch (error) {
    if (isDoubt(error) || error === UNCLEAR) return undefined;
    throw error;
  }
}

const UNCLEAR = new Error('These namespaces need a parser for all of XML.');
const NO_ATTRIBUTES: ReadonlyMap<string, string> = new Map();
const NO_BINDINGS: Bindings = Object.freeze(Object.create(null));

class SureForeign implements XmlHandler {
  root: ForeignObject | undefined;
  readonly #xml: string;
  readonly #namespaceOf: NamespaceOf;
  readonly #open: OpenTag[] = [];

  constructor(xml: string, namespaceOf: NamespaceOf) {
    this.#xml = xml;
    this.#namespaceOf = namespaceOf;
  }

  open(name: string, list: AttributeList): void {
    const bindings = bindingsIn(list);
    const attributes = list.length === 0 ? NO_ATTRIBUTES : new Map<string, string>();
    const tag = { name, attributes, bindings, content: [] };
    this.#open.push(tag);
    if (attributes instanceof Map) this.#addAttributes(list, attributes);
  }

  #addAttributes(list: AttributeList, attributes: Map<string, string>): void {
    let prefixed = 0;
    for (let n = 0; n < list.length; n += 2) {
      const name = list[n] ?? '';
      if (boundPrefix(name) !== undefined) continue;
      if (name.includes(':')) {
        // Two of them may be one and the same.
        if (++prefixed > 1) throw UNCLEAR;
        this.#uriOf(plainName(name)[0]);
      }
      attributes.set(name, list[n + 1] ?? '');
    }
  }

  close(): void {
    const closed = this.#open.at(-1);
    if (!closed) return;
    const [prefix, localName] = plainName(closed.name);
    const uri = prefix === '' ? (this.#resolved('') ?? '') : this.#uriOf(prefix);
    this.#open.pop();
    const parent = this.#open.at(-1);
    const { attributes, content, bindings } = closed;
    const xml = parent ? undefined : this.#xml;
    const element = new ForeignObject({ prefix, localName, uri }, attributes, content, bindings, xml);
    if (parent) parent.content.push(element);
    else this.root = element;
  }

  text(text: string): void {
    this.#open.at(-1)?.content.push(text);
  }

  comment(): void {
    // No part of what an element says.
  }

  instruction(): void {
    throw UNCLEAR;
  }

  #uriOf(prefix: string): string {
    const uri = this.#resolved(prefix);
    if (uri === undefined || uri === '') throw UNCLEAR;
    return uri;
  }

  #resolved(prefix: string): string | undefined {
    if (prefix === 'xml' || prefix === 'xmlns') throw UNCLEAR;
    for (let n = this.#open.length - 1; n >= 0; n--) {
      const uri = this.#open[n]?.bindings[prefix];
      if (uri !== undefined) return uri;
    }
    return this.#namespaceOf(prefix);
  }
}

function plainName(name: string): [prefix: string, local: string] {
  const [prefix, local] = splitName(name);
  if (name.startsWith(':') || local === '' || local.includes(':')) throw UNCLEAR;
  return [prefix, local];
}

function bindingsIn(list: AttributeList): Bindings {
  let bindings: Record<string, string> | undefined;
  for (let n = 0; n < list.length; n += 2) {
    const prefix = boundPrefix(list[n] ?? '');
    if (prefix === undefined) continue;
    const uri = list[n + 1] ?? '';
    const isReserved = prefix === 'xml' || prefix === 'xmlns' || RESERVED.has(uri);
    if (isReserved || uri === '' || uri !== uri.trim() || prefix.includes(':')) throw UNCLEAR;
    bindings ??= Object.create(null) as Record<string, string>;
    bindings[prefix] = uri;
  }
  return bindings ?? NO_BINDINGS;
}

const RESERVED: ReadonlySet<string> = new Set([
  'http://www.w3.org/XML/1998/namespace',
  'http://www.w3.org/2000/xmlns/',
]);
