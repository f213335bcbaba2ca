/** The class of all elements: what an element says stands in a list, by the properties of its type. */

import { isSimple, type PropertyDescriptor, propertyNames, type TypeDescriptor, typeNamed } from '../schema/index.ts';
import { ForeignObject } from './foreign-element.ts';
import type { TypeMap } from './generated/type-map.ts';
import { moddleDescriptor } from './moddle-descriptor.ts';
import type { ModelElement } from './model-element.ts';
import { foreignElementsOf } from './read-foreign.ts';
import { eachAttribute, type Source } from './source.ts';
import { attributeKey } from './xml-names.ts';

/** References whose target is not in the model: what was written, by property. */
type Unresolved = Map<string, string[]>;

/** Shared by all elements that have no foreign attributes: most of them. */
const NO_ATTRIBUTES: Record<string, string> = Object.freeze({});

/**
 * One class for the elements of all types, which V8 reads several times as fast as objects of many shapes. All names that properties
 * have are accessors of the class; the type of an element says which of them are its own.
 */
export class ModelObject implements ModelElement {
  readonly #type: TypeDescriptor;
  /** By slot; undefined where the element says nothing. One more than the type has properties: what it has not is never there. */
  readonly #values: unknown[];
  #parent: ModelElement | undefined = undefined;
  readonly #source: Source | undefined;
  /** Foreign ones; undefined as long as nobody has looked for them. */
  #attributes: Record<string, string> | undefined;
  #unresolved: Unresolved | undefined = undefined;

  constructor(type: TypeDescriptor, source?: Source) {
    this.#type = type;
    this.#values = type.blank.slice();
    this.#source = source;
    this.#attributes = source ? undefined : NO_ATTRIBUTES;
  }

