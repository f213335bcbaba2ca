import type { PropertyDescriptor } from '../schema/index.ts';
import { ModelObject, ownValueOf } from './element-class.ts';
import { ForeignObject } from './foreign-element.ts';
import type { ForeignElement, ModelElement } from './model-element.ts';
import { parseForeign } from './read-foreign.ts';

/** Shared, as most elements have none. */
const NONE: readonly never[] = [];

/** The elements inside one that was read which the standard does not have there: they are kept as they are, and this says what they are. */
export function keptElements(element: ModelElement): readonly ForeignElement[] {
  const source = element instanceof ModelObject ? ModelObject.sourceOf(element) : undefined;
  if (!source || source.parts.length === 0) return NONE;
  const found: ForeignElement[] = [];
  for (const part of source.parts) {
    if (part.property || part.end <= part.start) continue;
    const xml = source.document.text.slice(part.start, part.end);
    const foreign = parseForeign(xml, (prefix) => source.namespaceOf(prefix));
    if (foreign) found.push(foreign);
  }
  return found;
}

/**
 * The elements inside one that was read which are plain values or references to the standard (`<incoming>`, `<script>`), where they have attributes: the
 * standard has none there, so no property holds these, and this says what they are.
 */
export function valuesWithAttributes(element: ModelElement): readonly ForeignElement[] {
  const source = element instanceof ModelObject ? ModelObject.sourceOf(element) : undefined;
  if (!source || source.parts.length === 0) return NONE;
  const found: ForeignElement[] = [];
  for (const { property, element: contained, start, end } of source.parts) {
    if (!property || contained || property.type === 'Element' || end <= start) continue;
    const { text } = source.document;
    // Nearly all have none, and are asked in each import.
    const equals = text.indexOf('=', start);
    if (equals < 0 || equals > text.indexOf('>', start)) continue;
    const value = parseForeign(text.slice(start, end), (prefix) => source.namespaceOf(prefix));
    if (value && value.attributes.size > 0) found.push(value);
  }
  return found;
}

/** Has a plain value written with an attribute, as `<text id="…">`: for the moment of writing, as no property holds it. Nothing happens without a value. */
export function setValueAttribute(
  element: ModelElement,
  property: PropertyDescriptor,
  name: string,
  text: string,
): void {
  const value = ownValueOf(element, property);
  const isHeld = value instanceof ForeignObject;
  if (!isHeld && typeof value !== 'string') return;
  const { writtenPrefix: prefix, uri } = property.package;
  const attributes = new Map(isHeld ? value.attributes : []).set(name, text);
  const content = isHeld ? value.content : [value];
  element.set(property.name, new ForeignObject({ prefix, localName: property.element, uri }, attributes, content));
}
