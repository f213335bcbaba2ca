import { stepOptions } from '../processes/step.ts';
import { settleCases } from './cascade.ts';
import type { CasePlan } from './plan.ts';
import { CaseRun } from './run.ts';
import { create } from './stages.ts';
import { type CaseInstance, type CaseState, criterionOf, type ItemInstance, partKey, type Question } from './state.ts';

export interface CaseMigration {
  readonly state: CaseState;
  /** Ids of the items whose instances have no place in the new model, each once. */
  readonly dropped: readonly string[];
}

/**
 * A state of one plan in another that was made from it by an edit: instances of items whose ids live stay in their states, the others are
 * dropped with all inside them, and what is new in a stage that is active begins as if the stage had just begun.
 */
export function migrateCases(state: CaseState, from: CasePlan, to: CasePlan): CaseMigration {
  const dropped = new Set<string>();
  const cases = state.cases.flatMap((each) => moveCase(each, from, to, dropped));
  return { state: withNewItems({ ...state, cases }, from, to), dropped: [...dropped] };
}

function withNewItems(state: CaseState, from: CasePlan, to: CasePlan): CaseState {
  const isNew = (item: number) => !from.itemOfId.has(to.items[item]?.id ?? '');
  if (!to.items.some(({ index }) => isNew(index))) return state;
  const run = new CaseRun(to, state, stepOptions, undefined);
  for (const { instances } of state.cases)
    for (const { id, item, state: is } of instances) {
      const inside = to.containers[to.items[item]?.inner ?? -1]?.items ?? [];
      if (is === 'active') create(run, id, inside.filter(isNew));
    }
  settleCases(run);
  return run.state();
}

function moveCase(each: CaseInstance, from: CasePlan, to: CasePlan, dropped: Set<string>): CaseInstance[] {
  const kept = new Set<number>([0]);
  const instances = each.instances.flatMap((instance) => {
    const id = from.items[instance.item]?.id ?? '';
    const item = to.itemOfId.get(id);
    if (item === undefined || !kept.has(instance.parent)) {
      dropped.add(id);
      return [];
    }
    kept.add(instance.id);
    return [moveInstance(instance, item, from, to)];
  });
  if (instances.length === 0) return [];
  const files = Object.entries(each.files).flatMap(([index, count]) => {
    const file = to.fileOfId.get(from.files[Number(index)]?.id ?? '');
    return file === undefined ? [] : [[file, count]];
  });
  return [{ ...each, instances, files: Object.fromEntries(files) }];
}

/** What its criteria have heard is kept where they have stayed the same. */
function moveInstance(instance: ItemInstance, item: number, from: CasePlan, to: CasePlan): ItemInstance {
  const { rests, ...rest } = instance;
  const before = from.items[instance.item]?.criteria ?? [];
  const after = to.items[item]?.criteria ?? [];
  const placeOf = (index: number) => after.findIndex(({ id }) => id === before[index]?.id);
  const seen = instance.seen.flatMap((key) => {
    const criterion = criterionOf(key);
    const place = placeOf(criterion);
    const part = key - partKey(criterion, 0);
    return place >= 0 && part < (after[place]?.parts.length ?? 0) ? [partKey(place, part)] : [];
  });
  const asks = instance.asks.flatMap((question): Question[] => {
    if (typeof question !== 'number') return [question];
    const place = placeOf(question);
    return place >= 0 ? [place] : [];
  });
  // It goes on by the criterion that was met, and by none if that is gone.
  const resting = rests === undefined ? {} : { rests: placeOf(rests) };
  return { ...rest, item, seen: seen.sort((a, b) => a - b), asks, ...resting };
}
