import { type Act, emptyState, enabled, key, type Net, type State, step } from '../semantics/index.ts';

/** All states that can be reached, with data abstracted to free choices. */
export interface Exploration {
  /** How many there are. */
  readonly states: number;
  /** Steps tried between them. */
  readonly steps: number;
  /** States in which nothing can be done and something is left. */
  readonly stuck: readonly string[];
  /** Nodes and flows that some run passes, by id. */
  readonly passed: ReadonlySet<string>;
  /** false: the bound was reached before all was seen. */
  readonly isComplete: boolean;
  /** Whether a state is among them. */
  has(state: State): boolean;
  /** The acts that lead to the state with that key from the beginning; undefined: it is not among them. */
  pathTo(key: string): readonly Act[] | undefined;
}

const options = { unknown: 'choose', traced: true } as const;

/**
 * Explores all runs from the acts given, breadth first, so that each state is found by a shortest run.
 * @param first acts done in order before: instances that are there from the beginning
 * @param most states at most
 */
export function explore(net: Net, first: readonly Act[], most: number): Exploration {
  const start = first.reduce((state, act) => step(net, state, act, options).state, emptyState);
  const passed = new Set<string>();
  for (const act of startTraces(net, first)) passed.add(act);
  const found = new Map<string, Origin>([[key(start), { from: undefined, act: undefined }]]);
  const stuck: string[] = [];
  let frontier: { readonly state: State; readonly name: string }[] = [{ state: start, name: key(start) }];
  let steps = 0;
  let isComplete = true;
  while (frontier.length > 0) {
    const next: typeof frontier = [];
    for (const { state, name } of frontier) {
      const acts = enabled(net, state, options);
      if (acts.length === 0 && state.scopes.length > 0) stuck.push(name);
      for (const act of acts) {
        const after = step(net, state, act, options);
        steps++;
        for (const entry of after.trace)
          if (entry.what === 'took' || entry.what === 'completed') passed.add(entry.element);
        const other = key(after.state);
        if (found.has(other)) continue;
        if (found.size >= most) {
          isComplete = false;
          continue;
        }
        found.set(other, { from: name, act });
        next.push({ state: after.state, name: other });
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
    has: (state) => found.has(key(state)),
    pathTo: (name) => pathTo(found, first, name),
  };
}

interface Origin {
  readonly from: string | undefined;
  readonly act: Act | undefined;
}

function pathTo(found: ReadonlyMap<string, Origin>, first: readonly Act[], name: string): readonly Act[] | undefined {
  if (!found.has(name)) return undefined;
  const acts: Act[] = [];
  for (let at = found.get(name); at?.act && at.from !== undefined; at = found.get(at.from)) acts.unshift(at.act);
  return [...first, ...acts];
}

function startTraces(net: Net, first: readonly Act[]): string[] {
  let state = emptyState;
  return first.flatMap((act) => {
    const after = step(net, state, act, options);
    state = after.state;
    return after.trace.flatMap((entry) => (entry.what === 'took' || entry.what === 'completed' ? [entry.element] : []));
  });
}
