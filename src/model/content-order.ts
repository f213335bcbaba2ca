/** What to write inside an element, in which order: as it was read where it was, new things where the schema has them. */

import type { PropertyDescriptor, TypeDescriptor } from '../schema/index.ts';
import { referencesIn, valueOfText } from './attribute-values.ts';
import { isContainment, ModelObject, ownPropertyOf } from './element-class.ts';
import { ForeignObject } from './foreign-element.ts';
import type { Part, Source } from './source.ts';
import { escapeText } from './xml-escape.ts';

/**
 * One thing to write: finished XML, an element, what a child of a value or reference says, or a foreign element. `part` is
 * what it stands for in the source; new things have none.
 */
export type Piece =
  | { readonly xml: string; readonly part?: Part }
  | { readonly property: PropertyDescriptor; readonly element: ModelObject; readonly part?: Part }
  | { readonly property: PropertyDescriptor; readonly text: string }
  | { readonly foreign: ForeignObject };

/** What is left to write of a property: its values in order, and references to what is not in the model. */
interface Queue {
  readonly property: PropertyDescriptor;
  readonly values: readonly unknown[];
  readonly unresolved: string[];
  /** Index of the first value that is not written. */
  next: number;
}

/** The content of an element that was read as pieces in order. */
export function contentAsRead(element: ModelObject, source: Source): Piece[] {
  const { parts } = source;
  const queues = queuesOf(element, source);
  const lastParts = new Map(parts.map((part) => [part.property, part]));
  const unplaced = element.descriptor.properties.filter((one) => queues.has(one) && !lastParts.has(one));
  const pieces: Piece[] = [];
  for (const part of parts) {
    const { property } = part;
    const queue = property && queues.get(property);
    if (!property || !queue) {
      if (!property) pieces.push(verbatim(part, source));
      continue;
    }
    addBefore(property, unplaced, element, queues, pieces);
    addPart(part, queue, source, pieces);
    if (lastParts.get(property) === part) addRest(queue, pieces);
  }
  for (const property of unplaced) addRest(queues.get(property), pieces);
  return pieces;
}

const childProperties = new WeakMap<TypeDescriptor, readonly PropertyDescriptor[]>();

/** The properties that are no attributes. */
export function childPropertiesOf(type: TypeDescriptor): readonly PropertyDescriptor[] {
  const known = childProperties.get(type);
  if (known) return known;
  const found = type.properties.filter((property) => !property.isAttr && !property.isVirtual);
  childProperties.set(type, found);
  return found;
}

function queuesOf(element: ModelObject, source: Source): Map<PropertyDescriptor, Queue> {
  const queues = new Map<PropertyDescriptor, Queue>();
  for (const property of childPropertiesOf(element.descriptor)) {
    const unresolved = [...(ModelObject.unresolvedOf(element)?.get(property.name) ?? [])];
    const values = valuesOf(element, property, source);
    if (values.length > 0 || unresolved.length > 0) queues.set(property, { property, values, unresolved, next: 0 });
  }
  return queues;
}

/**
 * The values of a property that are to be written. The text of an element, and foreign elements that nobody has looked
 * at, are still as they were read: there the parts of the source stand for themselves.
 */
function valuesOf(element: ModelObject, property: PropertyDescriptor, source: Source): readonly unknown[] {
  const value = ModelObject.ownValue(element, property);
  const isAsRead = property.isBody ? value === source.body : property.type === 'Element' && value === undefined;
  if (isAsRead && !property.isReference) return source.parts.filter((part) => part.property === property);
  const values: readonly unknown[] = Array.isArray(value) ? value : [value];
  return values.filter((one) => canBeWritten(property, one));
}

/** Whether there is a value, and a way to name it. */
export function canBeWritten(property: PropertyDescriptor, value: unknown): boolean {
  if (value === undefined || !property.isReference) return value !== undefined;
  return value instanceof ModelObject && idOf(value) !== undefined;
}

/** New things that the schema has before a property come before its first part. */
function addBefore(
  property: PropertyDescriptor,
  unplaced: PropertyDescriptor[],
  element: ModelObject,
  queues: ReadonlyMap<PropertyDescriptor, Queue>,
  pieces: Piece[],
): void {
  const order = element.descriptor.properties;
  for (let first = unplaced[0]; first && order.indexOf(first) < order.indexOf(property); first = unplaced[0]) {
    unplaced.shift();
    addRest(queues.get(first), pieces);
  }
}

/** A part and the new values before it; nothing if the model does not have it any more. */
function addPart(part: Part, queue: Queue, source: Source, pieces: Piece[]): void {
  const { property, values } = queue;
  if (property.isReference) {
    const index = queue.unresolved.findIndex((text) => referencesIn(property, part.text).includes(text));
    if (index >= 0) {
      queue.unresolved.splice(index, 1);
      pieces.push(verbatim(part, source));
      return;
    }
  }
  // Nearly always the next one: nothing was changed there.
  let found = queue.next;
  while (found < values.length && !isSame(part, values[found], property)) found++;
  if (found === values.length) return;
  for (const value of values.slice(queue.next, found)) pieces.push(fresh(property, value));
  queue.next = found + 1;
  const value = values[found];
  const isElement = value instanceof ModelObject && !property.isReference;
  pieces.push(isElement ? { property, element: value, part } : verbatim(part, source));
}

/** Whether a part still says what a value of the model does. */
function isSame(part: Part, value: unknown, property: PropertyDescriptor): boolean {
  if (part === value || (part.element !== undefined && part.element === value)) return true;
  if (property.isReference) return value instanceof ModelObject && names(part.text, idOf(value));
  return !property.isBody && !isContainment(property) && valueOfText(property, part.text) === value;
}

/** Whether a reference, with or without a prefix, names an id. */
export function names(reference: string, id: string | undefined): boolean {
  const text = reference.trim();
  return id !== undefined && (text === id || text.slice(text.indexOf(':') + 1) === id);
}

/** The id of an element. */
export function idOf(element: ModelObject): string | undefined {
  const id = ownPropertyOf(element, 'id');
  return typeof id === 'string' ? id : undefined;
}

function verbatim(part: Part, source: Source): Piece {
  const written = part.end > 0 ? source.document.text.slice(part.start, part.end) : part.text;
  return { xml: part.changed ?? written, part };
}

/** What of a property is not written yet. */
function addRest(queue: Queue | undefined, pieces: Piece[]): void {
  if (!queue) return;
  const { property, values, unresolved } = queue;
  for (const value of values.slice(queue.next)) pieces.push(fresh(property, value));
  for (const text of unresolved) pieces.push({ property, text });
}

/** A value that does not stand in the source. */
export function fresh(property: PropertyDescriptor, value: unknown): Piece {
  if (value instanceof ForeignObject) return { foreign: value };
  if (property.isBody) return { xml: escapeText(String(value)) };
  if (!(value instanceof ModelObject)) return { property, text: String(value) };
  return property.isReference ? { property, text: idOf(value) ?? '' } : { property, element: value };
}
