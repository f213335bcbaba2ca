/**
 * A moment of a run: a persistent value. A step makes a new one and shares what it does not change, so that undo is keeping the old one.
 * Instances have numbers that are never used again in the same run.
 */
import type { Value } from '../expressions/expression.ts';

/** What an instance of a node is doing. */
export type InstanceKind =
  /** An activity at work: a task until it is finished, a sub-process or call while its scope runs. */
  | 'work'
  /** A multi-instance activity: its items are instances of their own. */
  | 'body'
  /** A catch event or an event-based gateway. */
  | 'wait'
  /** Somebody has to decide. */
  | 'choice'
  /** A throw event while it brings about what it says. */
  | 'throw'
  /** A throw event until what it compensates is done. */
  | 'compensation'
  /** A complex gateway that has fired and waits for the rest. */
  | 'reset'
  /** No way leads on. */
  | 'stuck';

/** What is to be decided: which one flow, which flows, how many items, whether once more. */
export type ChoiceKind = 'flow' | 'flows' | 'count' | 'again';

export interface NodeInstance {
  readonly id: number;
  readonly node: number;
  readonly kind: InstanceKind;
  /** The multi-instance body that it is an item of; -1: none. */
  readonly body: number;
  /** Of an item: its number from 0; of a loop: the rounds done. */
  readonly count: number;
  /** Of a body: items in all, and how many are done. */
  readonly total: number;
  readonly done: number;
  /** Of a body: its items, where it goes through a list that is known. */
  readonly items?: readonly Value[];
  /** What has occurred of events that need several triggers, by `triggerKey`. */
  readonly seen?: readonly number[];
  readonly choice?: ChoiceKind;
  /** Boundary events that happened to it and do not happen again. */
  readonly fired?: readonly number[];
  /** Boundary events that happened to it and happen again, but not for ever: one entry for each time. */
  readonly rounds?: readonly number[];
  /** Of a throw of compensation: handlers at work. */
  readonly pending?: readonly number[];
  /** Of a complex gateway: the flows whose token it took. */
  readonly used?: readonly number[];
  /** Of a body: what its items leave for compensation. */
  readonly completions?: readonly Completion[];
}

/** An activity that may be compensated. */
export interface Completion {
  readonly node: number;
  /** The variables that it saw at its end. */
  readonly data: Record<string, Value>;
  /** Of a sub-process: what it left. */
  readonly inner?: { readonly scope: number; readonly completions: readonly Completion[] };
}

export interface ScopeInstance {
  readonly id: number;
  readonly scope: number;
  /** The scope instance in which `owner` stands; -1: a process that was not called. */
  readonly parent: number;
  /** The instance of the sub-process, call or throw that it runs for; -1: none. */
  readonly owner: number;
  /** The process instance that it belongs to: the scope instance of the outermost process that called. */
  readonly root: number;
  /** Flows with a token that waits at the node ahead, sorted; a flow stands once for each token. */
  readonly tokens: readonly number[];
  /** Flows with a token that has come round in one step and rests until it is told to go on. */
  readonly resting: readonly number[];
  readonly instances: readonly NodeInstance[];
  readonly completions: readonly Completion[];
  /** Its own variables. */
  readonly data: Readonly<Record<string, Value>>;
  /** An interrupting event sub-process has taken over. */
  readonly isInterrupted: boolean;
  /** Of an ad-hoc sub-process: its completion condition has held, it ends when nothing is at work any more. */
  readonly isEnding: boolean;
  /** Starts of event sub-processes that have occurred and do not occur again. */
  readonly fired: readonly number[];
  /** Those that have occurred and occur again, but not for ever: one entry for each time. */
  readonly rounds?: readonly number[];
  /** What has occurred of those that need several triggers, by `triggerKey`. */
  readonly seen?: readonly number[];
  /** Of a process instance: those that it has exchanged messages with. */
  readonly partners: readonly number[];
}

/** One number for a trigger of an event. @param trigger its place among the triggers of the event */
export function triggerKey(event: number, trigger: number): number {
  return event * 64 + trigger;
}

/** A message that nobody has taken yet. */
export interface KeptMessage {
  readonly flow: number;
  /** The process instance that sent it. */
  readonly from: number;
}

export interface State {
  /** The number of the next instance. */
  readonly next: number;
  /** Outer ones before those inside them. */
  readonly scopes: readonly ScopeInstance[];
  readonly messages: readonly KeptMessage[];
  /** Why instances have ended before their time: the code of an error that nobody caught, else the reason. */
  readonly failures: readonly string[];
}

export const emptyState: State = { next: 1, scopes: [], messages: [], failures: [] };
