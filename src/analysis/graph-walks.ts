/** Walks through the states of a search, against the steps that were made. */
import type { Numbers } from './growing.ts';

interface Steps {
  readonly from: Numbers;
  readonly to: Numbers;
}

/** The steps between states, sorted by where they lead. */
export class Backwards {
  readonly #first: Int32Array;
  readonly #sources: Int32Array;

  /** @param steps lists of steps, each with where they come from and where they lead */
  constructor(states: number, steps: readonly Steps[]) {
    this.#first = new Int32Array(states + 1);
    for (const { to } of steps)
      for (let at = 0; at < to.length; at++) this.#first[to.at(at) + 1] = (this.#first[to.at(at) + 1] as number) + 1;
    for (let at = 1; at <= states; at++)
      this.#first[at] = (this.#first[at] as number) + (this.#first[at - 1] as number);
    const next = this.#first.slice();
    this.#sources = new Int32Array(steps.reduce((sum, { to }) => sum + to.length, 0));
    for (const { from, to } of steps)
      for (let at = 0; at < to.length; at++) {
        const place = next[to.at(at)] as number;
        this.#sources[place] = from.at(at);
        next[to.at(at)] = place + 1;
      }
  }

  /** For each state how many steps it is to the nearest of these; -1: none can be reached. */
  distances(goals: Iterable<number>): Int32Array {
    const distance = new Int32Array(this.#first.length - 1).fill(-1);
    let open: number[] = [];
    for (const goal of goals) {
      if (distance[goal] === 0) continue;
      distance[goal] = 0;
      open.push(goal);
    }
    for (let steps = 1; open.length > 0; steps++) {
      const next: number[] = [];
      for (const state of open)
        for (let at = this.#first[state] as number; at < (this.#first[state + 1] as number); at++) {
          const source = this.#sources[at] as number;
          if (distance[source] !== -1) continue;
          distance[source] = steps;
          next.push(source);
        }
      open = next;
    }
    return distance;
  }
}