  static {
    for (const [number, name] of propertyNames.entries()) {
      Object.defineProperty(ModelObject.prototype, name, {
        configurable: true,
        get(this: ModelObject) {
          const slot = this.#type.slots[number] as number;
          const value = this.#values[slot];
          return value === undefined ? this.#absent(slot) : value;
        },
        set(this: ModelObject, value: unknown) {
          const slot = this.#type.slots[number] as number;
          if (slot < this.#type.properties.length) this.#values[slot] = value;
          else Object.defineProperty(this, name, { value, writable: true, enumerable: true, configurable: true });
        },
      });
    }
  }

  /** What a property says where the element says nothing: an empty list of its own from then on, or the default. */
  #absent(slot: number): unknown {
    const property = this.#type.properties[slot];
    if (!property?.isMany) return property?.default;
    const list = isForeign(property) ? foreignElementsOf(this, this.#source) : [];
    this.#values[slot] = list;
    return list;
  }

  get $type(): string {
    return this.#type.name;
  }

  get descriptor(): TypeDescriptor {
    return this.#type;
  }

  get $parent(): ModelElement | undefined {
    return this.#parent;
  }

  set $parent(parent: ModelElement | undefined) {
    this.#parent = parent;
  }

  get $attrs(): Record<string, string> {
    if (ModelObject.attributesSaid(this) === NO_ATTRIBUTES) this.#attributes = {};
    return this.#attributes as Record<string, string>;
  }

  /** The same for who only reads. */
  static attributesSaid(element: ModelObject): Readonly<Record<string, string>> {
    element.#attributes ??= foreignAttributes(element.#type, element.#source);
    return element.#attributes;
  }

  /** Tells of a new element that was read that all attributes it was read with are the standard's. */
  static saysNoOthers(element: ModelObject): void {
    element.#attributes = NO_ATTRIBUTES;
  }

  /** The same as moddle's descriptor, for code that was written for it. */
  get $descriptor(): unknown {
    return moddleDescriptor(this.#type);
  }

  /** What the element says by a property, the default or an empty list where it says nothing. */
  static value(element: ModelObject, { number }: PropertyDescriptor): unknown {
    const slot = element.#type.slots[number] as number;
    const value = element.#values[slot];
    return value === undefined ? element.#absent(slot) : value;
  }

  /** The same, but undefined where the element says nothing; asking for it makes no list. */
  static ownValue(element: ModelObject, { number }: PropertyDescriptor): unknown {
    return element.#values[element.#type.slots[number] as number];
  }

  /** The same by the slot. */
  static ownValueAt(element: ModelObject, slot: number): unknown {
    return element.#values[slot];
  }

  static setValue(element: ModelObject, { number }: PropertyDescriptor, value: unknown): void {
    element.#values[element.#type.slots[number] as number] = value;
  }

  /** Adds to a list. A new one has room for one: most hold no more, and V8 gives one that was empty room for 17. */
  static add(element: ModelObject, property: PropertyDescriptor, value: unknown): void {
    const list = isForeign(property) ? ModelObject.value(element, property) : ModelObject.ownValue(element, property);
    if (Array.isArray(list)) list.push(value);
    else ModelObject.setValue(element, property, [value]);
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
    return this.#type.allTypes.has(type);
  }

  get(name: string): unknown {
    const property = propertyNamed(this.#type, name);
    return property ? ModelObject.value(this, property) : ModelObject.attributesSaid(this)[name];
  }

  set(name: string, value: unknown): void {
    const property = propertyNamed(this.#type, name);
    // Most values are texts and numbers, which have no parent.
    if (property && typeof value !== 'object') this.#values[this.#type.slots[property.number] as number] = value;
    else if (property) assign(this, property, value);
    else if (value === undefined) delete this.$attrs[name];
    else this.$attrs[name] = String(value);
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

/** Value of a property if the element has one of its own; asking for it makes no list. */
export function ownPropertyOf(element: ModelElement, name: string): unknown {
  if (!(element instanceof ModelObject)) return undefined;
  const property = element.descriptor.propertiesByName.get(name);
  return property && ModelObject.ownValue(element, property);
}

/** The same by the property, if it is one of the element's type or of one that has a property of this name. */
export function ownValueOf(element: ModelElement, property: PropertyDescriptor): unknown {
  return element instanceof ModelObject ? ModelObject.ownValue(element, property) : undefined;
}

/** `$attrs` for who only reads them: an element without foreign attributes gets no object for them. */
export function attributesSaid(element: ModelElement): Readonly<Record<string, string>> {
  return element instanceof ModelObject ? ModelObject.attributesSaid(element) : element.$attrs;
}

/** Names and values of all that an element says by its properties, in the order of the schema. */
export function ownValuesOf(element: ModelElement): [name: string, value: unknown][] {
  if (!(element instanceof ModelObject)) return [];
  return element.descriptor.properties.flatMap(({ name }, slot) => {
    const value = ModelObject.ownValueAt(element, slot);
    return value === undefined ? [] : [[name, value]];
  });
}

/** Whether the values of a property are elements of the standards that the element contains. */
export function isContainment(property: PropertyDescriptor): boolean {
  return !property.isAttr && !property.isReference && !property.isVirtual && property.type.includes(':');
}

/** Whether the values of a property are elements of other namespaces, made when they are first asked for. */
function isForeign({ type, isReference }: PropertyDescriptor): boolean {
  return type === 'Element' && !isReference;
}

function assign(element: ModelObject, property: PropertyDescriptor, value: unknown): void {
  ModelObject.setValue(element, property, value);
  if (property.isReference || value === undefined) return;
  if (Array.isArray(value)) for (const child of value) adopt(element, child);
  else adopt(element, value);
}

/** A contained child gets its parent. */
function adopt(parent: ModelElement, child: unknown): void {
  if (child instanceof ModelObject || child instanceof ForeignObject) child.$parent = parent;
}

/** The foreign attributes of an element that was read. */
function foreignAttributes(type: TypeDescriptor, source: Source | undefined): Record<string, string> {
  let found: Record<string, string> | undefined;
  eachAttribute(source, (name, value) => {
    // Most attributes are the standard's.
    if (type.propertiesByName.get(name)?.isAttr) return;
    const key = attributeKey(type, name, (prefix) => source?.namespaceOf(prefix));
    if (key === undefined) return;
    found ??= {};
    found[key] = value;
  });
  return found ?? NO_ATTRIBUTES;
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
  const element = new ModelObject(descriptor);
  // A drawing has thousands of elements: no list is made of the properties of each.
  const values: Readonly<Record<string, unknown>> = properties;
  for (const name in values) element.set(name, values[name]);
  return element as ModelObject & TypeMap[K];
}

/** A new element of a type that is only known when the program runs. */
export function createElementOf(type: TypeDescriptor): ModelElement {
  return new ModelObject(type);
}

/** Adds to a list property, or sets one that is none. A contained child gets the parent as `$parent`. */
export function put(parent: ModelElement, property: PropertyDescriptor, value: unknown): void {
  if (!property.isMany || !(parent instanceof ModelObject)) {
    parent.set(property.name, value);
    return;
  }
  ModelObject.add(parent, property, value);
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
  const descriptor = typeNamed(parent.$type)?.propertiesByName.get(property);
  if (descriptor) put(parent, descriptor, child);
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
