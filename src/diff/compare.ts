/** Everything in which two matched models differ, one fact each; what a reader makes of it is said elsewhere. */
import { childrenOf, type ForeignElement, type ModelElement } from '../model/index.ts';
import type { PropertyDescriptor } from '../schema/index.ts';
import { contentsOf, elementIn, elementsIn, idOf, isDrawing, isItem, propertyHolding } from './items.ts';
import type { Pairs } from './pairs.ts';
import {
  danglingText,
  foreignAttributes,
  foreignElements,
  foreignPrint,
  foreignText,
  isContainment,
  isPlain,
  plainValue,
  propertiesOf,
} from './values.ts';

/** One fact in which an element of the model before differs from its partner. */
export interface Difference {
  readonly before: ModelElement;
  readonly after: ModelElement;
  /**
   * `type`, `id`, `value` (of an attribute, a text), `reference`, `foreign` (what the standard does not have), `order` (the same, in another
   * order), `place` (held by another element), `part` (a part added or removed).
   */
  readonly what: 'type' | 'id' | 'value' | 'reference' | 'foreign' | 'order' | 'place' | 'part';
  /** The property or foreign attribute; '' for type and place. */
  readonly name: string;
  /** What was said before, for people; undefined: nothing. */
  readonly from?: string | undefined;
  readonly to?: string | undefined;
  /** What was referred to, or the part that was there. */
  readonly elementsFrom?: readonly ModelElement[];
  readonly elementsTo?: readonly ModelElement[];
}

/** All differences of two models, and the items that only one of them has, whole trees by their tops too. */
export interface Comparison {
  readonly differences: readonly Difference[];
  readonly added: readonly ModelElement[];
  readonly removed: readonly ModelElement[];
}

/** Compares every pair, whatever the reader will be told. */
export function compare(before: ModelElement, after: ModelElement, pairs: Pairs): Comparison {
  const differences: Difference[] = [];
  const removed: ModelElement[] = [];
  const added: ModelElement[] = [];
  for (const element of contentsOf(before)) {
    const partner = pairs.afterOf.get(element);
    if (partner) differences.push(...comparePair(element, partner, pairs));
    else if (isItem(element)) removed.push(element);
  }
  for (const element of contentsOf(after)) if (!pairs.beforeOf.has(element) && isItem(element)) added.push(element);
  return { differences, added, removed };
}

function* comparePair(before: ModelElement, after: ModelElement, pairs: Pairs): Generator<Difference> {
  const pair = { before, after };
  if (before.$type !== after.$type) yield { ...pair, what: 'type', name: '', from: before.$type, to: after.$type };
  if (idOf(before) !== idOf(after)) yield { ...pair, what: 'id', name: 'id', from: idOf(before), to: idOf(after) };
  const isHeldAlike = before.$parent
    ? pairs.isPair(before.$parent, after.$parent) && propertyHolding(before) === propertyHolding(after)
    : !after.$parent;
  if (!isHeldAlike) yield { ...pair, what: 'place', name: '' };
  for (const property of propertiesOf(before, after)) {
    if (property.isVirtual || property.isId) continue;
    if (isPlain(property)) yield* compareValues(before, after, property);
    else if (property.isReference) yield* compareReferences(before, after, property, pairs);
    else if (isContainment(property)) yield* compareOrder(before, after, property, pairs);
  }
  yield* comparePartsOnOneSide(before, after, pairs);
  yield* compareForeign(before, after);
}

function* compareValues(
  before: ModelElement,
  after: ModelElement,
  property: PropertyDescriptor,
): Generator<Difference> {
  const [from, to] = [plainValue(before, property), plainValue(after, property)];
  if (from !== to) yield { before, after, what: 'value', name: property.name, from, to };
}

function* compareReferences(
  before: ModelElement,
  after: ModelElement,
  { name, isMany, isAttr }: PropertyDescriptor,
  pairs: Pairs,
): Generator<Difference> {
  const [elementsFrom, elementsTo] = [before, after].map((element) => {
    if (isMany) return elementsIn(element, name);
    const target = elementIn(element, name);
    return target ? [target] : [];
  }) as [readonly ModelElement[], readonly ModelElement[]];
  const [from, to] = [danglingText(before, name), danglingText(after, name)];
  const ours = elementsFrom.map((one) => pairs.numberOf(one) ?? '-');
  const theirs = elementsTo.map((one) => pairs.numberOf(one) ?? '+');
  if (from === to && ours.join() === theirs.join()) return;
  const isSame = from === to && ours.toSorted().join() === theirs.toSorted().join();
  // Lists in attributes, and the steps of a lane, are sets.
  if (isSame && (isAttr || name === 'flowNodeRef')) return;
  yield { before, after, what: isSame ? 'order' : 'reference', name, from, to, elementsFrom, elementsTo };
}

