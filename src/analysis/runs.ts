/** Runs that show something, done again act by act. */
import { type Act, emptyState, type State } from '../semantics/index.ts';
import type { After, Moves } from './moves.ts';
import { type RunStep, sentenceOf } from './words.ts';

export interface Replay {
  readonly steps: readonly RunStep[];
  /** Before the first act, and after each. */
  readonly states: readonly State[];
  readonly last: After;
}

/** Does the acts one after the other from where nothing runs. */
export function replay(moves: Moves, acts: readonly Act[]): Replay {
  const steps: RunStep[] = [];
  const states: State[] = [emptyState];
  let last: After = { state: emptyState, trace: [] };
  for (const act of acts) {
    steps.push({ act, sentence: sentenceOf(moves.net, last.state, act) });
    last = moves.after(last.state, act);
    states.push(last.state);
  }
  return { steps, states, last };
}

/** The act of one state that says the same as an act of another one, in which instances have other numbers; undefined: it cannot be done there. */
export function sameAct(moves: Moves, from: State, act: Act, to: State): Act | undefined {
  const name = nameOf(from, act);
  return moves.acts(to).find((other) => nameOf(to, other) === name);
}

/** An act by the nodes and scopes that it concerns. */
function nameOf({ scopes }: State, act: Act): string {
  const places = new Map<number, string>();
  for (const { id, scope, instances } of scopes) {
    places.set(id, `scope ${scope}`);
    for (const instance of instances) places.set(instance.id, `node ${instance.node}`);
  }
  const named = Object.entries(act).map(([name, value]) =>
    typeof value === 'number' && (name === 'at' || name === 'from' || name === 'scope')
      ? [name, places.get(value)]
      : [name, value],
  );
  return JSON.stringify(named);
}
