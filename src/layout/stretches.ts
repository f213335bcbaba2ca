/** Things by the places, whole numbers, that each reaches over without a gap. A long one stands in few lists, as a short one does. */
export class Stretches<T> {
  /** By the length of their stretches, 1, 2, 4, …: by number of the stretch. */
  readonly #levels: Map<number, T[]>[] = [];

  /** @param last place, which counts too */
  add(item: T, first: number, last: number): void {
    let [from, to] = [first, last + 1];
    // As large stretches as fit: what is left over at both ends is cut off before the next size.
    for (let level = 0; from < to; level++) {
      if (from % 2 !== 0) this.#put(item, level, from++);
      if (to % 2 !== 0) this.#put(item, level, --to);
      [from, to] = [from / 2, to / 2];
    }
  }

  #put(item: T, level: number, stretch: number): void {
    while (this.#levels.length <= level) this.#levels.push(new Map());
    const list = this.#levels[level]?.get(stretch);
    if (list) list.push(item);
    else this.#levels[level]?.set(stretch, [item]);
  }

  /** Calls `visit` with each thing that reaches over a place. */
  visit(place: number, visit: (item: T) => void): void {
    for (const [level, stretches] of this.#levels.entries()) {
      const list = stretches.get(Math.floor(place / 2 ** level));
      if (list) for (const item of list) visit(item);
    }
  }
}
