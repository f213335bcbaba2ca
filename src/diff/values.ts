/** What an element says besides the elements in it, as texts that can be compared. */
import {
  attributeNamespaceAt,
  attributesSaid,
  type ForeignElement,
  keptElements,
  type ModelElement,
  namespaceAt,
  ownValueOf,
  referenceText,
  valuesWithAttributes,
} from '../model/index.ts';
import { type PropertyDescriptor, typeNamed } from '../schema/index.ts';

/** Whether the values of a property are elements of the standards that the element contains. */
export function isContainment({ isAttr, isReference, isVirtual, type }: PropertyDescriptor): boolean {
  return !isAttr && !isReference && !isVirtual && type.includes(':');
}

/** Whether its values are attributes, texts and numbers. */
export function isPlain(property: PropertyDescriptor): boolean {
  return (
    !property.isReference &&
    !property.isVirtual &&
    !property.isId &&
    !isContainment(property) &&
    property.type !== 'Element'
  );
}

/** The properties that two elements have between them, which may be of two types; each once. */
export function propertiesOf(before: ModelElement, after: ModelElement): Iterable<PropertyDescriptor> {
  const ours = typeNamed(before.$type);
  if (before.$type === after.$type) return ours?.properties ?? [];
  const theirs = typeNamed(after.$type);
  return new Map([...(ours?.propertiesByName ?? []), ...(theirs?.propertiesByName ?? [])]).values();
}

/** The value of a plain property, with the standard's default; undefined where nothing is said. */
export function plainValue(element: ModelElement, property: PropertyDescriptor): string | undefined {
  const { name, type, isBody, default: fallback } = property;
  const value = ownValueOf(element, property) ?? fallback;
  // A text with nothing in it is written as none is.
  if (isBody && value === '') return undefined;
  if (value !== undefined && value !== null) return String(value);
  // A sequence flow that does not say whether it is immediate leaves that to the kind of the process; all else is then false.
  return type === 'Boolean' && name !== 'isImmediate' ? 'false' : undefined;
}

/** Attributes by their name with the namespace in braces, each with the name as written. */
export type ForeignAttributes = ReadonlyMap<string, { readonly name: string; readonly value: string }>;

/** Attributes that the standard does not have. */
export function foreignAttributes(element: ModelElement): ForeignAttributes {
  const found = new Map<string, { name: string; value: string }>();
  for (const [name, value] of Object.entries(attributesSaid(element))) {
    if (name === 'xmlns' || name.startsWith('xmlns:')) continue;
    const [prefix = '', local = name] = name.split(':', 2);
    const uri = name.includes(':') ? (attributeNamespaceAt(element, prefix) ?? prefix) : '';
    found.set(`{${uri}}${local}`, { name, value });
  }
  return found;
}

/** The foreign elements of an element: those where the standard has room for them, those that were kept, and values with attributes of their own. */
export function foreignElements(element: ModelElement): readonly ForeignElement[] {
  const rooms = roomsOf(element.$type);
  const kept = keptElements(element);
  const values = valuesWithAttributes(element);
  if (rooms.length + kept.length + values.length === 0) return kept;
  const inRooms = rooms.flatMap((name) => element.get(name)).filter(isForeign);
  return kept.length + values.length === 0 ? inRooms : [...inRooms, ...kept, ...values];
}

const roomsByType = new Map<string, readonly string[]>();

/** The properties of a type that hold what the standard does not have; asked for every element, so remembered. */
function roomsOf(type: string): readonly string[] {
  const known = roomsByType.get(type);
  if (known) return known;
  const properties = (typeNamed(type)?.properties ?? []).filter((one) => one.type === 'Element' && !one.isReference);
  const found = properties.map(({ name }) => name);
  roomsByType.set(type, found);
  return found;
}

export function isForeign(value: unknown): value is ForeignElement {
  return typeof value === 'object' && value !== null && '$children' in value && '$descriptor' in value;
}

/** A foreign element in full, whatever its prefix is: for comparing. */
export function foreignPrint(element: ForeignElement): string {
  const { uri, localName } = element.$descriptor.ns;
  const attributes = attributesOf(element).map(
    ([name, value]) => `${expanded(element, name)}=${JSON.stringify(value)}`,
  );
  const inside = [
    element.$body === undefined ? '' : JSON.stringify(element.$body),
    ...element.$children.map(foreignPrint),
  ];
  return `<{${uri}}${localName} ${attributes.sort().join(' ')}>${inside.join('')}</>`;
}

function expanded(element: ForeignElement, name: string): string {
  const [prefix = '', local] = name.split(':', 2);
  return local === undefined ? name : `{${namespaceAt(element, prefix) ?? prefix}}${local}`;
}

/** The attributes of a foreign element; those without a prefix are in no namespace. */
export function attributesOfForeign(element: ForeignElement): ForeignAttributes {
  return new Map(attributesOf(element).map(([name, value]) => [expanded(element, name), { name, value }]));
}

/**
 * What a foreign element says beside its name, for people: `type="pay" retries="3"`.
 * @param without the name of an attribute that is said elsewhere
 */
export function foreignText(element: ForeignElement, without?: string): string {
  const shown = attributesOf(element).filter(([name]) => name !== without);
  const attributes = shown.map(([name, value]) => `${name}="${value}"`);
  const body = element.$body?.trim();
  const inside = element.$children.map((child) => `${child.$type} (${foreignText(child)})`);
  return [...attributes, ...(body ? [body] : []), ...inside].join(' ');
}

function attributesOf(element: ForeignElement): [string, string][] {
  return Object.entries(element).flatMap(([name, value]) =>
    name.startsWith('$') || typeof value !== 'string' ? [] : [[name, value] as [string, string]],
  );
}

/** What a reference says whose target is not in the model. */
export function danglingText(element: ModelElement, property: string): string {
  return referenceText(element, property) ?? '';
}
