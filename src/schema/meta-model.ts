/** The meta-model of BPMN and CMMN: descriptors of types, made of the generated rows when they are first asked for. */
import { enumerations, type PropertyRow, packages as packageRows, types as typeRows } from './generated/meta-model.ts';

export interface Package {
  /** Prefix of its type names. */
  readonly prefix: string;
  readonly uri: string;
  /** Prefix that files use by custom. */
  readonly writtenPrefix: string;
  /** Elements start in lower case: `bpmn:task` is of type `bpmn:Task`. */
  readonly isLowerCase: boolean;
  /** What `xsi:type` puts before a type name. */
  readonly typePrefix: string;
}

/** A property, with the flags that moddle's descriptors have. */
export interface PropertyDescriptor {
  readonly name: string;
  /** Index of the name among `propertyNames`. */
  readonly number: number;
  /** `String`, `Boolean`, `Integer`, `Real`, `Element` (anything), an enumeration or a type, the last two with prefix. */
  readonly type: string;
  readonly isAttr: boolean;
  readonly isMany: boolean;
  readonly isReference: boolean;
  readonly isId: boolean;
  readonly isBody: boolean;
  /** Derived from others: never in a file. */
  readonly isVirtual: boolean;
  readonly default: string | number | boolean | undefined;
  /** Local name of its XML element where the property names it, '' where the type of the value does. */
  readonly element: string;
  /** The package whose namespace a child element named by the property has. */
  readonly package: Package;
}

export interface TypeDescriptor {
  readonly name: string;
  readonly package: Package;
  readonly localName: string;
  readonly isAbstract: boolean;
  /** Own and inherited ones, in the order of the schema. */
  readonly properties: readonly PropertyDescriptor[];
  readonly propertiesByName: ReadonlyMap<string, PropertyDescriptor>;
  /** By the number of a property, its index among `properties`; their count where the type has none of that name. */
  readonly slots: Uint8Array;
  /** One undefined for each property, and one for all names that the type has not: a copy of it holds the values of an element. */
  readonly blank: readonly undefined[];
  /** The property that is the element's text, if it has one. */
  readonly body: PropertyDescriptor | undefined;
  /** Its own name and those of all types it is derived from. */
  readonly allTypes: ReadonlySet<string>;
  /** What `childRule` has found. */
  readonly childRules: Map<string, ChildRule>;
}

/** What an XML child of an element stands for: the property it belongs to and, unless that is simple, its type. */
export interface ChildRule {
  readonly property: PropertyDescriptor;
  readonly type: TypeDescriptor | undefined;
}

const SIMPLE_TYPES: ReadonlySet<string> = new Set(['String', 'Boolean', 'Integer', 'Real']);

export const packages: readonly Package[] = packageRows.map(
  ([prefix, uri, writtenPrefix, isLowerCase, typePrefix]): Package => ({
    prefix,
    uri,
    writtenPrefix,
    isLowerCase,
    typePrefix,
  }),
);
const packagesByPrefix = new Map(packages.map((one) => [one.prefix, one]));

/** Of all names that properties have; several types may have properties of one name. */
const numbers = new Map<string, number>();
for (const name in typeRows) {
  const [, ...own] = typeRows[name] ?? [''];
  for (const [property] of own) if (!numbers.has(property)) numbers.set(property, numbers.size);
}
/** All names that properties have, by their numbers. */
export const propertyNames: readonly string[] = [...numbers.keys()];
const descriptors = new Map<string, TypeDescriptor | undefined>();

/** Whether values of a type are plain text, numbers or truth values (enumerations are not told from types here). */
export function isSimple(type: string): boolean {
  return SIMPLE_TYPES.has(type);
}

/** The descriptor of a type by its name with prefix, undefined if there is none. */
export function typeNamed(name: string): TypeDescriptor | undefined {
  const known = descriptors.get(name);
  if (known || descriptors.has(name)) return known;
  const made = describe(name);
  descriptors.set(name, made);
  return made;
}

/** The values of an enumeration by its name with prefix, undefined if there is none of that name. */
export function enumerationNamed(name: string): readonly string[] | undefined {
  return Object.hasOwn(enumerations, name) ? enumerations[name] : undefined;
}

