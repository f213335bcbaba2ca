/** The parts of elements, property by property. */
import { isElement, type ModelElement, ownPropertyOf, ownValueOf } from '../model/index.ts';
import { type PropertyDescriptor, typeNamed } from '../schema/index.ts';

/** Lists of which the order tells nothing. */
const UNORDERED: ReadonlySet<string> = new Set([
  ...[
    'flowElements',
    'artifacts',
    'rootElements',
    'messageFlows',
    'participants',
    'conversations',
    'conversationLinks',
  ],
  ...['planItemDefinitions', 'planItems', 'sentries', 'entryCriteria', 'exitCriteria', 'cases'],
]);

export function isContainment(property: PropertyDescriptor): boolean {
  if (property.isAttr || property.isReference) return false;
  return property.type.includes(':') && typeNamed(property.type) !== undefined;
}

export function listOf(element: ModelElement, property: PropertyDescriptor): readonly ModelElement[] {
  const value = ownValueOf(element, property);
  if (!Array.isArray(value)) return isElement(value) ? [value] : [];
  return value.every(isElement) ? value : value.filter(isElement);
}

export function holdsElement(element: ModelElement, name: string): boolean {
  const value = ownPropertyOf(element, name);
  return Array.isArray(value) && value.some(isElement);
}

/** The place in another order (1 is the first) of each part of a list; undefined where they stand alike, one is not there, or their order tells nothing. */
export function placesIn(
  { name }: PropertyDescriptor,
  list: readonly ModelElement[],
  order: readonly ModelElement[],
): readonly number[] | undefined {
  if (UNORDERED.has(name) || list.every((one, index) => one === order[index])) return undefined;
  const places = new Map(order.map((one, index) => [one, index + 1]));
  const found = list.flatMap((one) => places.get(one) ?? []);
  return found.length === list.length ? found : undefined;
}
