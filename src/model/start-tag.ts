/** The attributes of an element as they are to be written: as they were read where the model still says so. */

import type { PropertyDescriptor, TypeDescriptor } from '../schema/index.ts';
import { referencesIn, valueOfText } from './attribute-values.ts';
import { idOf, names } from './content-order.ts';
import { ModelObject } from './element-class.ts';
import type { Scope } from './scope.ts';
import { eachAttribute, type Source } from './source.ts';
import { attributeKey, boundPrefix } from './xml-names.ts';

/** Takes the name and the value of an attribute. */
type TakeAttribute = (name: string, value: string) => void;

/** Tells each attribute in order, but for the type (`xsi:type`) of a new element. */
export function eachAttributeOf(element: ModelObject, scope: Scope, take: TakeAttribute): void {
  const source = ModelObject.sourceOf(element);
  const known = source && attributesAsRead(element, source, take);
  // What was not read has no order of its own: that of the schema, then what the schema does not have.
  for (const property of attributePropertiesOf(element.descriptor)) {
    const value = known?.has(property.name) ? undefined : propertyText(element, property);
    if (value !== undefined) take(property.name, value);
  }
  const touched = ModelObject.touchedAttributes(element);
  for (const name in touched) {
    const value = known?.has(name) ? undefined : touched[name];
    const written = value === undefined ? undefined : scope.attributeName(name);
    if (value !== undefined && written !== undefined) take(written, value);
  }
}

/** @returns the properties, and the keys among foreign attributes, that the attributes in the source are */
function attributesAsRead(element: ModelObject, source: Source, take: TakeAttribute): ReadonlySet<string> {
  const known = new Set<string>();
  eachAttribute(source, (name, text) => {
    const value = valueNow(element, name, text);
    if (value !== undefined) take(name, value);
    known.add(keyOf(element, name) ?? name);
  });
  return known;
}

const attributeProperties = new WeakMap<TypeDescriptor, readonly PropertyDescriptor[]>();

function attributePropertiesOf(type: TypeDescriptor): readonly PropertyDescriptor[] {
  const known = attributeProperties.get(type);
  if (known) return known;
  const found = type.properties.filter((property) => property.isAttr);
  attributeProperties.set(type, found);
  return found;
}

function keyOf(element: ModelObject, name: string): string | undefined {
  const source = ModelObject.sourceOf(element);
  return attributeKey(element.descriptor, name, (prefix) => source?.namespaceOf(prefix));
}

/** What an attribute that was read says now; undefined if the model does not have it any more. */
function valueNow(element: ModelObject, name: string, text: string): string | undefined {
  const key = keyOf(element, name);
  if (key !== undefined) return (ModelObject.touchedAttributes(element) ?? { [key]: text })[key];
  const property = element.descriptor.propertiesByName.get(name);
  return property ? propertyText(element, property, text) : text;
}

function propertyText(element: ModelObject, property: PropertyDescriptor, read?: string): string | undefined {
  if (property.isReference) return referencesText(element, property, read);
  const value = ModelObject.ownValue(element, property);
  if (read !== undefined && valueOfText(property, read) === value) return read;
  return value === undefined ? undefined : String(value);
}

function referencesText(element: ModelObject, property: PropertyDescriptor, read?: string): string | undefined {
  const value = ModelObject.ownValue(element, property);
  if (read === undefined && !ModelObject.unresolvedOf(element)) {
    if (value === undefined) return undefined;
    // Most refer to one.
    if (value instanceof ModelObject) return idOf(value);
  }
  const targets: readonly unknown[] = Array.isArray(value) ? value : [value];
  const ids = targets.map((target) => (target instanceof ModelObject ? idOf(target) : undefined));
  const wanted = [...ids, ...(ModelObject.unresolvedOf(element)?.get(property.name) ?? [])].filter(
    (id) => id !== undefined,
  );
  if (read !== undefined && saysTheSame(referencesIn(property, read), wanted)) return read;
  return wanted.length > 0 ? wanted.join(' ') : undefined;
}

/** Whether references as written name what they should, in any order. */
function saysTheSame(written: readonly string[], wanted: readonly string[]): boolean {
  return written.length === wanted.length && wanted.every((id) => written.some((one) => names(one, id)));
}

/** The prefixes that attributes bind; undefined if they bind none. */
export function bindingsOf(element: ModelObject): Map<string, string> | undefined {
  let bindings: Map<string, string> | undefined;
  const add = (name: string, value: string): void => {
    const prefix = boundPrefix(name);
    if (prefix === undefined) return;
    bindings ??= new Map();
    bindings.set(prefix, value);
  };
  const touched = ModelObject.touchedAttributes(element);
  if (!touched) eachAttribute(ModelObject.sourceOf(element), add);
  else for (const name in touched) add(name, touched[name] ?? '');
  return bindings;
}
