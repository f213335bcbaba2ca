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
  readonly kind: 'start' | 'finish' | 'event' | 'way' | 'fail' | 'again' | 'count' | 'state' | 'plan';
  /** What it does, in words: `Complete "Check order"`. */
  readonly label: string;
  /** Number of the process or case instance, of what is called that of its caller; 0: a new one. */
  readonly run: number;
  /** Of what can be added to a case: whose planning table offers it. */
  readonly table?: string;
  /** Of what runs in another file: ids of the elements that call it, the innermost first. */
  readonly around?: readonly string[];
  /** What one looks for first; the others interrupt, fail or begin something else. */
  readonly isMain: boolean;
}

/** What stands at an element. */
export interface Standing {
  readonly element: string;
  /** `at-work`. `around`: what is at work is inside. `waiting`: for an event or other tokens. `choice`: for a decision. `stuck`: for ever. Else the state of a plan item. */
  readonly state: string;
  /** The numbers of the process or case instances whose tokens these are, one for each token. */
  readonly runs: readonly number[];
}

/** A decision that values of variables would make, or a number. */
export interface Question {
  /** What `Play.answer` takes; the same as long as it is asked. */
  readonly key: string;
  readonly element: string;
  readonly run: number;
  /** `"Covered?" depends on amount.` */
  readonly label: string;
  /** The variables that its conditions read; empty: a number is asked for. */
  readonly reads: readonly string[];
}

/** What can hold something up, with what it is held up by. */
export interface Reason {
  readonly element: string;
  readonly run: number;
  readonly sentence: string;
  readonly isForEver: boolean;
  /** Ids of the elements that it waits for: flows on which no token has come, and where the one stands that may still come. */
  readonly awaits: readonly string[];
}

/** A criterion of a case as it stands. */
export interface SeenSentry {
  /** Id of the criterion. */
  readonly element: string;
  /** Which of its parts have occurred, each with the id of what it listens to. */
  readonly parts: readonly { readonly source: string; readonly hasOccurred: boolean }[];
}

/** A moment of a run, as a view shows it. */
export interface Moment {
  readonly offers: readonly Offer[];
  readonly standing: readonly Standing[];
  readonly questions: readonly Question[];
  readonly waiting: readonly Reason[];
  /** Timers that are waited for, the next one first, with the time that is left, in words. */
  readonly coming: readonly { readonly element: string; readonly run: number; readonly label: string }[];
  /** Where playing stops, by what it is called. */
  readonly stops: readonly { readonly element: string; readonly label: string }[];
  /** Ways that were chosen once for all: the gateway, and how it goes on. */
  readonly always: readonly { readonly element: string; readonly label: string }[];
  /** Criteria that listen now, of cases. */
  readonly sentries: readonly SeenSentry[];
  readonly variables: readonly { readonly run: number; readonly name: string; readonly value: Value }[];
  /** What the virtual clock shows, in words; '' as long as no timer has happened. */
  readonly time: string;
  /** Nothing runs any more, or nothing has begun. */
  readonly isAtRest: boolean;
  readonly canGoBack: boolean;
  readonly canGoForward: boolean;
}

/** One thing that happened, for the trace and for what moves on the screen. */
export interface Happening {
  /** Number of the step that it belongs to, from 1. */
  readonly step: number;
  readonly element: string;
  /** `took`: a token goes along this flow. */
  readonly what: string;
  readonly run: number;
  /** In words: `"Check order" was completed`. */
  readonly sentence: string;
}
