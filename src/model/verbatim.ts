/** Elements of a file as XML by themselves, and back into another model to the letter. */
import { childRule, packages } from '../schema/index.ts';
import { createElementOf, ModelObject, ownPropertyOf, put } from './element-class.ts';
import { ForeignObject } from './foreign-element.ts';
import { foreignXml } from './foreign-xml.ts';
import type { ForeignElement, ModelElement } from './model-element.ts';
import { parseForeign } from './read-foreign.ts';
import { Scope } from './scope.ts';
import { eachAttribute, type Source } from './source.ts';
import { escapeAttribute } from './xml-escape.ts';
import { boundPrefix, packageOf } from './xml-names.ts';

/** Shared, as most elements have nothing of what is asked for. */
const NONE: readonly never[] = [];

/** The XML of an element that was read, with all prefixes bound that it has; undefined for a new one. */
export function xmlOf(element: ModelElement): string | undefined {
  const source = element instanceof ModelObject ? ModelObject.sourceOf(element) : undefined;
  return source && withBindings(source.document.text.slice(source.start, source.close), source);
}

/** The same without some of the elements in it. */
export function xmlWithout(element: ModelElement, parts: readonly ModelElement[]): string | undefined {
  const source = element instanceof ModelObject ? ModelObject.sourceOf(element) : undefined;
  if (!source) return undefined;
  const cuts: Source[] = [];
  for (const part of parts) {
    const cut = part instanceof ModelObject ? ModelObject.sourceOf(part) : undefined;
    if (cut) cuts.push(cut);
  }
  let xml = '';
  let at = source.start;
  for (const cut of cuts.sort((a, b) => a.start - b.start)) {
    xml += source.document.text.slice(at, cut.start);
    at = cut.close;
  }
  return withBindings(xml + source.document.text.slice(at, source.close), source);
}

/**
 * XML for what holds extensions, with some in it and all prefixes bound, which does not depend on how a file is written.
 * @param elements with no prefixes in their attributes
 */
export function xmlHolding(holder: ModelElement, elements: readonly ForeignElement[]): string {
  const [prefix = '', name = ''] = holder.$type.split(':');
  const uri = packages.find((one) => one.prefix === prefix)?.uri ?? '';
  const tag = name.charAt(0).toLowerCase() + name.slice(1);
  const scope = new Scope(undefined, new Map([['', uri]]));
  const inside = elements.map((one) => (one instanceof ForeignObject ? foreignXml(one, scope, undefined) : ''));
  return `${holdingTag(tag, uri)}${inside.join('')}</${tag}>`;
}

/** What `xmlHolding` begins with: how it is known from another element of the name, which a file must not have and is kept as it is. */
function holdingTag(tag: string, uri: string): string {
  return `<${tag} xmlns="${escapeAttribute(uri)}">`;
}

