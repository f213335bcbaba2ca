/** Vendor elements and attributes as `@prefix:name(…)` and `@prefix:name = "…"`. */
import { isXmlName } from '../language/index.ts';
import {
  type ForeignElement,
  foreignAttributes,
  foreignContent,
  type ModelElement,
  namespaceAt,
} from '../model/index.ts';
import { packages } from '../schema/index.ts';
import { fenceText, idText, keyText, stringText } from './literals.ts';
import { isLook, partedExtensions } from './looks.ts';
import type { Extension } from './tree.ts';

/** Prefixes of a file for name spaces, and what they are bound to. */
export class Prefixes {
  readonly #byPrefix = new Map<string, string>();
  readonly #byUri = new Map<string, string>();
  /** Those that names of the text have. */
  readonly used = new Set<string>();

  constructor(attributes: Readonly<Record<string, string>>) {
    for (const [name, uri] of Object.entries(attributes)) {
      const prefix = /^xmlns:(.+)$/.exec(name)?.[1];
      // `xml` is bound in every file, with a word or without.
      if (prefix !== undefined && prefix !== 'xml' && isXmlName(prefix)) this.#add(prefix, uri);
    }
  }

  /** What a prefix of the file means. */
  uriOf(prefix: string): string | undefined {
    return this.#byPrefix.get(prefix);
  }

  /** Notes that the text has a prefix for more than its letters. */
  use(prefix: string): void {
    this.used.add(prefix);
  }

  /** All that are bound, in the order of the file. */
  get all(): ReadonlyMap<string, string> {
    return this.#byPrefix;
  }

  /** The prefix for a name space: the one wanted if that is bound to it, another of the file, else a new one. */
  prefixFor(uri: string, wanted: string): string {
    const prefix = this.#byPrefix.get(wanted) === uri ? wanted : (this.#byUri.get(uri) ?? this.#newPrefix(uri, wanted));
    this.use(prefix);
    return prefix;
  }

  /**
   * The prefix that the text has for an attribute, which is in the file under one that may be bound at its element alone.
   * @returns undefined for one that is bound to nothing, or no name to the language
   */
  prefixOfAttribute(element: ModelElement | ForeignElement, prefix: string): string | undefined {
    if (prefix === 'xml') return prefix;
    const uri = isXmlName(prefix) ? namespaceAt(element, prefix) : undefined;
    return uri === undefined ? undefined : this.prefixFor(uri, prefix);
  }

  #newPrefix(uri: string, wanted: string): string {
    const base = wanted === '' ? (packages.find((one) => one.uri === uri)?.writtenPrefix ?? 'ns') : wanted;
    for (let count = 1; ; count++) {
      const prefix = count === 1 ? base : `${base}${count}`;
      if (this.#byPrefix.has(prefix)) continue;
      this.#add(prefix, uri);
      return prefix;
    }
  }

  #add(prefix: string, uri: string): void {
    this.#byPrefix.set(prefix, uri);
    if (!this.#byUri.has(uri)) this.#byUri.set(uri, prefix);
  }
}

/** What an element has of vendors that is not of its drawing: attributes with a known prefix, then the elements in their order. */
export function extensionsOf(element: ModelElement, prefixes: Prefixes): Extension[] {
  const { others } = partedExtensions(element);
  return [...attributesOf(element, prefixes), ...others.flatMap((one) => foreign(one, prefixes) ?? [])];
}

function attributesOf(element: ModelElement, prefixes: Prefixes): Extension[] {
  return Object.entries(element.$attrs).flatMap(([name, value]) => {
    const [first = '', tag] = name.split(':');
    if (first === 'xmlns' || tag === undefined || !isXmlName(tag) || isLook(namespaceAt(element, first), tag))
      return [];
    const prefix = prefixes.prefixOfAttribute(element, first);
    if (prefix === undefined) return [];
    return [{ head: `@${idText(prefix)}:${keyText(tag)} = ${stringText(value)}`, parts: undefined }];
  });
}

/** Undefined for what has a name that the text cannot say. */
function foreign(element: ForeignElement, prefixes: Prefixes, within = false): Extension | undefined {
  const { prefix, localName, uri } = element.$descriptor.ns;
  if (!isXmlName(localName)) return undefined;
  if (uri === '' && !within) return undefined;
  const head =
    uri === '' ? `@${idText(localName)}` : `@${idText(prefixes.prefixFor(uri, prefix))}:${keyText(localName)}`;
  const parts: (string | Extension)[] = [];
  for (const [name, value] of foreignAttributes(element)) {
    const [first = '', second] = name.split(':');
    if (second === undefined) {
      parts.push(`${keyText(first)}: ${valueText(value)}`);
      continue;
    }
    const known = prefixes.prefixOfAttribute(element, first);
    if (known === undefined) return undefined;
    parts.push({ head: `@${idText(known)}:${keyText(second)} = ${stringText(value)}`, parts: undefined });
  }
  for (const part of contentOf(element)) {
    if (typeof part === 'string')
      parts.push(part.includes('\n') ? (fenceText(part) ?? stringText(part)) : stringText(part));
    else {
      const child = foreign(part, prefixes, true);
      if (!child) return undefined;
      parts.push(child);
    }
  }
  return { head, parts };
}

/** Numbers and truth values stand as they are. */
function valueText(value: string): string {
  return /^(?:true|false|-?\d+(?:\.\d+)?)$/.test(value) ? value : stringText(value);
}

/** Text and elements in order, each text in one, whatever part of it is written as CDATA; blanks between elements mean nothing where no words stand. */
export function contentOf(element: ForeignElement): readonly (string | ForeignElement)[] {
  const content: (string | ForeignElement)[] = [];
  for (const part of foreignContent(element)) {
    const last = content.at(-1);
    if (typeof part === 'string' && typeof last === 'string') content[content.length - 1] = last + part;
    else content.push(part);
  }
  const isOfElements = content.every((part) => typeof part !== 'string' || part.trim() === '');
  const hasElements = isOfElements && content.some((part) => typeof part !== 'string');
  return content.filter((part) => typeof part !== 'string' || (part !== '' && !hasElements));
}
