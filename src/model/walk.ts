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
  const found: { property: PropertyDescriptor; child: ModelObject }[] = [];
  if (element instanceof ModelObject) eachContained(element, (child, property) => found.push({ property, child }));
  return found;
}

/** The same without a list of them: most elements contain none. */
export function eachContained(
  element: ModelObject,
  use: (child: ModelObject, property: PropertyDescriptor) => void,
): void {
  const { properties } = element.descriptor;
  for (const slot of containmentsOf(element.descriptor)) {
    const value = ModelObject.ownValueAt(element, slot);
    if (value === undefined) continue;
    const property = properties[slot] as PropertyDescriptor;
    if (value instanceof ModelObject) use(value, property);
    else if (Array.isArray(value)) {
      for (const child of value) if (child instanceof ModelObject) use(child, property);
    }
  }
}

/** The elements that an element contains, in the order of the schema. */
export function childrenOf(element: ModelElement): ModelElement[] {
  const found: ModelElement[] = [];
  if (element instanceof ModelObject) pushChildren(element, found);
  return found.reverse();
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
  const open: ModelElement[] = [root];
  // The loop of `allElements` again: every file is gone through like this, some several times.
  for (let element = open.pop(); element; element = open.pop()) {
    const id = ownPropertyOf(element, 'id');
    if (typeof id === 'string' && !found.has(id)) found.set(id, element);
    if (element instanceof ModelObject) pushChildren(element, open);
  }
  return found;
}
