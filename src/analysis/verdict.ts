import type { Waiting } from '../semantics/index.ts';
import type { RunStep } from './words.ts';

export type Property = 'sound' | 'optionToComplete' | 'properCompletion' | 'safe' | 'noDeadActivities' | 'criterion';

/** What keeps a run from its end: what it waits for, a loop without a way out, or that nothing begins. */
export type Hindrance = Waiting['for'] | 'loop' | 'beginning';

/** A finding: why a property does not hold. */
export interface Witness {
  readonly property: Property;
  /** What kind of thing takes the option to complete away; `beginning` of a dead activity: no way leads to it. */
  readonly hindrance?: Hindrance;
  /** What, why, and what to do. */
  readonly message: string;
  /** Ids of the elements concerned, the one to show first. */
  readonly elements: readonly string[];
  /** A shortest run that shows it; empty where no run is needed: nothing leads to an activity. */
  readonly run: readonly RunStep[];
}

/** What holds of an entry; null: not decided. */
export interface Verdict {
  readonly kind: 'collaboration' | 'process' | 'case';
  readonly element: string;
  readonly name: string;
  /** Ids of its processes. */
  readonly processes: readonly string[];
  /** Option to complete, proper completion, no dead activities; of a collaboration also that no message is left. */
  readonly sound: boolean | null;
  /** Option to complete and proper completion, whatever becomes of messages. */
  readonly messageRelaxedSound: boolean | null;
  readonly optionToComplete: boolean | null;
  readonly properCompletion: boolean | null;
  readonly safe: boolean | null;
  readonly noDeadActivities: boolean | null;
  /** States that were looked at; 0: proven by structure. */
  readonly states: number;
  /** Whether there are more states than were looked at. */
  readonly bounded: boolean;
  readonly witnesses: readonly Witness[];
}

/** All of them: false as soon as one is false. */
export function allOf(...values: readonly (boolean | null)[]): boolean | null {
  if (values.includes(false)) return false;
  return values.includes(null) ? null : true;
}
