/**
 * What a view shows of a run and what can be done in it: the same for processes and for cases, in words and ids, without a rule of execution.
 */
import type { Value } from '../semantics/index.ts';

/** Something that can be done now. */
export interface Offer {
  /** What `Play.take` takes; stays valid as long as the moment is shown. */
  readonly number: number;
  /** Id of the element at which it is offered; for a way, of the flow. */
  readonly element: string;
  readonly kind: 'start' | 'finish' | 'event' | 'way' | 'fail' | 'again' | 'count' | 'state';
  /** What it does, in words: `Complete "Check order"`. */
  readonly label: string;
  /** Number of the process or case instance; 0: a new one. */
  readonly run: number;
}

/** What stands at an element. */
export interface Standing {
  readonly element: string;
  /** `active`: at work. `waiting`: for an event or other tokens. `choice`: for a decision. `stuck`: for ever. Else the state of a plan item. */
  readonly state: string;
  /** The numbers of the process or case instances whose tokens these are, one for each token. */
  readonly runs: readonly number[];
}

/** A moment of a run, as a view shows it. */
export interface Moment {
  readonly offers: readonly Offer[];
  readonly standing: readonly Standing[];
  /** Why something does not go on, a sentence each, with the element that it is about. */
  readonly waiting: readonly { readonly element: string; readonly sentence: string; readonly isForEver: boolean }[];
  readonly variables: readonly { readonly run: number; readonly name: string; readonly value: Value }[];
  /** Nothing runs any more, or nothing has begun. */
  readonly isAtRest: boolean;
  readonly canGoBack: boolean;
  readonly canGoForward: boolean;
}

/** One thing that happened, for the trace and for what moves on the screen. */
export interface Happening {
  /** Index of the step that it belongs to. */
  readonly step: number;
  readonly element: string;
  /** `took`: a token goes along this flow. */
  readonly what: string;
  readonly run: number;
  /** In words: `"Check order" was completed`. */
  readonly sentence: string;
}
