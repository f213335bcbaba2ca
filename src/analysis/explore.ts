import type { Runnable } from '../semantics/index.ts';
import { Numbers } from './growing.ts';
import { Texts } from './texts.ts';

/** All states that can be reached, with data abstracted to free choices. */
export interface Exploration<S, A> {
  /** How many there are. */
  readonly states: number;
  /** Steps tried between them. */
  readonly steps: number;
  /** States in which nothing can be done and something is left, by key. */
  readonly stuck: readonly string[];
  /** What some run passes, by id. */
  readonly passed: ReadonlySet<string>;
  /** false: the bound was reached before all was seen. */
  readonly isComplete: boolean;
  /** Whether a state is among them. */
  has(state: S): boolean;
  /** The acts that lead to the state with that key from the beginning; undefined: it is not among them. */
  pathTo(key: string): readonly A[] | undefined;
}

/**
 * Explores all runs from the acts given, breadth first, so that each state is found by a shortest run.
 * @param first acts done in order before: instances that are there from the beginning
 * @param most states at most
 */
export function explore<S, A>(model: Runnable<S, A>, first: readonly A[], most: number): Exploration<S, A> {
  const passed = new Set<string>();
  const begin = () => first.reduce((state, act) => model.step(state, act, passed), model.nothing);
  const found = new Texts();
  /** Of each state: the one before it, and which of the acts that are possible there leads to it; of the first one neither. */
  const [from, by] = [new Numbers(), new Numbers()];
  const stuck: number[] = [];
  let steps = 0;
  let isComplete = true;
  let frontier = [begin()];
  for (const state of frontier) found.add(model.key(state));
  from.push(-1);
  by.push(-1);
  for (let number = 0; frontier.length > 0; ) {
    const next: S[] = [];
    for (const before of frontier) {
      const acts = model.enabled(before);
      if (acts.length === 0 && !model.isOver(before)) stuck.push(number);
      for (let index = 0; index < acts.length; index++) {
        const after = model.step(before, acts[index] as A, passed);
        steps++;
        const name = model.key(after);
        if (found.size >= most) isComplete &&= found.numberOf(name) >= 0;
        else if (found.add(name)) {
          from.push(number);
          by.push(index);
          next.push(after);
        }
      }
      number++;
    }
    frontier = next;
  }
  /** The acts are found by doing them once more: to keep them would take more memory than all else. */
  const pathTo = (name: string): A[] | undefined => {
    const number = found.numberOf(name);
    if (number < 0) return undefined;
    const places: number[] = [];
    for (let at = number; at > 0; at = from.at(at)) places.unshift(by.at(at));
    const acts: A[] = [];
    let state = begin();
    for (const place of places) {
      const act = model.enabled(state)[place] as A;
      acts.push(act);
      state = model.step(state, act, passed);
    }
    return [...first, ...acts];
  };
  return {
    states: found.size,
    steps,
    stuck: stuck.map((number) => found.at(number)),
    passed,
    isComplete,
    has: (other) => found.numberOf(model.key(other)) >= 0,
    pathTo,
  };
}