function describe(name: string): TypeDescriptor | undefined {
  const row = Object.hasOwn(typeRows, name) ? typeRows[name] : undefined;
  const [prefix = '', localName = ''] = name.split(':');
  const home = packagesByPrefix.get(prefix);
  if (!row || !home) return undefined;
  const [superNames, ...own] = row;
  const supers = superNames.replace('!', '').split(' ').filter(Boolean).map(typeNamed);
  const propertiesByName = new Map<string, PropertyDescriptor>();
  for (const inherited of supers) {
    for (const property of inherited?.properties ?? []) propertiesByName.set(property.name, property);
  }
  for (const property of own) {
    // A property that is declared again stands where its last declaration does (the lane sets of a process).
    propertiesByName.delete(property[0]);
    propertiesByName.set(property[0], describeProperty(property, home));
  }
  const properties = [...propertiesByName.values()];
  const slots = new Uint8Array(propertyNames.length).fill(properties.length);
  for (const [slot, { number }] of properties.entries()) slots[number] = slot;
  return {
    name,
    package: home,
    localName,
    isAbstract: superNames.startsWith('!'),
    properties,
    propertiesByName,
    slots,
    blank: [...properties.map(() => undefined), undefined],
    body: properties.find((property) => property.isBody),
    childRules: new Map(),
    allTypes: new Set([name, ...supers.flatMap((one) => [...(one?.allTypes ?? [])])]),
  };
}

function describeProperty([name, type, flags, element = '', fallback]: PropertyRow, home: Package): PropertyDescriptor {
  return {
    name,
    number: numbers.get(name) ?? 0,
    type,
    isAttr: flags.includes('@'),
    isMany: flags.includes('*'),
    isReference: flags.includes('>'),
    isId: flags.includes('#'),
    isBody: flags.includes('$'),
    isVirtual: flags.includes('-'),
    default: fallback,
    element,
    package: home,
  };
}

/** What a child element of a namespace (by package prefix) and local name is to its parent; undefined: not known there. */
export function childRule(parent: TypeDescriptor, prefix: string, localName: string): ChildRule | undefined {
  const key = `${prefix}:${localName}`;
  const known = parent.childRules.get(key);
  if (known) return known;
  const rule = ruleByProperty(parent, prefix, localName) ?? ruleByType(parent, prefix, localName);
  if (rule) parent.childRules.set(key, rule);
  return rule;
}

function ruleByProperty(parent: TypeDescriptor, prefix: string, localName: string): ChildRule | undefined {
  const property = parent.properties.find(
    (one) => one.element === localName && one.package.prefix === prefix && !one.isVirtual,
  );
  if (!property) return undefined;
  const isPlain = property.isReference || isSimple(property.type);
  return { property, type: isPlain ? undefined : typeNamed(property.type) };
}

/** An element named after its type stands for the first property that takes values of the type. */
function ruleByType(parent: TypeDescriptor, prefix: string, localName: string): ChildRule | undefined {
  const type = typeOfElement(prefix, localName);
  if (!type) return undefined;
  const property = parent.properties.find(
    (one) => !one.isAttr && !one.isReference && !one.isVirtual && !one.isBody && type.allTypes.has(one.type),
  );
  return property && { property, type };
}

/** The type of which an XML element is named: `bpmn:task` is a `bpmn:Task`. */
export function typeOfElement(prefix: string, localName: string): TypeDescriptor | undefined {
  const isLowerCase = packagesByPrefix.get(prefix)?.isLowerCase;
  const first = localName.charAt(0);
  // `<bpmn:Task>` is no element of the schema.
  if (isLowerCase && first !== first.toLowerCase()) return undefined;
  return typeNamed(`${prefix}:${isLowerCase ? first.toUpperCase() + localName.slice(1) : localName}`);
}

/** Local name of the XML element of a type: the reverse of `typeOfElement`. */
export function elementOfType(type: TypeDescriptor): string {
  const known = elementNames.get(type);
  if (known !== undefined) return known;
  const { localName } = type;
  const name = type.package.isLowerCase ? localName.charAt(0).toLowerCase() + localName.slice(1) : localName;
  elementNames.set(type, name);
  return name;
}

const elementNames = new Map<TypeDescriptor, string>();
