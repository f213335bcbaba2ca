/** Reads elements of other namespaces from the XML that they are kept as. */
import { SaxesParser, type SaxesTagNS } from 'saxes';
import { ForeignObject } from './foreign-element.ts';
import type { ModelElement } from './model-element.ts';
import type { Source } from './source.ts';
import { boundPrefix } from './xml-names.ts';

/** The foreign elements inside an element that was read, in their order; the source remembers which is which. */
export function foreignElementsOf(owner: ModelElement, source: Source | undefined): ForeignObject[] {
  const found: ForeignObject[] = [];
  for (const part of source?.parts ?? []) {
    if (!source || !part.property || part.end <= part.start) continue;
    const xml = source.document.text.slice(part.start, part.end);
    const element = parseForeign(xml, (prefix) => source.namespaceOf(prefix));
    part.element = element;
    if (!element) continue;
    element.$parent = owner;
    found.push(element);
  }
  return found;
}

interface OpenTag {
  readonly tag: SaxesTagNS;
  readonly content: (string | ForeignObject)[];
}

type NamespaceOf = (prefix: string) => string | undefined;

/** The reader that no one reads with. */
let idle: ForeignReader | undefined;

/**
 * The one element that a piece of XML is.
 * @param namespaceOf what prefixes are bound to around it ('' is the default namespace)
 * @throws what the XML parser throws: plain errors, at `position`
 */
export function parseForeign(xml: string, namespaceOf: NamespaceOf): ForeignObject | undefined {
  const reader = idle ?? new ForeignReader();
  idle = undefined;
  const element = reader.read(xml, namespaceOf);
  if (reader.isClear) idle = reader;
  return element;
}

/** Reads one element after another by one parser, which takes longer to begin than most of them take to be read. */
class ForeignReader {
  readonly #parser = new SaxesParser({
    xmlns: true,
    fragment: true,
    position: false,
    resolvePrefix: (prefix: string) => this.#namespaceOf(prefix),
  });
  readonly #open: OpenTag[] = [];
  #namespaceOf: NamespaceOf = () => undefined;
  #xml = '';
  #root: ForeignObject | undefined;
  /** Characters that the parser was given; of these, up to the end of the last outermost element. */
  #given = 0;
  #ended = 0;

  constructor() {
    this.#parser.on('opentag', (tag) => this.#open.push({ tag, content: [] }));
    this.#parser.on('text', (text) => this.#addText(text));
    this.#parser.on('cdata', (text) => this.#addText(text));
    this.#parser.on('closetag', () => this.#close());
  }

  /** Whether the parser is behind an element, as it was at the beginning. */
  get isClear(): boolean {
    return this.#ended === this.#given;
  }

  read(xml: string, namespaceOf: NamespaceOf): ForeignObject | undefined {
    this.#namespaceOf = namespaceOf;
    this.#xml = xml;
    this.#root = undefined;
    this.#given += xml.length;
    this.#parser.write(xml);
    if (!this.isClear) this.#parser.close();
    return this.#root;
  }

  #addText(text: string): void {
    this.#open.at(-1)?.content.push(text);
  }

  #close(): void {
    const closed = this.#open.pop();
    if (!closed) return;
    const parent = this.#open.at(-1);
    const element = foreignObject(closed, parent ? undefined : this.#xml);
    if (parent) {
      parent.content.push(element);
      return;
    }
    this.#root ??= element;
    this.#ended = this.#parser.position;
  }
}

function foreignObject({ tag, content }: OpenTag, xml: string | undefined): ForeignObject {
  const attributes = new Map<string, string>();
  for (const { name, value } of Object.values(tag.attributes)) {
    if (boundPrefix(name) === undefined) attributes.set(name, value);
  }
  const ns = { prefix: tag.prefix, localName: tag.local, uri: tag.uri };
  return new ForeignObject(ns, attributes, content, tag.ns, xml);
}
