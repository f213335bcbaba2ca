/**
 * The plan index: what the cases of a model are to a run. Plan items, the containers that they stand in and case file items are integers; it
 * is derived from the OMG model once and never changes during a run.
 */
import type { Expression } from '../expressions/expression.ts';
import type { FileTransition, LifeCycle, TransitionName } from './life-cycles.ts';

export type CaseItemKind = 'case' | 'stage' | 'task' | 'milestone' | 'listener' | 'fragment';

/** A rule of a plan item; without a condition it holds (CMMN 1.1, 5.4.11). */
export interface CaseRule {
  readonly condition?: Expression;
}

/** One event of a sentry. */
export interface OnPart {
  readonly of: 'item' | 'file';
  /** The plan item or case file item; -1: it is not in the model, so it never occurs. */
  readonly source: number;
  readonly transition: TransitionName | FileTransition;
  /** Only an exit by this criterion counts. */
  readonly exitCriterion?: string;
}

/** What lets an item begin or end: a sentry at its place, or what starts the clock of a timer. */
export interface Criterion {
  /** Its own id, else one made of the item's. */
  readonly id: string;
  readonly name: string;
  readonly kind: 'exit' | 'entry' | 'timer';
  readonly parts: readonly OnPart[];
  readonly condition?: Expression;
}

/** What a table item must pass to be offered: one of the rules, one of the roles. */
export interface Gate {
  readonly rules: readonly Expression[];
  readonly roles: readonly string[];
}

/** A variable that becomes another one; `value`: what is made of it. */
export interface Mapping {
  readonly from: string;
  readonly to: string;
  readonly value?: Expression;
}

/** A plan item, a discretionary item, or the case plan model itself. */
export interface CaseItem {
  readonly index: number;
  readonly id: string;
  readonly name: string;
  readonly kind: CaseItemKind;
  readonly cycle: LifeCycle;
  /** Type of its definition in the model, such as `cmmn:HumanTask`. */
  readonly type: string;
  /** The container inside a case, stage or fragment; -1: none. */
  readonly inner: number;
  readonly isBlocking: boolean;
  readonly autoComplete: boolean;
  readonly required?: CaseRule;
  readonly repetition?: CaseRule;
  readonly manual?: CaseRule;
  /** Exit criteria before entry criteria. */
  readonly criteria: readonly Criterion[];
  readonly hasEntry: boolean;
  /** Whether data decides about one of its criteria. */
  readonly hasCondition: boolean;
  /** Discretionary items that people may add while it is active. */
  readonly plannable: readonly number[];
  /** Of a discretionary item: what it must pass, from the outermost table inwards. */
  readonly gates: readonly Gate[];
  /** Who may tell a user event; empty: everyone. */
  readonly roles: readonly string[];
  /** Of a timer: as it stands in the model. */
  readonly timer?: string;
  /** What a task runs: the process, case or decision as the model names it. */
  readonly runs?: { readonly kind: 'process' | 'case' | 'decision'; readonly ref: string };
  /** Of a task that runs something: what passes on the way there and back; none: all variables do. */
  readonly inputs?: readonly Mapping[];
  readonly outputs?: readonly Mapping[];
}

export interface CaseContainer {
  readonly index: number;
  /** Its plan items, in the order of the file. */
  readonly items: readonly number[];
  /** All items in it, at any depth, with what people may add. */
  readonly within: ReadonlySet<number>;
}

export interface CaseFileEntry {
  readonly index: number;
  readonly id: string;
  readonly name: string;
  /** The item that it is a part of; -1: none. */
  readonly parent: number;
  readonly children: readonly number[];
  /** Whether there may be several. */
  readonly isMany: boolean;
  /** The case whose file it is in. */
  readonly case: number;
}

/** Who listens to an event: a part of a criterion of an item. */
export interface Hearer {
  readonly item: number;
  readonly criterion: number;
  readonly part: number;
}

export interface CasePlan {
  readonly items: readonly CaseItem[];
  readonly containers: readonly CaseContainer[];
  readonly files: readonly CaseFileEntry[];
  /** Items of the cases that can be opened by themselves, in the order of the model: not of models that are only called. */
  readonly cases: readonly number[];
  readonly itemOfId: ReadonlyMap<string, number>;
  readonly fileOfId: ReadonlyMap<string, number>;
  /** A case by its own id or by that of its plan model. */
  readonly caseOfId: ReadonlyMap<string, number>;
  /** Who listens to a transition of an item or file item, by `eventKey`: exit criteria first. */
  readonly hearers: ReadonlyMap<string, readonly Hearer[]>;
  /** Items of which somebody listens to some transition. */
  readonly heard: ReadonlySet<number>;
}

/** One text for an event, to look up who listens. */
export function eventKey({ of, source, transition }: Pick<OnPart, 'of' | 'source' | 'transition'>): string {
  return `${of} ${source} ${transition}`;
}
