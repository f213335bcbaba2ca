/** What was shown of all runs of a model. Rules look at no run themselves: who lints brings along what the analysis says. */
import type { ModelElement } from '../model/index.ts';

/** A step of a run that shows something. */
export interface ProofStep {
  /** As a simulation takes it. */
  readonly act: unknown;
  readonly sentence: string;
}

/** Why a property of all runs does not hold. */
export interface Proof {
  readonly property: 'sound' | 'optionToComplete' | 'properCompletion' | 'safe' | 'noDeadActivities' | 'criterion';
  /**
   * What takes the option to complete away: something that is waited for, a loop without a way out, or that nothing begins. Of a dead
   * activity `beginning`: no way leads to it.
   */
  readonly hindrance?: 'event' | 'work' | 'join' | 'choice' | 'compensation' | 'stuck' | 'loop' | 'beginning';
  /** What, why, and what to do. */
  readonly message: string;
  /** The elements concerned, the one to show first. */
  readonly elements: readonly ModelElement[];
  /** A shortest run that shows it; empty where none is needed. */
  readonly run: readonly ProofStep[];
}
