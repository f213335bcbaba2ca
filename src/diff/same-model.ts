/**
 * Whether two models say the same, found out by walking both at once. A quick proof, and no more: where it does not come about, the
 * models may still say the same, and only matching them tells.
 */
import {
  allElements,
  foreignAttributes as attributesOfForeign,
  attributesSaid,
  type ForeignElement,
  isElement,
  isHeldAsRead,
  type ModelElement,
  ownPropertyOf,
  ownValueOf,
  propertiesSaid,
} from '../model/index.ts';
import type { PropertyDescriptor } from '../schema/index.ts';
import { unorderedLists } from './compare.ts';
import {
  danglingText,
  foreignAttributes,
  foreignElements,
  foreignPrint,
  isContainment,
  isForeign,
  isPlain,
  plainValue,
} from './values.ts';

/**
 * True only if they are equal in everything: types, ids, values, order where it matters, what the standard does not have, the drawing.
 * Values are compared as they are written, so that a model counts as what will be read of its file.
 */
export function isSameModel(one: ModelElement, other: ModelElement): boolean {
  return new Walk().isSame(one, other);
}

/** Lists in which a place in the list says nothing, those of the drawing among them. */
const isUnordered = (name: string): boolean => unorderedLists.has(name) || name === 'planeElement';

interface Referring {
  readonly property: PropertyDescriptor;
  readonly one: ModelElement;
  readonly other: ModelElement;
  readonly isOrdered: boolean;
}

class Walk {
  /** Elements of the one model, each with what it is in the other. */
  readonly #pairs = new Map<ModelElement, ModelElement>();
  /** Compared when all pairs are known. */
  readonly #references: Referring[] = [];
  /** By turns an element of the one model and what it is in the other. */
  readonly #open: ModelElement[] = [];
  readonly #ids = new Set<unknown>();

