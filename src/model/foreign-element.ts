/** Elements of other namespaces, shaped as moddle shapes what it has no schema for. Made when someone looks at them. */
import { SaxesParser, type SaxesTagNS } from 'saxes';
import type { ForeignElement, ForeignName, ModelElement } from './model-element.ts';
import type { Source } from './source.ts';
import { boundPrefix } from './xml-names.ts';

export class ForeignObject implements ForeignElement {
  readonly $type: string;
  readonly $children: ForeignObject[] = [];
  $body: string | undefined = undefined;
  readonly [attribute: string]: unknown;
  declare readonly $parent: ModelElement | ForeignElement;
  declare readonly $descriptor: ForeignElement['$descriptor'];
  /** What it was read from: it is written as it was. */
  declare readonly xml: string;

  constructor(name: string, ns: ForeignName, parent: ModelElement | ForeignElement, xml: string) {
    this.$type = name;
    const hidden = { $parent: parent, $descriptor: { name, isGeneric: true, ns }, xml };
    for (const [key, value] of Object.entries(hidden)) Object.defineProperty(this, key, { value });
  }

  $instanceOf(type: string): boolean {
    return this.$type === type;
  }

  get(name: string): unknown {
    return this[name];
  }
}

/** The foreign elements inside an element that was read, in their order; the source remembers which is which. */
export function foreignElementsOf(owner: ModelElement, source: Source | undefined): ForeignObject[] {
  const found: ForeignObject[] = [];
  for (const part of source?.parts ?? []) {
    if (!source || !part.property || part.end <= part.start) continue;
    const element = parseForeign(source.document.text.slice(part.start, part.end), owner, source);
    part.element = element;
    if (element) found.push(element);
  }
  return found;
}

function parseForeign(xml: string, owner: ModelElement, source: Source): ForeignObject | undefined {
  const open: ForeignObject[] = [];
  let root: ForeignObject | undefined;
  const parser = new SaxesParser({
    xmlns: true,
    fragment: true,
    position: false,
    resolvePrefix: (prefix: string) => source.namespaceOf(prefix),
  });
  parser.on('opentag', (tag) => {
    const parent = open.at(-1);
    const element = foreignObject(tag, parent ?? owner, parent ? '' : xml);
    if (parent) parent.$children.push(element);
    else root ??= element;
    open.push(element);
  });
  const text = (content: string): void => {
    const element = open.at(-1);
    if (element) element.$body = (element.$body ?? '') + content;
  };
  parser.on('text', text);
  parser.on('cdata', text);
  parser.on('closetag', () => {
    const element = open.pop();
    if (element?.$body?.trim() === '') element.$body = undefined;
  });
  parser.write(xml).close();
  return root;
}

function foreignObject(tag: SaxesTagNS, parent: ModelElement | ForeignElement, xml: string): ForeignObject {
  const element = new ForeignObject(tag.name, { prefix: tag.prefix, localName: tag.local, uri: tag.uri }, parent, xml);
  const target = element as unknown as Record<string, unknown>;
  for (const attribute of Object.values(tag.attributes)) {
    // An attribute that is called as one of the fixed properties would hide it.
    const isFree = !attribute.name.startsWith('$') && !(attribute.name in element);
    if (isFree && boundPrefix(attribute.name) === undefined) target[attribute.name] = attribute.value;
  }
  return element;
}
