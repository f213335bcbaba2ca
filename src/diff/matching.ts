/** Which element of one model is which of another. */
import type { ModelElement } from '../model/index.ts';
import { endsOf, familyOf, idOf, isConnection, isItem, nameOf, ownerOf } from './items.ts';
import { matchByNeighbours } from './match-neighbours.ts';
import { matchParts } from './match-parts.ts';
import { Neighbourhood } from './neighbours.ts';
import { groupsOf, type Key, type Matching, Pairs } from './pairs.ts';

/**
 * Finds in two models, both of BPMN or both of CMMN, the elements that are the same: those of one id; then those of one type and name;
 * then those that stand between the same neighbours (flows, host, sentries, references, place in the file). So an element is
 * followed whose id or label is another. An id alone does not count where a tool counts ids through (`end2`): such elements
 * have no name, or one that others have, and go by their neighbours first. Drawings are left out. Depends on nothing but
 * the two models, and the other way round the pairs are the same.
 *
 * @param before root of the first model
 * @param after root of the second model
 */
export function matchElements(before: ModelElement, after: ModelElement): Matching {
  return matchAll(before, after);
}

/**
 * The same, with the numbers of the pairs.
 * @param areIdsKept whether one id is one element, whatever it is called and stands among: so it is where the second model was written from the first
 */
export function matchAll(before: ModelElement, after: ModelElement, areIdsKept = false): Pairs {
  const pairs = new Pairs();
  const [ours, theirs] = [new Neighbourhood(before), new Neighbourhood(after)];
  pairs.add(before, after);
  const nodes = [ours, theirs].map(({ items }) => items.filter((item) => !isConnection(item))) as Sides;
  const lines = [ours, theirs].map(({ items }) => items.filter(isConnection)) as Sides;
  if (areIdsKept) pairs.addUnique(...nodes, idKey);
  matchById(pairs, nodes);
  matchByName(pairs, nodes);
  matchByNeighbours(pairs, ours, theirs);
  matchLines(pairs, lines);
  matchParts(pairs);
  return pairs;
}

type Sides = [ModelElement[], ModelElement[]];

/** One id and a name of their own on both sides, or names that differ: what was renamed keeps its id. */
function matchById(pairs: Pairs, nodes: Sides): void {
  const [before, after] = pairs.open(...nodes);
  const counts = [countsOf(before), countsOf(after)];
  const found = new Pairs();
  found.addUnique(before, after, idKey);
  for (const [one, other] of found.afterOf) {
    const isKnownByName = [one, other].every((each, side) => counts[side]?.get(nameKey(each) ?? '') === 1);
    if (isKnownByName) pairs.add(one, other);
  }
}

function countsOf(elements: readonly ModelElement[]): Map<string, number> {
  const counts = new Map<string, number>();
  for (const element of elements) {
    const key = nameKey(element);
    if (key !== undefined) counts.set(key, (counts.get(key) ?? 0) + 1);
  }
  return counts;
}

function idKey(element: ModelElement): string | undefined {
  const id = idOf(element);
  return id === '' ? undefined : `${familyOf(element)} ${id}`;
}

function nameKey(element: ModelElement): string | undefined {
  const name = nameOf(element);
  return name === '' ? undefined : `${element.$type} ${name}`;
}

/** Type and name, first in the same surroundings, then anywhere; then the name alone, for what became another type. */
function matchByName(pairs: Pairs, nodes: Sides): void {
  const inPlace = (key: Key) => (element: ModelElement) => {
    const [where, what] = [pairs.numberOf(ownerOf(element)), key(element)];
    return where === undefined || what === undefined ? undefined : `${where} ${what}`;
  };
  const familyAndName: Key = (element) =>
    nameOf(element) === '' ? undefined : `${familyOf(element)} ${nameOf(element)}`;
  pairs.addUnique(...pairs.open(...nodes), inPlace(nameKey));
  pairs.addUnique(...pairs.open(...nodes), nameKey);
  pairs.addUnique(...pairs.open(...nodes), inPlace(familyAndName));
}

/**
 * Lines go by their ends: with the same id and name, then the same name, then in their order. What is left and has one end and the
 * name in common was led elsewhere, and so was what has the same id.
 */
function matchLines(pairs: Pairs, lines: Sides): void {
  const pair = (key: (line: ModelElement, ends: readonly (number | undefined)[]) => string | undefined) => {
    const its: Key = (line) =>
      key(
        line,
        endsOf(line).map((end) => pairs.numberOf(end)),
      );
    pairs.addUnique(...pairs.open(...lines), its);
  };
  const both = ({ $type }: ModelElement, [source, target]: readonly (number | undefined)[]) =>
    source === undefined || target === undefined ? undefined : `${$type} ${source}>${target}`;
  pair((line, ends) => both(line, ends) && `${both(line, ends)} ${idOf(line)} ${nameOf(line)}`);
  pair((line, ends) => both(line, ends) && `${both(line, ends)} ${nameOf(line)}`);
  addInOrder(pairs, lines, (line) =>
    both(
      line,
      endsOf(line).map((end) => pairs.numberOf(end)),
    ),
  );
  for (const end of [0, 1]) {
    pair((line, ends) =>
      ends[end] === undefined || !nameOf(line) ? undefined : `${line.$type} ${ends[end]} ${nameOf(line)}`,
    );
  }
  // One among steps that were added all is no line of before, though a tool has used its id again. Parts have no pairs yet.
  const isAmongOthers = (line: ModelElement) =>
    endsOf(line).every((end) => end !== undefined && isItem(end) && pairs.numberOf(end) === undefined);
  pairs.addUnique(...pairs.open(...lines), (line) => (isAmongOthers(line) ? undefined : idKey(line)));
  for (const end of [0, 1]) pair((line, ends) => (ends[end] === undefined ? undefined : `${line.$type} ${ends[end]}`));
  // Lines that lead nowhere, as drawing tools leave them behind.
  addInOrder(pairs, lines, (line) => {
    if (isAmongOthers(line)) return undefined;
    const ends = endsOf(line).map((end) => pairs.numberOf(end));
    return ends.every((end) => end !== undefined) ? undefined : `${line.$type} ${ends.join('>')} ${nameOf(line)}`;
  });
}

/** Several lines between the same ends: the first is the first. */
function addInOrder(pairs: Pairs, lines: Sides, key: Key): void {
  const [before, after] = pairs.open(...lines);
  const theirs = groupsOf(after, key);
  for (const [its, ours] of groupsOf(before, key)) {
    for (const [index, line] of ours.entries()) {
      const other = theirs.get(its)?.[index];
      if (other) pairs.add(line, other);
    }
  }
}
