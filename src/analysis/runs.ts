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
