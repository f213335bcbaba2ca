/** References to what is not in the model: the property is empty, what was written is kept beside. */
import type { Range } from '../base/range.ts';
import type { PropertyDescriptor } from '../schema/index.ts';
import { ModelObject } from './element-class.ts';
import type { ModelElement } from './model-element.ts';

/** What a reference says whose target is not in the model; several are separated by a blank. */
export function referenceText(element: ModelElement, property: string): string | undefined {
  return element instanceof ModelObject ? ModelObject.unresolvedOf(element)?.get(property)?.join(' ') : undefined;
}

/** Where a list is put together: V8 gives one that grows room for 17. */
const gathered: PropertyDescriptor[] = [];

/**
 * The properties of an element under which it or another one says something, be it a reference to nothing, in the order of the schema. Few of those
 * that a type has: whoever compares elements need not ask for the others.
 */
export function propertiesSaid(one: ModelElement, other: ModelElement): PropertyDescriptor[] {
  if (!(one instanceof ModelObject) || !(other instanceof ModelObject)) return [];
  const [ours, theirs] = [ModelObject.unresolvedOf(one), ModelObject.unresolvedOf(other)];
  const { properties } = one.descriptor;
  let count = 0;
  for (let slot = 0; slot < properties.length; slot++) {
    const property = properties[slot] as PropertyDescriptor;
    if (
      ModelObject.ownValueAt(one, slot) !== undefined ||
      ModelObject.ownValue(other, property) !== undefined ||
      ours?.has(property.name) ||
      theirs?.has(property.name)
    )
      gathered[count++] = property;
  }
  return gathered.slice(0, count);
}

/** Makes a reference to something outside the file, such as `xsd:string`; undefined takes it away. */
export function setReferenceText(element: ModelElement, property: string, text: string | undefined): void {
  if (!(element instanceof ModelObject)) return;
  const isMany = element.descriptor.propertiesByName.get(property)?.isMany;
  const texts = isMany ? (text ?? '').split(/\s+/) : [text ?? ''];
  ModelObject.setUnresolved(element, property, texts.filter(Boolean));
}

/** Place of the start tag of an element in the XML text that it was read from; undefined for a new one. */
export function sourceOf(element: ModelElement): Range | undefined {
  const source = element instanceof ModelObject ? ModelObject.sourceOf(element) : undefined;
  return source?.document.rangeOf(source.start, source.end);
}
