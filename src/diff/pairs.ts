/** The elements of two models by twos. */
import type { ModelElement } from '../model/index.ts';

export type Key = (element: ModelElement) => string | undefined;

/** Pairs of elements that are the same thing in two models. What has no partner was added or removed. */
export interface Matching {
  /** From an element of the model before to the same of the model after. */
  readonly afterOf: ReadonlyMap<ModelElement, ModelElement>;
  /** From an element of the model after to the same of the model before. */
  readonly beforeOf: ReadonlyMap<ModelElement, ModelElement>;
}

/** Pairs while they are found. */
export class Pairs implements Matching {
  readonly afterOf = new Map<ModelElement, ModelElement>();
  readonly beforeOf = new Map<ModelElement, ModelElement>();
  readonly #numbers = new Map<ModelElement, number>();

  /** Makes a pair of two elements of which neither has a partner yet. */
  add(before: ModelElement, after: ModelElement): void {
    this.afterOf.set(before, after);
    this.beforeOf.set(after, before);
    this.#numbers.set(after, this.#numbers.size);
  }

  /** A number that both elements of a pair have, and no others; undefined for an element without a partner. */
  numberOf(element: ModelElement | undefined): number | undefined {
    return element && this.#numbers.get(this.afterOf.get(element) ?? element);
  }

  isPair(before: ModelElement | undefined, after: ModelElement | undefined): boolean {
    return before !== undefined && this.afterOf.get(before) === after;
  }

  /** Of the two lists, what has no partner. */
  open(before: readonly ModelElement[], after: readonly ModelElement[]): [ModelElement[], ModelElement[]] {
    return [before.filter((one) => !this.afterOf.has(one)), after.filter((one) => !this.beforeOf.has(one))];
  }

  /** Makes pairs of what is alone with its key on both sides. No key: it is left alone. */
  addUnique(before: readonly ModelElement[], after: readonly ModelElement[], key: Key): void {
    const ours = groupsOf(before, key);
    const theirs = groupsOf(after, key);
    for (const [its, [one, ...others]] of ours) {
      const [other, ...more] = theirs.get(its) ?? [];
      if (one && other && others.length === 0 && more.length === 0) this.add(one, other);
    }
  }
}

export function groupsOf(elements: readonly ModelElement[], key: Key): Map<string, ModelElement[]> {
  const groups = new Map<string, ModelElement[]>();
  for (const element of elements) {
    const its = key(element);
    if (its === undefined) continue;
    const group = groups.get(its);
    if (group) group.push(element);
    else groups.set(its, [element]);
  }
  return groups;
}
