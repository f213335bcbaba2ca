/** One class a type of the meta-model, made when the type is first used: defaults and empty lists come from its prototype. */

import { isSimple, type PropertyDescriptor, type TypeDescriptor, typeNamed } from '../schema/index.ts';
import { ForeignObject } from './foreign-element.ts';
import type { TypeMap } from './generated/type-map.ts';
import type { ModelElement } from './model-element.ts';
import { foreignElementsOf } from './read-foreign.ts';
import { eachAttribute, type Source } from './source.ts';
import { attributeKey } from './xml-names.ts';

/** References whose target is not in the model: what was written, by property. */
type Unresolved = Map<string, string[]>;

/**
 * What all elements are made of. The private parts are keyed by symbols or `#`, so that enumerating an element
 * shows its properties and nothing else.
 */
export class ModelObject implements ModelElement {
  declare readonly $type: string;
  declare readonly descriptor: TypeDescriptor;
  #parent: ModelElement | undefined = undefined;
  #source: Source | undefined;
  #attributes: Record<string, string> | undefined = undefined;
  #unresolved: Unresolved | undefined = undefined;

  constructor(source?: Source) {
    this.#source = source;
  }

  get $parent(): ModelElement | undefined {
    return this.#parent;
  }

  set $parent(parent: ModelElement | undefined) {
    this.#parent = parent;
  }

  get $attrs(): Record<string, string> {
    this.#attributes ??= foreignAttributes(this.descriptor, this.#source);
    return this.#attributes;
  }

  /** The same as moddle's descriptor, for code that was written for it. */
  get $descriptor(): unknown {
    return moddleDescriptor(this.descriptor);
  }

  /** Where it was read from; undefined for a new element. */
  static sourceOf(element: ModelObject): Source | undefined {
    return element.#source;
  }

  /** Foreign attributes if someone has asked for them, thus may have changed them. */
  static touchedAttributes(element: ModelObject): Readonly<Record<string, string>> | undefined {
    return element.#attributes;
  }

  static unresolvedOf(element: ModelObject): ReadonlyMap<string, readonly string[]> | undefined {
    return element.#unresolved;
  }

  static setUnresolved(element: ModelObject, property: string, texts: readonly string[]): void {
    element.#unresolved ??= new Map();
    if (texts.length > 0) element.#unresolved.set(property, [...texts]);
    else element.#unresolved.delete(property);
  }

  /** One more, in place of the one before where there can be but one. */
  static addUnresolved(element: ModelObject, { name, isMany }: PropertyDescriptor, text: string): void {
    element.#unresolved ??= new Map();
    const others = isMany ? element.#unresolved.get(name) : undefined;
    if (others) others.push(text);
    else element.#unresolved.set(name, [text]);
  }

  $instanceOf(type: string): boolean {
    return this.descriptor.allTypes.has(type);
  }

  get(name: string): unknown {
    const property = propertyNamed(this.descriptor, name);
    return property ? propertyOf(this, property.name) : this.$attrs[name];
  }

  set(name: string, value: unknown): void {
    const property = propertyNamed(this.descriptor, name);
    if (property) assign(this, property, value);
    else if (value === undefined) delete this.$attrs[name];
    else this.$attrs[name] = String(value);
  }
}

type ElementClass = new (source?: Source) => ModelObject;
const classes = new Map<TypeDescriptor, ElementClass>();

/** The class of a type. */
export function classOf(type: TypeDescriptor): ElementClass {
  const known = classes.get(type);
  if (known) return known;
  const made = class extends ModelObject {};
  const constants = { $type: type.name, descriptor: type };
  for (const [name, value] of Object.entries(constants)) Object.defineProperty(made.prototype, name, { value });
  for (const property of type.properties) defineAbsent(made.prototype, property);
  classes.set(type, made);
  return made;
}

/** What a property says where an element has none of its own: an empty list of its own from then on, or the default. */
function defineAbsent(prototype: ModelObject, property: PropertyDescriptor): void {
  const { name } = property;
  const isForeign = property.type === 'Element' && !property.isReference;
  const own = (element: object, value: unknown): void => {
    Object.defineProperty(element, name, { value, writable: true, enumerable: true, configurable: true });
  };
  if (property.isMany) {
    Object.defineProperty(prototype, name, {
      configurable: true,
      get(this: ModelObject) {
        const list = isForeign ? foreignElementsOf(this, ModelObject.sourceOf(this)) : [];
        own(this, list);
        return list;
      },
      set(this: ModelObject, value: unknown) {
        own(this, value);
      },
    });
  } else if (property.default !== undefined) {
    Object.defineProperty(prototype, name, { value: property.default, writable: true, configurable: true });
  }
}

/** A property by its name, with or without a prefix of the standards (`bpmn:name`). */
function propertyNamed(type: TypeDescriptor, name: string): PropertyDescriptor | undefined {
  const known = type.propertiesByName.get(name);
  if (known) return known;
  const colon = name.indexOf(':');
  if (colon < 0) return undefined;
  const property = type.propertiesByName.get(name.slice(colon + 1));
  return property?.package.prefix === name.slice(0, colon) ? property : undefined;
}

