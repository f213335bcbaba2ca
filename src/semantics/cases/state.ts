/**
 * A moment of a run of cases: a persistent value. A step makes a new one and shares what it does not change. Instances have numbers that are
 * never used again in the same run.
 */
import type { Value } from '../expressions/expression.ts';
import type { ItemState } from './life-cycles.ts';

/** What somebody has to decide because a condition cannot be known: one of the rules, or the condition of a criterion (its index). */
export type Question = 'required' | 'manual' | 'repetition' | number;

export interface ItemInstance {
  readonly id: number;
  readonly item: number;
  /** The instance of the stage or case that it is in; 0: the case itself. */
  readonly parent: number;
  readonly state: ItemState;
  /** Of what is suspended: the state before. */
  readonly former?: ItemState;
  /** Suspended with its parent, not by itself: it goes on with its parent. */
  readonly isSuspendedByParent: boolean;
  /** Decided when it was created (8.6.3). */
  readonly isRequired: boolean;
  /** On-parts that have occurred, by `partKey`, sorted. */
  readonly seen: readonly number[];
  readonly asks: readonly Question[];
  /**
   * It would go on within the step that has made it, again and again, and rests until it is told to go on: by which criterion, -1: it has
   * none to wait for.
   */
  readonly rests?: number;
}

/** One number for a part of a criterion of an item. */
export function partKey(criterion: number, part: number): number {
  return criterion * 1024 + part;
}

/** The criterion of a `partKey`. */
export function criterionOf(key: number): number {
  return Math.floor(key / 1024);
}

export interface CaseInstance {
  /** The number of the instance of the case plan model. */
  readonly id: number;
  /** The oldest first. Of what is over, the latest of each item is kept. */
  readonly instances: readonly ItemInstance[];
  readonly data: Readonly<Record<string, Value>>;
  /** How many there are of a case file item; 0: there was one. */
  readonly files: Readonly<Record<number, number>>;
}

export interface CaseState {
  /** The number of the next instance. */
  readonly next: number;
  readonly cases: readonly CaseInstance[];
}

export const noCases: CaseState = { next: 1, cases: [] };
