import type { LinkedModel } from '../semantics/index.ts';
import { passable } from './passable.ts';
import { randomRun } from './random-run.ts';

export interface Simulation {
  readonly runs: number;
  readonly seed: number;
  /** How runs ended, the most frequent first: the end events and milestones reached, or where it got stuck; `seed`: of the first such run. */
  readonly ends: readonly {
    readonly end: string;
    readonly at: readonly string[];
    readonly runs: number;
    readonly seed: number;
  }[];
  /** Ids of nodes, flows, plan items and criteria that no run passed, in the order of the model. */
  readonly never: readonly string[];
  /** Tasks and call activities that were completed by hand, because the process or case that they run was not found. */
  readonly byHand: readonly { readonly element: string; readonly called: string }[];
  /** Share of these that some run passed, 0 to 1. */
  readonly coverage: number;
}

/** Runs a model many times by chance. Run `n` has the seed `seed + n`, so each can be repeated alone. */
export function simulate(model: LinkedModel, runs: number, seed: number): Simulation {
  const passed = new Set<string>();
  const ends = new Map<string, Simulation['ends'][number]>();
  for (let run = 0; run < runs; run++) {
    const result = randomRun(model, seed + run);
    for (const id of result.passed) passed.add(id);
    const at = result.end === 'stuck' ? result.stuckAt : [...new Set(result.ends)].sort();
    const name = `${result.end} ${at}`;
    const known = ends.get(name);
    ends.set(name, { end: result.end, at, runs: (known?.runs ?? 0) + 1, seed: known?.seed ?? seed + run });
  }
  const all = passable(model);
  const never = all.filter((id) => !passed.has(id));
  return {
    runs,
    seed,
    ends: [...ends.values()].sort((a, b) => b.runs - a.runs || a.seed - b.seed),
    never,
    byHand: [...model.calls.elsewhere].map(([element, called]) => ({ element, called })),
    coverage: all.length > 0 ? (all.length - never.length) / all.length : 1,
  };
}
