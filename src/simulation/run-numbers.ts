import type { Place } from '../semantics/index.ts';
import { keyOf } from './roots.ts';

/** Instances that have ended and whose numbers are still known. */
const mostEnded = 4_000;

/** The numbers by which people tell process or case instances apart, from 1 in the order in which they begin. */
export class RunNumbers {
  readonly #numbers = new Map<string, number>();
  readonly #roots = new Map<number, Place>();
  #next = 1;

  of(root: Place): number {
    const known = this.#numbers.get(keyOf(root));
    if (known !== undefined) return known;
    this.#numbers.set(keyOf(root), this.#next);
    this.#roots.set(this.#next, root);
    return this.#next++;
  }

  rootOf(number: number): Place | undefined {
    return this.#roots.get(number);
  }

  /** A run without end begins instances without end: the numbers of those that are long over are forgotten. */
  forgetAllBut(roots: ReadonlySet<string>): void {
    if (this.#numbers.size < mostEnded + roots.size) return;
    const ended = [...this.#numbers].filter(([root]) => !roots.has(root));
    for (const [root, number] of ended.slice(0, mostEnded / 2)) {
      this.#numbers.delete(root);
      this.#roots.delete(number);
    }
  }

  clear(): void {
    this.#numbers.clear();
    this.#roots.clear();
    this.#next = 1;
  }
}
