/** Makes an element of a model one of another type. */
import { elementOfType, type TypeDescriptor } from '../schema/index.ts';
import { ModelObject, ownPropertyOf } from './element-class.ts';
import type { ModelElement } from './model-element.ts';
import { allElements } from './walk.ts';
import { splitName } from './xml-names.ts';

/**
 * Puts an element of another type in the place of one: with what both types have, all that refers to it, and its place in the file.
 * What only the old type has is gone. Returns the new one; the old one is no part of the model any more.
 */
export function retype(root: ModelElement, element: ModelElement, type: TypeDescriptor): ModelElement {
  const parent = element.$parent;
  if (!(element instanceof ModelObject) || !parent) return element;
  const source = ModelObject.sourceOf(element);
  const made = new ModelObject(type, source);
  if (source) {
    const [prefix] = splitName(source.tag);
    const name = elementOfType(type);
    source.renamed = prefix === '' ? name : `${prefix}:${name}`;
  }
  for (const { name, isVirtual } of type.properties) {
    const value = isVirtual ? undefined : ownPropertyOf(element, name);
    if (value !== undefined) made.set(name, value);
  }
  // An attribute that the new type does not have would be taken for a vendor's.
  for (const { name } of element.descriptor.properties) if (!type.propertiesByName.has(name)) made.set(name, undefined);
  for (const [name, texts] of ModelObject.unresolvedOf(element) ?? []) ModelObject.setUnresolved(made, name, texts);
  for (const [name, value] of Object.entries(ModelObject.touchedAttributes(element) ?? {})) made.$attrs[name] = value;
  for (const one of allElements(root)) putInPlace(one, element, made);
  made.$parent = parent;
  const parts = ModelObject.sourceOf(parent as ModelObject)?.parts ?? [];
  for (const part of parts) if (part.element === element) part.element = made;
  return made;
}

/** What holds one element, or refers to it, does so of another. */
function putInPlace(owner: ModelElement, element: ModelElement, made: ModelElement): void {
  if (!(owner instanceof ModelObject)) return;
  for (const { name } of owner.descriptor.properties) {
    const value = ownPropertyOf(owner, name);
    if (value === element) owner.set(name, made);
    else if (Array.isArray(value) && value.includes(element))
      owner.set(
        name,
        value.map((one) => (one === element ? made : one)),
      );
  }
}
