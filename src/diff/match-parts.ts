/** Pairs of what has no name of its own, inside of pairs: conditions, triggers, sentries, documentation. */
import { childrenOf, is, type ModelElement } from '../model/index.ts';
import { elementIn, elementsIn, familyOf, idOf, isDrawing, isItem, nameOf, propertyHolding } from './items.ts';
import type { Pairs } from './pairs.ts';
import { printOf } from './print.ts';

/** References whose targets are one with what refers to them. */
const oneWith = ['definitionRef', 'dataObjectRef', 'sentryRef', 'processRef'];

/** Matches the parts of all pairs, and what is one with them. */
export function matchParts(pairs: Pairs): void {
  // A map grows while it is walked: parts have parts.
  for (const [before, after] of pairs.afterOf) {
    followReferences(pairs, before, after);
    const [ours, theirs] = pairs.open(partsOf(before), partsOf(after));
    if (ours.length === 0 || theirs.length === 0) continue;
    const key = (part: ModelElement) => `${propertyHolding(part)} ${familyOf(part)}`;
    pairs.addUnique(ours, theirs, (part) => (idOf(part) === '' ? undefined : `${key(part)} ${idOf(part)}`));
    addInOrder(pairs, ours, theirs, (part) => `${key(part)} ${printOf(part, pairs)}`);
    addInOrder(pairs, ours, theirs, (part) => (is(part, 'cmmn:Sentry') ? undefined : `${key(part)} ${ownName(part)}`));
  }
}

/** The name by which a reader tells a part from others of its kind: that of data, and of the data that an association fills or reads. */
function ownName(part: ModelElement): string {
  if (is(part, 'bpmn:ItemAwareElement')) return nameOf(part);
  if (!is(part, 'bpmn:DataAssociation')) return '';
  const end = is(part, 'bpmn:DataOutputAssociation') ? elementsIn(part, 'sourceRef')[0] : elementIn(part, 'targetRef');
  return end ? nameOf(end) : '';
}

/** What a pair refers to, each to one that nobody has taken, is a pair as well. */
function followReferences(pairs: Pairs, before: ModelElement, after: ModelElement): void {
  for (const property of oneWith) {
    const [one, other] = [elementIn(before, property), elementIn(after, property)];
    if (!one || !other || familyOf(one) !== familyOf(other)) continue;
    if (!pairs.afterOf.has(one) && !pairs.beforeOf.has(other)) pairs.add(one, other);
  }
}

function partsOf(element: ModelElement): ModelElement[] {
  return childrenOf(element).filter((child) => !isItem(child) && !isDrawing(child));
}

function addInOrder(
  pairs: Pairs,
  before: readonly ModelElement[],
  after: readonly ModelElement[],
  key: (part: ModelElement) => string | undefined,
): void {
  const [ours, theirs] = pairs.open(before, after);
  const waiting = Map.groupBy(theirs, key);
  for (const part of ours) {
    const its = key(part);
    const other = its === undefined ? undefined : waiting.get(its)?.shift();
    if (other) pairs.add(part, other);
  }
}
