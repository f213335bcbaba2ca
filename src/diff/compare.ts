/** Everything in which two matched models differ, one fact each; what a reader makes of it is said elsewhere. */
import { childrenOf, type ModelElement } from '../model/index.ts';
import type { PropertyDescriptor } from '../schema/index.ts';
import { compareForeign } from './compare-foreign.ts';
import { contentsOf, elementIn, elementsIn, idOf, isDrawing, isItem, propertyHolding } from './items.ts';
import type { Pairs } from './pairs.ts';
import { danglingText, isContainment, isPlain, plainValue, propertiesOf } from './values.ts';

/** One fact in which an element of the model before differs from its partner. */
export interface Difference {
  readonly before: ModelElement;
  readonly after: ModelElement;
  /**
   * `type`, `id`, `value` (of an attribute, a text), `reference`, `order` (the same, in another
   * order), `place` (held by another element), `part` (a part added or removed). Of what the standard does not have: `foreign` (an attribute, a
   * text), `foreign part` (an element on one side only), `namespace` (the same in another namespace), `holder` (room for it, with nothing in it).
   */
  readonly what:
    | 'type'
    | 'id'
    | 'value'
    | 'reference'
    | 'order'
    | 'place'
    | 'part'
    | 'foreign'
    | 'foreign part'
    | 'namespace'
    | 'holder';
  /** The property; of what the standard does not have its name in words; '' for type and place. */
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
  for (const fact of compareForeign(before, after)) yield { ...pair, ...fact };
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
  const name = propertyHolding;
  for (const part of removed) {
    if (isRoom(part)) yield* compareRooms(before, after, part, undefined);
    else yield { before, after, what: 'part', name: name(part), elementsFrom: [part] };
  }
  for (const part of added) {
    if (isRoom(part)) yield* compareRooms(before, after, undefined, part);
    else yield { before, after, what: 'part', name: name(part), elementsTo: [part] };
  }
}

/** Whether it is there for what the standard does not have. */
function isRoom({ $type }: ModelElement): boolean {
  return $type.endsWith(':ExtensionElements');
}

/** A reader sees what is in there, and not the room. */
function* compareRooms(
  before: ModelElement,
  after: ModelElement,
  removed: ModelElement | undefined,
  added: ModelElement | undefined,
): Generator<Difference> {
  const facts = compareForeign(removed, added);
  for (const fact of facts) yield { before, after, ...fact };
  if (facts.length === 0) yield { before, after, what: 'holder', name: 'extensionElements' };
}
