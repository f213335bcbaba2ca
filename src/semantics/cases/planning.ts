/** What people may add to a case while it runs (CMMN 1.1, 8.7). */
import { holdsForPlanning } from './questions.ts';
import type { CaseRun } from './run.ts';
import { create } from './stages.ts';
import type { ItemInstance } from './state.ts';

/**
 * Discretionary items that a stage, case or human task offers now: it is active, their rules apply or cannot be known, and they have not been
 * added yet, or may be repeated.
 */
export function offered(run: CaseRun, holder: ItemInstance): number[] {
  const { plannable } = run.itemOf(holder);
  if (plannable.length === 0 || run.path(holder).some(({ state }) => state !== 'active')) return [];
  const present = run.children(stageOf(run, holder));
  return plannable.filter((index) => {
    const item = run.item(index);
    const applies = item.gates.every(
      ({ rules }) => rules.length === 0 || rules.some((rule) => holdsForPlanning(run, holder.id, { condition: rule })),
    );
    if (!applies) return false;
    const parts = item.kind === 'fragment' ? (run.plan.containers[item.inner]?.items ?? []) : [index];
    const isNew = !present.some((instance) => parts.includes(instance.item));
    return isNew || (item.repetition !== undefined && holdsForPlanning(run, holder.id, item.repetition));
  });
}

/** Adds a discretionary item. @returns the instances that it becomes */
export function addPlanned(run: CaseRun, holder: ItemInstance, index: number): number[] {
  const created = create(run, stageOf(run, holder), [index]);
  for (const id of created) run.trace?.push({ what: 'planned', element: run.item(index).id, instance: id });
  return created;
}

/** What a human task offers goes into the stage around it. */
function stageOf(run: CaseRun, holder: ItemInstance): number {
  return run.itemOf(holder).inner >= 0 ? holder.id : holder.parent;
}
