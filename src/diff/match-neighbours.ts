/** Pairs by what stands around. */
import type { ModelElement } from '../model/index.ts';
import { familyOf, idOf, isConnection, nameOf, ownerOf } from './items.ts';
import { likeness, type Neighbourhood } from './neighbours.ts';
import type { Pairs } from './pairs.ts';

/** More than these stand to one element in one way only where that says nothing, such as the steps of a lane. */
const MOST_CANDIDATES = 60;

/** Shares of the neighbours that must be the same: without and with a like name. */
const ENOUGH = 0.75;
const ENOUGH_WITH_NAME = 0.5;
const LIKE = 0.5;

interface Candidate {
  readonly before: ModelElement;
  readonly after: ModelElement;
  readonly score: number;
  /** Sum of both places in the files: what comes first is matched first. */
  readonly rank: number;
}

/**
 * Makes pairs of the elements that have enough neighbours in common, the most alike first, and goes on until there is no more: each
 * pair makes neighbours of further ones. What remains goes by its id, then by its name and its order.
 */
export function matchByNeighbours(pairs: Pairs, before: Neighbourhood, after: Neighbourhood): void {
  const search = new Search(pairs, before, after);
  const spread = () => {
    while (search.round((pair) => search.isAlike(pair))) {}
  };
  spread();
  while (search.round(({ before: one, after: other }) => isSameId(one, other) || isSameName(one, other))) {}
  spread();
  // One at a time, as each tells of others.
  while (search.best((pair) => search.isPossible(pair))) spread();
}

type Pair = Pick<Candidate, 'before' | 'after'>;

class Search {
  readonly #pairs: Pairs;
  readonly #before: Neighbourhood;
  readonly #after: Neighbourhood;
  readonly #rankBefore: ReadonlyMap<ModelElement, number>;
  readonly #rankAfter: ReadonlyMap<ModelElement, number>;

  constructor(pairs: Pairs, before: Neighbourhood, after: Neighbourhood) {
    this.#pairs = pairs;
    this.#before = before;
    this.#after = after;
    this.#rankBefore = new Map(before.items.map((item, index) => [item, index]));
    this.#rankAfter = new Map(after.items.map((item, index) => [item, index]));
  }

