/** Lines of one direction on which a connector may run. With those that are needed there is a way wherever shapes leave one; the useful ones make it a good one. */
export class GridLines {
  readonly #wished = { needed: new Set<number>(), useful: new Set<number>() };
  readonly #apart: number;

  /** @param apart of lines nearer to each other than this (px) one is enough */
  constructor(apart: number) {
    this.#apart = apart;
  }

  add(rank: 'needed' | 'useful', ...places: readonly number[]): void {
    for (const place of places) this.#wished[rank].add(place);
  }

  /**
   * The borders, what is between them, and the lines of the ports in any case, in order. Of the useful ones those nearest to the ports, while there are
   * not more lines than `usual`.
   */
  chosen(low: number, high: number, ports: readonly number[], usual: number): number[] {
    const own = [...new Set(ports)];
    const taken = new Set(own.map((place) => this.#cellOf(place)));
    const isFree = (place: number) => {
      const cell = this.#cellOf(place);
      if (place < low || place > high || taken.has(cell)) return false;
      taken.add(cell);
      return true;
    };
    const needed = [low, high, ...this.#wished.needed].filter(isFree);
    const room = Math.max(0, usual - own.length - needed.length);
    const useful = room > 0 ? nearest([...this.#wished.useful].filter(isFree), own, room) : [];
    return [...own, ...needed, ...useful].sort((a, b) => a - b);
  }

  #cellOf(place: number): number {
    return Math.floor(place / this.#apart);
  }
}

/** The `count` places that are nearest to some port. */
function nearest(places: number[], ports: readonly number[], count: number): number[] {
  if (places.length <= count) return places;
  const distance = (place: number) => ports.reduce((least, port) => Math.min(least, Math.abs(port - place)), Infinity);
  const distances = new Map(places.map((place) => [place, distance(place)]));
  return places.sort((a, b) => (distances.get(a) ?? 0) - (distances.get(b) ?? 0)).slice(0, count);
}
