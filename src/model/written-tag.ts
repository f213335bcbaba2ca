/** The tags of elements that the schema lets a file write in more than one form: `formalExpression`, or `expression` with an `xsi:type`. */
import { type ChildRule, childRule, elementOfType, type PropertyDescriptor, typeNamed } from '../schema/index.ts';
import { ModelObject } from './element-class.ts';
import type { ModelElement } from './model-element.ts';
import { splitName } from './xml-names.ts';

/** The tags of new elements that are to be written in another form than the usual one. */
const tags = new WeakMap<ModelElement, string>();

/** The local name that a new element of a type is written by in a property. */
function usualTag(property: PropertyDescriptor, element: ModelObject): string {
  return property.element !== '' && !isOfAnyType(property) ? property.element : elementOfType(element.descriptor);
}

/** Whether a property takes an element of the schema by its own name, as all that may stand for it: a `formalExpression` in place of an `expression`. */
export function isOfAnyType({ element, type }: PropertyDescriptor): boolean {
  const known = typeNamed(type);
  return known !== undefined && elementOfType(known) === element;
}

/** The local name by which a file writes an element, where a new one would be written by another; undefined where it would not. */
export function unusualTag(element: ModelElement, property: PropertyDescriptor): string | undefined {
  const source = element instanceof ModelObject ? ModelObject.sourceOf(element) : undefined;
  if (!source || !(element instanceof ModelObject)) return undefined;
  const [, local] = splitName(source.name);
  return local === usualTag(property, element) ? undefined : local;
}

/** Has a new element written by a local name, wherever the schema takes it for what it is there; undefined: by the usual one. */
export function setTag(element: ModelElement, tag: string | undefined): void {
  if (tag === undefined) tags.delete(element);
  else tags.set(element, tag);
}

/** What the tag that was set means where the element stands; undefined where none was set, or it would mean something else. */
export function ruleOfTag(
  element: ModelObject,
  property: PropertyDescriptor,
  parent: ModelObject | undefined,
): (ChildRule & { readonly tag: string }) | undefined {
  const tag = tags.get(element);
  if (tag === undefined || !parent) return undefined;
  const rule = childRule(parent.descriptor, property.package.prefix, tag);
  return rule?.property === property ? { ...rule, tag } : undefined;
}