/** Lists in which the order says nothing. */
export const unorderedLists: ReadonlySet<string> = new Set([
  'flowElements',
  'artifacts',
  'rootElements',
  'participants',
  'messageFlows',
  'conversations',
  'conversationLinks',
  'correlationKeys',
  'planItems',
  'planItemDefinitions',
  'sentries',
  'entryCriteria',
  'exitCriteria',
  'role',
  'cases',
]);

function* compareOrder(
  before: ModelElement,
  after: ModelElement,
  { name, isMany }: PropertyDescriptor,
  pairs: Pairs,
): Generator<Difference> {
  if (!isMany || unorderedLists.has(name)) return;
  const elementsFrom = elementsIn(before, name).filter((one) => !isDrawing(one) && isIn(pairs.afterOf.get(one), after));
  const elementsTo = elementsIn(after, name).filter((one) => !isDrawing(one) && isIn(pairs.beforeOf.get(one), before));
  if (elementsFrom.every((one, index) => pairs.afterOf.get(one) === elementsTo[index])) return;
  yield { before, after, what: 'order', name, elementsFrom, elementsTo };
}

function isIn(element: ModelElement | undefined, parent: ModelElement): boolean {
  return element?.$parent === parent;
}

/** Items of one side only are told by themselves. */
function* comparePartsOnOneSide(before: ModelElement, after: ModelElement, pairs: Pairs): Generator<Difference> {
  const isPart = (child: ModelElement) => !isItem(child) && !isDrawing(child);
  const [removed, added] = pairs.open(childrenOf(before).filter(isPart), childrenOf(after).filter(isPart));
  for (const part of removed) yield { before, after, what: 'part', name: propertyHolding(part), elementsFrom: [part] };
  for (const part of added) yield { before, after, what: 'part', name: propertyHolding(part), elementsTo: [part] };
}

function* compareForeign(before: ModelElement, after: ModelElement): Generator<Difference> {
  const [ours, theirs] = [foreignAttributes(before), foreignAttributes(after)];
  for (const key of new Set([...ours.keys(), ...theirs.keys()])) {
    const [from, to] = [ours.get(key), theirs.get(key)];
    if (from?.value === to?.value) continue;
    const name = to?.name ?? from?.name ?? key;
    yield { before, after, what: 'foreign', name, from: from?.value, to: to?.value };
  }
  yield* compareForeignElements(before, after);
}

/** Those of one name are compared in their order; their order among those of other names counts only where all else is the same. */
function* compareForeignElements(before: ModelElement, after: ModelElement): Generator<Difference> {
  const [ours, theirs] = [foreignElements(before), foreignElements(after)];
  if (ours.map(foreignPrint).join() === theirs.map(foreignPrint).join()) return;
  const nameOf = ({ $descriptor: { ns } }: ForeignElement) => `{${ns.uri}}${ns.localName}`;
  const [groups, others] = [Map.groupBy(ours, nameOf), Map.groupBy(theirs, nameOf)];
  let isSaid = false;
  for (const name of new Set([...groups.keys(), ...others.keys()])) {
    const [left, right] = withoutCommon(groups.get(name) ?? [], others.get(name) ?? []);
    for (let index = 0; index < Math.max(left.length, right.length); index++) {
      const [from, to] = [left[index], right[index]];
      isSaid = true;
      const title = (to ?? from)?.$type ?? name;
      yield { before, after, what: 'foreign', name: title, from: from && foreignText(from), to: to && foreignText(to) };
    }
  }
  if (!isSaid) yield { before, after, what: 'order', name: 'extensionElements' };
}

/** Both lists without what is in both. */
function withoutCommon(
  ours: readonly ForeignElement[],
  theirs: readonly ForeignElement[],
): [ForeignElement[], ForeignElement[]] {
  const waiting = Map.groupBy(theirs, foreignPrint);
  const left = ours.filter((one) => waiting.get(foreignPrint(one))?.shift() === undefined);
  const open = new Set([...waiting.values()].flat());
  return [left, theirs.filter((one) => open.has(one))];
}
