/** Reads elements of other namespaces from the XML that they are kept as. */
import { SaxesParser, type SaxesTagNS } from 'saxes';
import { ForeignObject } from './foreign-element.ts';
import type { ModelElement } from './model-element.ts';
import { parsePlainForeign } from './plain-foreign.ts';
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
  readonly start: number;
  readonly content: (string | ForeignObject)[];
}

/**
 * The one element that a piece of XML is.
 * @param namespaceOf what prefixes are bound to around it ('' is the default namespace)
 * @throws what the XML parser throws: plain errors, at `position`
 */
export function parseForeign(
  xml: string,
  namespaceOf: (prefix: string) => string | undefined,
): ForeignObject | undefined {
  return parsePlainForeign(xml, namespaceOf) ?? parseAnyForeign(xml, namespaceOf);
}

/** The same by a parser that knows all of XML. */
export function parseAnyForeign(
  xml: string,
  namespaceOf: (prefix: string) => string | undefined,
): ForeignObject | undefined {
  const parser = new SaxesParser({ xmlns: true, fragment: true, position: false, resolvePrefix: namespaceOf });
  const open: OpenTag[] = [];
  let root: ForeignObject | undefined;
  parser.on('opentag', (tag) => open.push({ tag, start: 0, content: [] }));
  const text = (content: string): void => {
    open.at(-1)?.content.push(content);
  };
  parser.on('text', text);
  parser.on('cdata', text);
  parser.on('closetag', () => {
    const closed = open.pop();
    if (!closed) return;
    const parent = open.at(-1);
    const element = foreignObject(closed, parent ? undefined : xml);
    if (parent) parent.content.push(element);
    else root ??= element;
  });
  parser.write(xml).close();
  return root;
}

function foreignObject({ tag, content }: OpenTag, xml: string | undefined): ForeignObject {
  const attributes = new Map<string, string>();
  for (const { name, value } of Object.values(tag.attributes)) {
    if (boundPrefix(name) === undefined) attributes.set(name, value);
  }
  return new ForeignObject({ prefix: tag.prefix, localName: tag.local, uri: tag.uri }, attributes, content, xml);
}
