/**
 * A scenario: what is done to a model, step by step, and what is expected after each step. Written in the text beside the process, or as a
 * JSON file; both become this.
 */
import type { Range } from '../base/range.ts';
import type { Expression, FileTransition, ItemState, TriggerKind, Value } from '../semantics/index.ts';

export type Variables = Readonly<Record<string, Value>>;

export interface Scenario {
  readonly name: string;
  readonly kind: 'bpmn' | 'cmmn';
  readonly start: ScenarioStart;
  /** Ids of tasks that wait to be completed although their type would be done at once. */
  readonly waits: readonly string[];
  /** Each execution of the element adds 1 to the variable. */
  readonly effects: readonly { readonly element: string; readonly increment: string }[];
  /** Ids of elements whose executions are counted. */
  readonly watch: readonly string[];
  readonly initial?: Expectation;
  readonly steps: readonly ScenarioStep[];
  /** What a condition on a variable is that is not set. */
  readonly unknown: 'choose' | 'false';
}

export interface ScenarioStart {
  readonly process?: string;
  readonly case?: string;
  readonly message?: string;
  readonly signal?: string;
  /** Processes of which an instance is started before, in that order. */
  readonly before: readonly string[];
  readonly variables: Variables;
}

/** One thing done; ids are those of the model. */
export type ScenarioAct = ProcessScenarioAct & CaseScenarioAct;

export type ProcessScenarioAct = Readonly<{
  complete?: string;
  message?: string;
  signal?: string;
  timer?: string;
  execute?: string;
  completeAdHoc?: string;
  set?: Variables;
}> &
  BlockAct;

/** What only the block of a text says. */
export type BlockAct = Readonly<{
  /** Processes, start events, or an activity of an ad-hoc sub-process; several: the pools that begin together. */
  start?: readonly string[];
  /** An event that somebody waits for happens, whatever its trigger; `by`: of several, the one that is meant. */
  occur?: string;
  by?: NamedTrigger;
  fail?: { readonly element: string; readonly error: string };
  choose?: Choice;
  /** Which of several that wait, the oldest first, from 1. */
  number?: number;
}>;

/** A trigger of an event, as a scenario names it. */
export interface NamedTrigger {
  readonly kind: TriggerKind;
  /** What a run knows a message, signal, error or escalation by, or the text of a time or a condition; without it the first of that kind is meant. */
  readonly name?: string;
}

/** What is chosen; without an element at the only place where somebody has to choose. */
export type Choice = Readonly<{ element?: string }> &
  (
    | { readonly flows: readonly string[] }
    | { readonly count: number }
    | { readonly again: boolean }
    /** Of a case: whether the condition holds that cannot be known. */
    | { readonly holds: boolean }
  );

/** Ids of plan items and discretionary items, or of a case; those that end in `Case` are about the case that the scenario is for. */
export type CaseScenarioAct = Readonly<{
  manualStart?: string;
  disable?: string;
  reenable?: string;
  terminate?: string;
  suspend?: string;
  resume?: string;
  occur?: string;
  plan?: string;
  file?: { readonly item: string; readonly transition: FileTransition };
  completeCase?: true;
  terminateCase?: true;
  suspendCase?: true;
  reactivate?: string;
  reactivateCase?: true;
  close?: string;
  closeCase?: true;
}>;

export interface ScenarioStep {
  /** Left out where something is expected, and nothing done. */
  readonly do?: ScenarioAct;
  readonly expect?: Expectation;
  /** Where it stands in a text. */
  readonly range?: Range;
}

/** What is not named is not stated. */
export type Expectation = ProcessExpectation & CaseExpectation;

export type ProcessExpectation = Readonly<{
  active?: readonly string[];
  ended?: boolean;
  joins?: readonly string[];
  notActive?: readonly string[];
  enabled?: readonly string[];
  endEvents?: readonly string[];
  visited?: readonly string[];
  error?: string;
  at?: string;
  rejected?: boolean;
  uncaughtError?: boolean | string;
}> &
  BlockExpectation;

/** What only the block of a text expects. */
export type BlockExpectation = Readonly<{
  /** End events, or other steps, that have been reached. */
  reached?: readonly string[];
  /** What has not been executed. */
  never?: readonly string[];
  /** How often something was executed. */
  times?: { readonly element: string; readonly count: number };
  /** A message that was sent, by its key. */
  sent?: string;
  /** A condition over the variables. */
  data?: Expression;
  /** The most that the virtual clock may show, in milliseconds. */
  within?: number;
}>;

export type CaseExpectation = Readonly<{
  rejected?: boolean;
  /** By plan item: the state of its latest instance, or those of all that are not over. */
  states?: Readonly<Record<string, ItemState | readonly ItemState[]>>;
  /** Of the case. */
  case?: ItemState;
  /** Whether the case is over. */
  ended?: boolean;
  /** Tasks, and stages that are named, that are active: all there are. */
  active?: readonly string[];
}> &
  Pick<BlockExpectation, 'never' | 'times' | 'data' | 'within'>;

/** What differed: the first thing that did ends the scenario, since all that follows would differ too. */
export interface ScenarioFailure {
  /** Index of the step; -1: the start. */
  readonly step: number;
  /** Where it stands in a text. */
  readonly range?: Range;
  /** A sentence: what was expected, and what was there instead. */
  readonly message: string;
  /** Ids of what could have been done instead of an act that was not possible. */
  readonly possible: readonly string[];
}

export interface ScenarioResult {
  readonly name: string;
  readonly failure?: ScenarioFailure;
  /** Ids of the nodes and flows that were passed. */
  readonly covered: ReadonlySet<string>;
}
