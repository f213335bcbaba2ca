/** What a state of cases says to who looks at it. */
import { stepOptions } from '../processes/step.ts';
import type { CaseAct } from './act.ts';
import { actsAt } from './enabled.ts';
import type { CaseFileEntry, CaseItem, CasePlan, Criterion } from './plan.ts';
import { offered } from './planning.ts';
import { CaseRun } from './run.ts';
import { type CaseInstance, type CaseState, type ItemInstance, partKey } from './state.ts';
import { hasStarted } from './step.ts';

/** A criterion as it stands: which of its parts have occurred, and what its condition says. */
export interface SeenCriterion {
  readonly criterion: Criterion;
  /** For each part, in order. */
  readonly occurred: readonly boolean[];
  /** undefined: it has none, or it cannot be known. */
  readonly condition?: boolean;
  /** Somebody has to decide whether the condition holds. */
  readonly isAsked: boolean;
}

export interface SeenInstance {
  readonly case: CaseInstance;
  readonly instance: ItemInstance;
  readonly item: CaseItem;
  readonly criteria: readonly SeenCriterion[];
  /** Of a timer: whether its clock runs. */
  readonly isRunning: boolean;
  /** What one may do with it now. */
  readonly possible: readonly CaseAct[];
}

/** A discretionary item that somebody may add. */
export interface DiscretionaryOffer {
  /** As an act names it: the stage, case or human task that offers it. */
  readonly at: number;
  readonly item: CaseItem;
  /** Who may add it; empty: everyone. */
  readonly roles: readonly string[];
}

export interface CaseLook {
  /** All instances, the oldest first. Of what is over, the latest of each item in its stage. */
  readonly instances: readonly SeenInstance[];
  readonly offers: readonly DiscretionaryOffer[];
  /** Case file items that are there, and how many. */
  readonly files: readonly { readonly case: CaseInstance; readonly file: CaseFileEntry; readonly count: number }[];
}

/** Reads a state. */
export function lookAtCases(plan: CasePlan, state: CaseState): CaseLook {
  const run = new CaseRun(plan, state, stepOptions, undefined);
  const instances = run.cases.flatMap((each) =>
    each.instances.map((instance) => ({
      case: each,
      instance,
      item: run.itemOf(instance),
      criteria: run.itemOf(instance).criteria.map((criterion, index) => seen(run, instance, criterion, index)),
      isRunning: instance.state === 'available' && hasStarted(run, instance),
      possible: actsAt(run, instance),
    })),
  );
  return {
    instances,
    offers: instances.flatMap(({ instance }) =>
      offered(run, instance).map((index) => {
        const item = run.item(index);
        return { at: instance.id, item, roles: item.gates.findLast(({ roles }) => roles.length > 0)?.roles ?? [] };
      }),
    ),
    files: run.cases.flatMap((each) =>
      plan.files.flatMap((file) => {
        const count = each.files[file.index] ?? 0;
        return count > 0 ? [{ case: each, file, count }] : [];
      }),
    ),
  };
}

/** The timers whose clock runs, with the instances that wait for them. */
export function runningTimers(plan: CasePlan, state: CaseState): { readonly at: number; readonly item: CaseItem }[] {
  if (!plan.items.some(({ timer }) => timer !== undefined)) return [];
  const run = new CaseRun(plan, state, stepOptions, undefined);
  return run.cases.flatMap(({ instances }) =>
    instances.flatMap((instance) => {
      const item = run.itemOf(instance);
      const isRunning = item.timer !== undefined && instance.state === 'available' && hasStarted(run, instance);
      return isRunning ? [{ at: instance.id, item }] : [];
    }),
  );
}

function seen(run: CaseRun, instance: ItemInstance, criterion: Criterion, index: number): SeenCriterion {
  const value = criterion.condition?.evaluate(run.data(instance.id));
  return {
    criterion,
    occurred: criterion.parts.map((_, part) => instance.seen.includes(partKey(index, part))),
    ...(typeof value === 'boolean' && { condition: value }),
    isAsked: instance.asks.includes(index),
  };
}
