import {
  type CaseAct,
  type CaseLook,
  type CasePlan,
  type CaseState,
  type CaseTraceEntry,
  lookAtCases,
  noCases,
  type StepOptions,
  stepCase,
} from '../semantics/index.ts';

/** A repetition that always holds, of something that is done at once, would run for ever. */
const MOST_STEPS = 1000;

/** Runs cases act by act, and between two acts all that needs nobody. */
export class CasePlayer {
  readonly plan: CasePlan;
  readonly #options: StepOptions;
  state: CaseState = noCases;
  /** All that has happened. */
  readonly trace: CaseTraceEntry[] = [];
  /** It was stopped because it went round and round. */
  isEndless = false;

  constructor(plan: CasePlan, options: StepOptions) {
    this.plan = plan;
    this.#options = options;
  }

  look(): CaseLook {
    return lookAtCases(this.plan, this.state);
  }

  /** Does an act and lets all go on that rests. @returns why the act was not possible */
  do(act: CaseAct): string | undefined {
    const refused = this.#step(act);
    for (let steps = 0; refused === undefined && !this.isEndless; steps++) {
      const next = this.#resting();
      if (!next) break;
      this.#step(next);
      this.isEndless = steps >= MOST_STEPS;
    }
    return refused;
  }

  #step(act: CaseAct): string | undefined {
    const { state, trace, refused } = stepCase(this.plan, this.state, act, this.#options);
    this.state = state;
    for (const entry of trace) this.trace.push(entry);
    return refused;
  }

  #resting(): CaseAct | undefined {
    for (const { instances } of this.state.cases)
      for (const { id, rests, state } of instances)
        if (rests !== undefined && state === 'available') return { do: 'advance', at: id };
    return undefined;
  }
}
