/** What a line takes of its row. */
export interface Span {
  readonly left: number;
  readonly right: number;
}

/** Spans by x, so that whether one is in the way is found without a look at all. What is added must not change until it is deleted. */
export class Spans {
  /** By their left ends. */
  readonly #spans: Span[] = [];
  /** The farthest right end of all up to the same index: spans may lie on each other (the main line of a band is cut by its jumps). */
  readonly #reach: number[] = [];

  add(span: Span): void {
    const index = this.#countLeftOf(span.left);
    this.#spans.splice(index, 0, span);
    this.#reach.splice(index, 0, 0);
    this.#measure(index);
  }

  delete(span: Span): void {
    const index = this.#spans.indexOf(span);
    if (index < 0) return;
    this.#spans.splice(index, 1);
    this.#reach.splice(index, 1);
    this.#measure(index);
  }

  /** Whether any span has more than its ends between `left` and `right`. */
  meet(left: number, right: number): boolean {
    const before = this.#countLeftOf(right);
    return before > 0 && (this.#reach[before - 1] ?? left) > left;
  }

  /** How many spans begin left of x. */
  #countLeftOf(x: number): number {
    let low = 0;
    let high = this.#spans.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((this.#spans[middle]?.left ?? x) < x) low = middle + 1;
      else high = middle;
    }
    return low;
  }

  #measure(from: number): void {
    let reach = this.#reach[from - 1] ?? Number.NEGATIVE_INFINITY;
    for (let index = from; index < this.#spans.length; index++) {
      reach = Math.max(reach, this.#spans[index]?.right ?? reach);
      this.#reach[index] = reach;
    }
  }
}