  /** Pairs the candidates that are fit, the best first; whether there was one. */
  round(isFit: (pair: Pair) => boolean): boolean {
    const candidates = this.#candidates().filter(isFit);
    for (const { before, after } of candidates) {
      if (!this.#pairs.afterOf.has(before) && !this.#pairs.beforeOf.has(after)) this.#pairs.add(before, after);
    }
    return candidates.length > 0;
  }

  /** Pairs the best candidate that is fit, and those as good, which are about others; whether there was one. */
  best(isFit: (pair: Pair) => boolean): boolean {
    const candidates = this.#candidates().filter(isFit);
    const [best] = candidates;
    for (const { before, after, score, rank } of candidates) {
      if (score === best?.score && rank === best.rank) this.#pairs.add(before, after);
    }
    return best !== undefined;
  }

  #candidates(): Candidate[] {
    const isOpen = (item: ModelElement) => !isConnection(item);
    const [ours, theirs] = this.#pairs.open(this.#before.items.filter(isOpen), this.#after.items.filter(isOpen));
    const byKey = groupedBy(theirs, (item) => this.#keysAfter(item));
    const ownByKey = groupedBy(ours, (item) => this.#keysBefore(item));
    const count = (key: string) => Math.max(byKey.get(key)?.length ?? 0, ownByKey.get(key)?.length ?? 0);
    const candidates = ours.flatMap((before) => {
      const keys = this.#keysBefore(before).filter((key) => count(key) <= MOST_CANDIDATES);
      const near = new Set(keys.flatMap((key) => byKey.get(key) ?? []));
      return [...near].map((after) => this.#candidate(before, after));
    });
    return candidates.sort((a, b) => b.score - a.score || a.rank - b.rank);
  }

  /** By one of these an element is a candidate: a neighbour, the id, the name. */
  #keysAfter(item: ModelElement): string[] {
    const near = this.#after.of(item).flatMap(({ relation, element }) => {
      const rank = this.#pairs.beforeOf.has(element) ? this.#rankAfter.get(element) : undefined;
      return rank === undefined ? [] : [`${relation} ${rank}`];
    });
    return [...near, ...ownKeys(item, this.#pairs)].map((key) => `${familyOf(item)} ${key}`);
  }

  #keysBefore(item: ModelElement): string[] {
    const near = this.#before.of(item).flatMap(({ relation, element }) => {
      const partner = this.#pairs.afterOf.get(element);
      return partner ? [`${relation} ${this.#rankAfter.get(partner)}`] : [];
    });
    return [...near, ...ownKeys(item, this.#pairs)].map((key) => `${familyOf(item)} ${key}`);
  }

  #candidate(before: ModelElement, after: ModelElement): Candidate {
    const { common, possible } = this.#shared(before, after);
    const score =
      2 * common +
      possible / 2 +
      (isSameId(before, after) ? 1 : 0) +
      (before.$type === after.$type ? 1 : 0) +
      2 * likeness(nameOf(before), nameOf(after)) +
      (this.#pairs.isPair(ownerOf(before), ownerOf(after)) ? 0.5 : 0);
    return { before, after, score, rank: (this.#rankBefore.get(before) ?? 0) + (this.#rankAfter.get(after) ?? 0) };
  }

  /** Whether two elements are to be taken for the same by what stands around them. */
  isAlike({ before, after }: Pair): boolean {
    const { common, possible, most } = this.#shared(before, after);
    if (common === 0) return false;
    const share = (common + possible / 2) / most;
    const names = likeness(nameOf(before), nameOf(after));
    if (before.$type !== after.$type) return share >= ENOUGH && names >= LIKE;
    return share >= ENOUGH || (share >= ENOUGH_WITH_NAME && names >= LIKE);
  }

  /** Whether nothing speaks against two elements in one place with one name, or none, being the same. */
  isPossible({ before, after }: Pair): boolean {
    const isLike = before.$type === after.$type && nameOf(before) === nameOf(after);
    if (!isLike || !this.#pairs.isPair(ownerOf(before), ownerOf(after))) return false;
    const { common, possible, most } = this.#shared(before, after);
    return common + possible >= most * ENOUGH_WITH_NAME;
  }

  /** How many neighbours two elements have in common, how many more could turn out to be, and how many the one with more has. */
  #shared(before: ModelElement, after: ModelElement): { common: number; possible: number; most: number } {
    const [ours, theirs] = [this.#before.of(before), this.#after.of(after)];
    const found = new Set(theirs.map(({ relation, element }) => `${relation} ${this.#rankAfter.get(element)}`));
    const open = new Map<string, number>();
    for (const { relation, element } of theirs) {
      if (this.#pairs.beforeOf.has(element)) continue;
      const key = `${relation} ${element.$type}`;
      open.set(key, (open.get(key) ?? 0) + 1);
    }
    let [common, possible] = [0, 0];
    for (const { relation, element } of ours) {
      const partner = this.#pairs.afterOf.get(element);
      if (partner) {
        if (found.has(`${relation} ${this.#rankAfter.get(partner)}`)) common++;
        continue;
      }
      const key = `${relation} ${element.$type}`;
      const left = open.get(key) ?? 0;
      if (left === 0) continue;
      open.set(key, left - 1);
      possible++;
    }
    return { common, possible, most: Math.max(ours.length, theirs.length) };
  }
}

/** Elements by each of their keys. */
function groupedBy(
  elements: readonly ModelElement[],
  keysOf: (element: ModelElement) => readonly string[],
): ReadonlyMap<string, readonly ModelElement[]> {
  const groups = new Map<string, ModelElement[]>();
  for (const element of elements) {
    for (const key of keysOf(element)) {
      const group = groups.get(key);
      if (group) group.push(element);
      else groups.set(key, [element]);
    }
  }
  return groups;
}

function ownKeys(item: ModelElement, pairs: Pairs): string[] {
  const place = pairs.numberOf(ownerOf(item));
  return [
    idOf(item) && `# ${idOf(item)}`,
    nameOf(item) && `" ${nameOf(item)}`,
    place === undefined ? '' : `in ${place} ${nameOf(item)}`,
  ].filter((key) => key !== '');
}

function isSameId(one: ModelElement, other: ModelElement): boolean {
  return idOf(one) !== '' && idOf(one) === idOf(other);
}

function isSameName(one: ModelElement, other: ModelElement): boolean {
  return one.$type === other.$type && nameOf(one) !== '' && nameOf(one) === nameOf(other);
}
