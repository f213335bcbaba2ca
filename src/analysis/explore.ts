import type { Runnable } from '../semantics/index.ts';

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
  const start = first.reduce((state, act) => model.step(state, act, passed), model.nothing);
  const origin = { state: start, name: model.key(start) };
  const found = new Map<string, Origin<A>>([[origin.name, { from: undefined, act: undefined }]]);
  const stuck: string[] = [];
  let frontier = [origin];
  let steps = 0;
  let isComplete = true;
  while (frontier.length > 0) {
    const next: typeof frontier = [];
    for (const { state, name } of frontier) {
      const acts = model.enabled(state);
      if (acts.length === 0 && !model.isOver(state)) stuck.push(name);
      for (const act of acts) {
        const after = model.step(state, act, passed);
        steps++;
        const other = model.key(after);
        if (found.has(other)) continue;
        if (found.size >= most) {
          isComplete = false;
          continue;
        }
        found.set(other, { from: name, act });
        next.push({ state: after, name: other });
      }
    }
    frontier = next;
  }
  return {
    states: found.size,
    steps,
    stuck,
    passed,
    isComplete,
    has: (state) => found.has(model.key(state)),
    pathTo: (name) => pathTo(found, first, name),
  };
}

interface Origin<A> {
  readonly from: string | undefined;
  readonly act: A | undefined;
}

function pathTo<A>(found: ReadonlyMap<string, Origin<A>>, first: readonly A[], name: string): readonly A[] | undefined {
  if (!found.has(name)) return undefined;
  const acts: A[] = [];
  for (let at = found.get(name); at?.act !== undefined && at.from !== undefined; at = found.get(at.from))
    acts.unshift(at.act);
  return [...first, ...acts];
}