  isSame(one: ModelElement, other: ModelElement): boolean {
    this.#open.push(one, other);
    for (let its = this.#open.pop(); its; its = this.#open.pop()) {
      const next = this.#open.pop();
      if (!next) break;
      this.#pairs.set(next, its);
      if (!this.#saysTheSame(next, its)) return false;
    }
    return this.#references.every((reference) => this.#refersAlike(reference));
  }

  #saysTheSame(one: ModelElement, other: ModelElement): boolean {
    if (one.$type !== other.$type || !this.#isAlone(one)) return false;
    for (const property of propertiesSaid(one, other)) {
      const { name, isReference, isAttr, isId, isVirtual } = property;
      if (isVirtual) continue;
      const value = ownValueOf(one, property);
      const its = ownValueOf(other, property);
      const isSaid = value !== undefined || its !== undefined;
      if (isReference) {
        if (isSaid || danglingText(one, name) !== danglingText(other, name))
          this.#references.push({ property, one, other, isOrdered: !isAttr && name !== 'flowNodeRef' });
      } else if (isSaid && isContainment(property)) {
        if (!this.#pairParts(value, its, name)) return false;
      } else if (value !== its && (isId || isPlain(property))) {
        if (plainValue(one, property) !== plainValue(other, property)) return false;
      }
    }
    return isSameForeign(one, other);
  }

  /** Whether no element before it has the same id: to which of two a reference leads depends on their order in a file. */
  #isAlone(element: ModelElement): boolean {
    const id = ownPropertyOf(element, 'id');
    if (id === undefined) return true;
    const isNew = !this.#ids.has(id);
    this.#ids.add(id);
    return isNew;
  }

  /** Pairs what two elements contain under a name; false where that does not go without a doubt. */
  #pairParts(value: unknown, its: unknown, name: string): boolean {
    if (isElement(value) && isElement(its)) return this.#pair(value, its);
    const ours = listOf(value);
    const theirs = listOf(its);
    if (ours.length !== theirs.length || !ours.every(isElement)) return false;
    const partners = isUnordered(name) ? partnersOf(ours, theirs) : theirs;
    return ours.every((part, index) => this.#pair(part, partners[index]));
  }

  #pair(part: ModelElement, partner: unknown): boolean {
    if (!isElement(partner)) {
      if (isForeign(partner) && holdsTheSame(part, partner)) return true;
      return isHeldAsRead(part, partner) && [...allElements(part)].every((element) => this.#isAlone(element));
    }
    this.#open.push(part, partner);
    return true;
  }

  #refersAlike({ property, one, other, isOrdered }: Referring): boolean {
    const value = ownValueOf(one, property);
    const its = ownValueOf(other, property);
    const text = danglingText(one, property.name);
    const itsText = danglingText(other, property.name);
    if (isElement(value) && isElement(its) && text === itsText && this.#pairs.get(value) === its) return true;
    const ours = listOf(value);
    const theirs = listOf(its);
    if (ours.length === 0 && theirs.length === 0) return text === itsText;
    if (text !== itsText || ours.length !== theirs.length)
      return writtenIds(ours, text) === writtenIds(theirs, itsText);
    if (isOrdered) return ours.every((target, index) => this.#pairs.get(target as ModelElement) === theirs[index]);
    const left = new Set(theirs);
    return ours.every((target) => left.delete(this.#pairs.get(target as ModelElement)));
  }
}

function hasForeignAttributes(element: ModelElement): boolean {
  for (const name in attributesSaid(element)) if (name !== 'xmlns' && !name.startsWith('xmlns:')) return true;
  return false;
}

function isSameForeign(one: ModelElement, other: ModelElement): boolean {
  if (hasForeignAttributes(one) || hasForeignAttributes(other)) {
    const [ours, theirs] = [foreignAttributes(one), foreignAttributes(other)];
    if (ours.size !== theirs.size) return false;
    for (const [name, { value }] of ours) if (theirs.get(name)?.value !== value) return false;
  }
  return isSameList(foreignElements(one), foreignElements(other));
}

/** Whether the XML that is held for extension elements has the same of vendors in it, and nothing else. */
function holdsTheSame(part: ModelElement, held: ForeignElement): boolean {
  if (!part.$type.endsWith(':ExtensionElements') || hasForeignAttributes(part) || held.$body !== undefined)
    return false;
  return isSameList(foreignElements(part), held.$children);
}

function isSameList(ours: readonly ForeignElement[], theirs: readonly ForeignElement[]): boolean {
  return (
    ours.length === theirs.length && ours.every((element, index) => saysTheSame(element, theirs[index] ?? element))
  );
}

/** Whether two foreign elements do. Prefixes in attributes, which may be others in two files, are left to the prints. */
function saysTheSame(one: ForeignElement, other: ForeignElement): boolean {
  const [ns, its] = [one.$descriptor.ns, other.$descriptor.ns];
  if (ns.uri !== its.uri || ns.localName !== its.localName || one.$body !== other.$body) return false;
  const [ours, theirs] = [attributesOfForeign(one), attributesOfForeign(other)];
  if (ours.size !== theirs.size) return false;
  for (const [name, value] of ours)
    if (name.includes(':') || theirs.get(name) !== value) return foreignPrint(one) === foreignPrint(other);
  return isSameList(one.$children, other.$children);
}

/** References as a file has them: a reader resolves by ids, the same ones in both models. */
function writtenIds(targets: readonly unknown[], dangling: string): string {
  const ids = targets.map((target) => (isElement(target) ? String(ownPropertyOf(target, 'id')) : ''));
  return [...ids, dangling].filter((id) => id !== '').join(' ');
}

function listOf(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : value === undefined ? [] : [value];
}

/** What each of the parts is among the others, in whatever order they stand; what is held as XML stands in the order of ours. */
function partnersOf(ours: readonly ModelElement[], theirs: readonly unknown[]): readonly unknown[] {
  const elements = theirs.filter(isElement);
  const held = theirs.filter((part) => !isElement(part)).values();
  const byKey = new Map<string, ModelElement | undefined>();
  for (const [index, key] of keysOf(elements).entries()) byKey.set(key, elements[index]);
  if (byKey.size < elements.length) return [];
  return keysOf(ours).map((key) => {
    const partner = byKey.get(key) ?? held.next().value;
    byKey.delete(key);
    return partner;
  });
}

/**
 * By its id, an element is the same wherever it stands in a list; without one, a connector by its ends, and all else by its type: the
 * second of those alike is the second there too.
 */
function keysOf(parts: readonly ModelElement[]): string[] {
  const counts = new Map<string, number>();
  return parts.map((part) => {
    const id = ownPropertyOf(part, 'id');
    if (id !== undefined) return String(id);
    const alike = `${part.$type} ${endOf(part, 'sourceRef')} ${endOf(part, 'targetRef')}`;
    const count = (counts.get(alike) ?? 0) + 1;
    counts.set(alike, count);
    return `${alike} ${count}`;
  });
}

function endOf(connector: ModelElement, name: 'sourceRef' | 'targetRef'): string {
  const end = ownPropertyOf(connector, name);
  return isElement(end) ? String(ownPropertyOf(end, 'id')) : danglingText(connector, name);
}
