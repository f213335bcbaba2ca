/**
 * What a view shows of a run and what can be done in it: the same for processes and for cases, in words and ids, without a rule of execution.
 */
import type { Value, Variables } from '../semantics/index.ts';

/** Something that can be done now. */
export interface Offer {
  /** What `Play.take` takes; stays valid as long as the moment is shown. */
  readonly number: number;
  /** Id of the element at which it is offered; for a way, of the flow. */
  readonly element: string;
  readonly kind: 'start' | 'finish' | 'event' | 'way' | 'fail' | 'again' | 'count' | 'state' | 'plan';
  /** What it does, in words: `Complete "Check order"`. */
  readonly label: string;
  /** Number of the process or case instance; 0: a new one. */
  readonly run: number;
  /** Of what can be added to a case: whose planning table offers it. */
  readonly table?: string;
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
  /** What `Play.answer` takes. */
  readonly number: number;
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

/** A run of a model that somebody plays. A sentence in place of what happened says why something is not possible. */
export interface Play {
  /** What is there now; the numbers of its offers replace all earlier ones. */
  moment(): Moment;
  /** Takes an offer. @param set variables that change with it */
  take(number: number, set?: Variables): readonly Happening[] | string;
  /** Takes an offer now and wherever it is offered again: a way at a gateway. */
  takeAlways(number: number): readonly Happening[] | string;
  /** Asks at a gateway again, where a way was chosen once for all. */
  release(element: string): void;
  /** Answers a question by values, or by a number: what it decides then happens. */
  answer(number: number, given: Variables | number): readonly Happening[] | string;
  /** Begins as a run begins from outside, by the first of its ways. @returns undefined: there is none */
  begin(): readonly Happening[] | undefined;
  /** Goes on by itself, as far as one act. @returns undefined: somebody has to decide */
  next(): readonly Happening[] | undefined;
  /** Each instance goes on by itself, as far as one act, and up to a break point. @returns for each what happened; none: somebody has to decide */
  round(): readonly (readonly Happening[])[];
  set(run: number, set: Variables): readonly Happening[] | string;
  back(): void;
  forward(): void;
  reset(): void;
  /** What has happened last, the latest step last, as far back as it is kept: at most so many steps. */
  happened(steps: number): readonly Happening[];
  /** All that was done from the beginning, as acts of the execution core; undefined: it was more than is kept. */
  done(): readonly object[] | undefined;
  /** How many steps were made in all. */
  readonly count: number;
  /** Ids of the nodes and flows that were passed, and how many there are in all. */
  coverage(): { readonly passed: ReadonlySet<string>; readonly all: number };
  /** Where a flow begins and ends; undefined: it is no flow that a token takes. */
  ends(flow: string): { readonly source: string; readonly target: string } | undefined;
  /** Elements at which playing stops. */
  readonly breakpoints: Set<string>;
  /** Whether the last step has come to one of them. */
  isAtBreakpoint(): boolean;
}
