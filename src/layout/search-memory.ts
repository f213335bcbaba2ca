/**
 * What a search for a route notes of each state, in room that the next one uses again: nothing is cleared between two. A diagram has one, for as long as
 * it is laid out.
 */
export class SearchMemory {
  #costs = new Float64Array(0);
  #before = new Int32Array(0);
  /** By state the number of the last search that reached it, or the one after if that has looked at it since. */
  #marks = new Int32Array(0);
  #search = 0;

  /** Begins a search over so many states. */
  begin(states: number): void {
    this.#search += 2;
    if (states <= this.#marks.length) return;
    const room = Math.ceil(states * 1.5);
    this.#costs = new Float64Array(room);
    this.#before = new Int32Array(room);
    this.#marks = new Int32Array(room);
  }

  /** Reaches a state from another. */
  reach(state: number, cost: number, before: number): void {
    this.#costs[state] = cost;
    this.#before[state] = before;
    this.#marks[state] = this.#search;
  }

  /** Looks at a state; false if that has been done since it was reached last. */
  look(state: number): boolean {
    if (this.#marks[state] === this.#search + 1) return false;
    this.#marks[state] = this.#search + 1;
    return true;
  }

  /** The cost at which a state was reached last; infinite if it was not. */
  cost(state: number): number {
    return (this.#marks[state] ?? 0) < this.#search ? Number.POSITIVE_INFINITY : (this.#costs[state] ?? 0);
  }

  /** From where a state was reached last. */
  before(state: number): number {
    return this.#before[state] ?? 0;
  }
}