/** Value of a property by its name, the default or an empty list where it is absent. */
export function propertyOf(element: ModelElement, name: string): unknown {
  return (element as unknown as Record<string, unknown>)[name];
}

/** Value of a property if the element has one of its own; asking for it makes no list. */
export function ownPropertyOf(element: ModelElement, name: string): unknown {
  return Object.hasOwn(element, name) ? propertyOf(element, name) : undefined;
}

/** Whether the values of a property are elements of the standards that the element contains. */
export function isContainment(property: PropertyDescriptor): boolean {
  return !property.isAttr && !property.isReference && !property.isVirtual && property.type.includes(':');
}

function assign(element: ModelObject, property: PropertyDescriptor, value: unknown): void {
  const target = element as unknown as Record<string, unknown>;
  if (value === undefined) {
    delete target[property.name];
    return;
  }
  target[property.name] = value;
  if (property.isReference) return;
  if (Array.isArray(value)) for (const child of value) adopt(element, child);
  else adopt(element, value);
}

/** A contained child gets its parent. */
function adopt(parent: ModelElement, child: unknown): void {
  if (child instanceof ModelObject || child instanceof ForeignObject) child.$parent = parent;
}

/** The foreign attributes of an element that was read. */
function foreignAttributes(type: TypeDescriptor, source: Source | undefined): Record<string, string> {
  const found: Record<string, string> = {};
  eachAttribute(source, (name, value) => {
    // Most attributes are the standard's.
    if (type.propertiesByName.get(name)?.isAttr) return;
    const key = attributeKey(type, name, (prefix) => source?.namespaceOf(prefix));
    if (key !== undefined) found[key] = value;
  });
  return found;
}

/** Properties that `createElement` takes. */
export type Properties<K extends keyof TypeMap> = Partial<Omit<TypeMap[K], keyof ModelElement>>;

/**
 * A new element of a type. Elements given in properties that contain them get it as `$parent`.
 * Throws on a type that the standards do not have.
 */
export function createElement<K extends keyof TypeMap>(type: K, properties: Properties<K> = {}): TypeMap[K] {
  const descriptor = typeNamed(type);
  if (!descriptor) throw new TypeError(`The standards have no type ${type}.`);
  const element = new (classOf(descriptor))();
  // A drawing has thousands of elements: no list is made of the properties of each.
  const values: Readonly<Record<string, unknown>> = properties;
  for (const name in values) element.set(name, values[name]);
  return element as ModelObject & TypeMap[K];
}

/** A new element of a type that is only known when the program runs. */
export function createElementOf(type: TypeDescriptor): ModelElement {
  return new (classOf(type))();
}

/** Adds to a list property, or sets one that is none. A contained child gets the parent as `$parent`. */
export function put(parent: ModelElement, property: PropertyDescriptor, value: unknown): void {
  const list = property.isMany ? propertyOf(parent, property.name) : undefined;
  if (!Array.isArray(list)) {
    parent.set(property.name, value);
    return;
  }
  list.push(value);
  if (!property.isReference) adopt(parent, value);
}

/** Names of the properties of an element that are lists. */
export type ListName<E> = { [P in keyof E]-?: E[P] extends readonly unknown[] ? P : never }[keyof E] & string;
/** What a list property holds. */
export type ItemOf<E, P extends keyof E> = E[P] extends readonly (infer Item)[] ? Item : never;

/** Adds to the end of a list property. A contained child gets the parent as `$parent`. Returns the child. */
export function append<E extends ModelElement, P extends ListName<E>, C extends ItemOf<E, P>>(
  parent: E,
  property: P,
  child: C,
): C {
  (propertyOf(parent, property) as C[]).push(child);
  const descriptor = typeNamed(parent.$type)?.propertiesByName.get(property);
  if (descriptor && !descriptor.isReference) adopt(parent, child);
  return child;
}

/** Whether a value is an element of the standards. */
export function isElement(value: unknown): value is ModelElement {
  return value instanceof ModelObject;
}

/** Whether a value is an element of a type or of one derived from it. */
export function is<K extends keyof TypeMap>(element: unknown, type: K): element is TypeMap[K] {
  return element instanceof ModelObject && element.descriptor.allTypes.has(type);
}

/** Whether an attribute or child without structure: text, number, truth value. */
export function isSimpleProperty(property: PropertyDescriptor): boolean {
  return isSimple(property.type) || (property.isAttr && !property.isReference);
}

const moddleDescriptors = new WeakMap<TypeDescriptor, object>();

function moddleDescriptor(type: TypeDescriptor): object {
  const known = moddleDescriptors.get(type);
  if (known) return known;
  const { name, localName, properties } = type;
  const made = {
    name,
    ns: { name, localName, prefix: type.package.prefix, uri: type.package.uri },
    properties,
    propertiesByName: Object.fromEntries(type.propertiesByName),
    allTypes: [...type.allTypes].map((one) => ({ name: one })),
    allTypesByName: Object.fromEntries([...type.allTypes].map((one) => [one, { name: one }])),
    idProperty: properties.find((property) => property.isId),
    bodyProperty: type.body,
  };
  moddleDescriptors.set(type, made);
  return made;
}
