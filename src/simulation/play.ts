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
  readonly kind: 'start' | 'finish' | 'event' | 'way' | 'fail' | 'again' | 'count' | 'state';
  /** What it does, in words: `Complete "Check order"`. */
  readonly label: string;
  /** Number of the process or case instance; 0: a new one. */
  readonly run: number;
  /** What one looks for first; the others interrupt, fail or begin something else. */
  readonly isMain: boolean;
}

/** What stands at an element. */
export interface Standing {
  readonly element: string;
  /** `at-work`. `waiting`: for an event or other tokens. `choice`: for a decision. `stuck`: for ever. Else the state of a plan item. */
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
  /** Begins as a run begins from outside, by the first of its ways. @returns undefined: there is none */
  begin(): readonly Happening[] | undefined;
  /** Goes on by itself, as far as one act. @returns undefined: somebody has to decide */
  next(): readonly Happening[] | undefined;
  set(run: number, set: Variables): readonly Happening[] | string;
  back(): void;
  forward(): void;
  reset(): void;
  /** What has happened last, the latest step last, as far back as it is kept: at most so many steps. */
  happened(steps: number): readonly Happening[];
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
