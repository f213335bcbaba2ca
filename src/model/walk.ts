/** Ways through a model. */

import type { PropertyDescriptor, TypeDescriptor } from '../schema/index.ts';
import { isContainment, ModelObject, ownPropertyOf } from './element-class.ts';
import type { ModelElement } from './model-element.ts';

const containments = new WeakMap<TypeDescriptor, readonly number[]>();

/** The slots of the properties that contain elements. */
function containmentsOf(type: TypeDescriptor): readonly number[] {
  const known = containments.get(type);
  if (known) return known;
  const found = type.properties.flatMap((property, slot) => (isContainment(property) ? [slot] : []));
  containments.set(type, found);
  return found;
}

/** The elements that an element contains, each with the property that holds it, in the order of the schema. */
export function containedIn(element: ModelElement): { property: PropertyDescriptor; child: ModelObject }[] {
  if (!(element instanceof ModelObject)) return [];
  const found: { property: PropertyDescriptor; child: ModelObject }[] = [];
  const { properties } = element.descriptor;
  for (const slot of containmentsOf(element.descriptor)) {
    const value = ModelObject.ownValueAt(element, slot);
    const property = properties[slot];
    if (!property || value === undefined) continue;
    if (value instanceof ModelObject) found.push({ property, child: value });
    else if (Array.isArray(value)) {
      for (const child of value) if (child instanceof ModelObject) found.push({ property, child });
    }
  }
  return found;
}

/** The elements that an element contains, in the order of the schema. */
export function childrenOf(element: ModelElement): ModelElement[] {
  return containedIn(element).map(({ child }) => child);
}

/** An element and all that it contains, containers first, children in the order of the schema. */
export function* allElements(root: ModelElement): Generator<ModelElement, void, undefined> {
  const open: ModelElement[] = [root];
  for (let element = open.pop(); element; element = open.pop()) {
    yield element;
    // No recursion: files may nest deeper than the stack of calls.
    if (element instanceof ModelObject) pushChildren(element, open);
  }
}

/** Pushes the children of an element, the last one first. The same as by `childrenOf`, without a list of them: most elements have none. */
function pushChildren(element: ModelObject, open: ModelElement[]): void {
  const slots = containmentsOf(element.descriptor);
  for (let at = slots.length - 1; at >= 0; at--) {
    const value = ModelObject.ownValueAt(element, slots[at] as number);
    if (value === undefined) continue;
    if (value instanceof ModelObject) open.push(value);
    else if (Array.isArray(value))
      for (let n = value.length - 1; n >= 0; n--) if (value[n] instanceof ModelObject) open.push(value[n]);
  }
}

/** All elements that have an id, by it. Of several with one id the first wins. */
export function elementsById(root: ModelElement): ReadonlyMap<string, ModelElement> {
  const found = new Map<string, ModelElement>();
  for (const element of allElements(root)) {
    const id = ownPropertyOf(element, 'id');
    if (typeof id === 'string' && !found.has(id)) found.set(id, element);
  }
  return found;
}