/** The XML of the elements and texts inside one that was read which the standard does not have there. */
export function keptXml(element: ModelElement): readonly string[] {
  const source = element instanceof ModelObject ? ModelObject.sourceOf(element) : undefined;
  if (!source || source.parts.length === 0) return NONE;
  const found: string[] = [];
  for (const part of source.parts) {
    if (part.property) continue;
    // Comments and instructions have no place in the source either, and are no part of the model.
    if (part.end <= part.start) {
      if (/^(?:[^<]|<!\[CDATA\[)/.test(part.text)) found.push(part.text);
      continue;
    }
    const xml = source.document.text.slice(part.start, part.end);
    if (/^<[^!?]/.test(xml)) found.push(withBindings(xml, source));
  }
  return found;
}

/** @param written as it stands in the file; line breaks are those that a reader gets (XML 1.0, 2.11) */
function withBindings(written: string, source: Source): string {
  const xml = written.replace(/\r\n?/g, '\n');
  const end = /^<[^\s/>]+/.exec(xml)?.[0].length ?? 0;
  const own = /^<(?:"[^"]*"|'[^']*'|[^>"'])*>/.exec(xml)?.[0] ?? '';
  const used = new Set(
    [...xml.matchAll(/[<\s/"']([\p{L}_][\p{L}\p{N}_.-]*):(?=[\p{L}_])/gu)].map(([, prefix]) => prefix ?? ''),
  );
  const bindings = [...used, '']
    .filter((prefix) => !own.includes(prefix === '' ? ' xmlns=' : ` xmlns:${prefix}=`) && prefix !== 'xml')
    .flatMap((prefix) => {
      const uri = source.namespaceOf(prefix);
      return uri === undefined ? [] : [` xmlns${prefix === '' ? '' : `:${prefix}`}="${escapeAttribute(uri)}"`];
    });
  return xml.slice(0, end) + bindings.join('') + xml.slice(end);
}

/**
 * Puts an element or a text into another, as it is written: into the property of its name or, where the schema has none, among the others. A
 * second one where there may be but one comes behind the first, in a list that is made for it. Nothing happens if it is no well-formed XML.
 * @returns the property it has gone into
 */
export function addVerbatim(owner: ModelElement, xml: string): string | undefined {
  const element = parsed(xml);
  if (!element || !(owner instanceof ModelObject)) return undefined;
  const { localName, uri } = element.$descriptor.ns;
  const home = packageOf(uri);
  const known = home && childRule(owner.descriptor, home.prefix, localName)?.property;
  const holder = known && xml.startsWith(holdingTag(localName, uri)) ? ownPropertyOf(owner, known.name) : undefined;
  if (known && holder instanceof ModelObject && holder.descriptor.propertiesByName.get('values')?.type === 'Element') {
    owner.set(known.name, withFirst(holder, element.$children));
    return known.name;
  }
  const property = known ?? owner.descriptor.properties.find((one) => one.isMany && !one.isAttr && !one.isVirtual);
  if (!property) return undefined;
  const first: unknown = property.isMany ? undefined : ownPropertyOf(owner, property.name);
  if (first === undefined) put(owner, property, element);
  else owner.set(property.name, [...(Array.isArray(first) ? first : [first]), element]);
  return property.name;
}

/** What vendors say in extension elements, before all that is said there already. */
function withFirst(holder: ModelObject, elements: readonly ForeignElement[]): ModelElement {
  const together = createElementOf(holder.descriptor);
  const values: unknown = ownPropertyOf(holder, 'values');
  together.set('values', [...elements, ...(Array.isArray(values) ? values : [])]);
  return together;
}

/**
 * Whether what stands in a model for an element is the text that the element was read from, put there by `addVerbatim`: it is written to the
 * letter, and reads as the element wherever it stands, if all its prefixes are bound in it.
 */
export function isHeldAsRead(element: ModelElement, held: unknown): boolean {
  return (
    held instanceof ForeignObject && held.xml !== undefined && isBound(held, held.xml) && held.xml === xmlOf(element)
  );
}

function isBound({ $descriptor, $children, attributes }: ForeignObject, xml: string): boolean {
  if ($descriptor.ns.uri === '') return false;
  for (const name of attributes.keys()) {
    const [prefix, local] = name.split(':', 2);
    if (local !== undefined && prefix !== 'xml' && !xml.includes(` xmlns:${prefix}=`)) return false;
  }
  return $children.every((child) => isBound(child, xml));
}

function parsed(xml: string): ForeignElement | undefined {
  try {
    // A text is none but that of the one element around it.
    const isText = !/^<[^!]/.test(xml);
    const element = parseForeign(isText ? `<text>${xml}</text>` : xml, () => undefined);
    return isText && element ? new ForeignObject(element.$descriptor.ns, element.attributes, [], {}, xml) : element;
  } catch {
    return undefined;
  }
}

/** The attributes of an element that was read whose values the standard does not allow: they are kept, and not in the model. */
export function refusedAttributes(element: ModelElement): readonly [name: string, value: string][] {
  const source = element instanceof ModelObject ? ModelObject.sourceOf(element) : undefined;
  if (!(element instanceof ModelObject) || !source?.hasRefused) return NONE;
  const { descriptor } = element;
  const found: [string, string][] = [];
  eachAttribute(source, (name, value) => {
    const property = boundPrefix(name) === undefined ? descriptor.propertiesByName.get(name) : undefined;
    if (property?.isAttr && !property.isReference && ownPropertyOf(element, name) === undefined)
      found.push([name, value]);
  });
  return found;
}
