/** References to what is not in the model: the property is empty, what was written is kept beside. */
import type { Range } from '../base/range.ts';
import { ModelObject } from './element-class.ts';
import type { ModelElement } from './model-element.ts';

/** What a reference says whose target is not in the model; several are separated by a blank. */
export function referenceText(element: ModelElement, property: string): string | undefined {
  return element instanceof ModelObject ? ModelObject.unresolvedOf(element)?.get(property)?.join(' ') : undefined;
}

/**
 * The names of all properties under which one of two elements says something, be it a reference to nothing. Few of those that a type
 * has: whoever compares elements need not ask for the others.
 */
export function namesSaid(one: ModelElement, other: ModelElement): ReadonlySet<string> {
  const names = new Set<string>();
  for (const element of [one, other]) {
    if (!(element instanceof ModelObject)) continue;
    element.descriptor.properties.forEach(({ name }, slot) => {
      if (ModelObject.ownValueAt(element, slot) !== undefined) names.add(name);
    });
    for (const name of ModelObject.unresolvedOf(element)?.keys() ?? []) names.add(name);
  }
  return names;
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
