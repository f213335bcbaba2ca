import {
  type CaseInstance,
  type CaseLook,
  type CasePlan,
  type CaseState,
  type CaseTraceEntry,
  lookAtCases,
} from '../semantics/index.ts';
import type { LinkedPlayer } from './linked-player.ts';

/** What a step is read against: a player, or a moment of a run that somebody plays. */
export type CaseMoment = Pick<CasePlayer, 'plan' | 'state' | 'main' | 'look'>;

/** The cases of a run, as scenarios read them. */
export class CasePlayer {
  readonly #run: LinkedPlayer;

  constructor(run: LinkedPlayer) {
    this.#run = run;
  }

  get plan(): CasePlan {
    return this.#run.model.plan;
  }

  get state(): CaseState {
    return this.#run.state.cases;
  }

  get trace(): readonly CaseTraceEntry[] {
    return this.#run.caseTrace;
  }

  /** What the virtual clock shows, in milliseconds since the run began. */
  get now(): number {
    return this.#run.time.now;
  }

  get isEndless(): boolean {
    return this.#run.isEndless;
  }

  /** The case that a scenario is about: the one that it has opened, else the one that was called last. */
  get main(): CaseInstance | undefined {
    const { cases } = this.state;
    return cases.find(({ id }) => id === this.#run.opened) ?? cases.at(-1);
  }

  look(): CaseLook {
    return lookAtCases(this.plan, this.state);
  }
}
