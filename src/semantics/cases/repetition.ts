/** Repetition (CMMN 1.1, 5.4.11.3 and 8.6.4): with entry criteria each time that one is met, else when an instance is done. */
import { holds } from './questions.ts';
import type { CaseRun } from './run.ts';
import { announce, createOne } from './stages.ts';
import type { ItemInstance } from './state.ts';

/** Makes the next instance if the rule says so, or asks; nothing is repeated in a stage that is over. */
export function repeat(run: CaseRun, instance: ItemInstance): void {
  const { repetition } = run.itemOf(instance);
  if (!repetition || run.instance(instance.parent)?.state !== 'active') return;
  if (holds(run, instance.id, 'repetition', repetition)) addNext(run, instance);
}

/** Makes the next instance. Where the last one came and went within this step, the next rests: it would come and go as well. */
export function addNext(run: CaseRun, { id, item, parent }: ItemInstance): void {
  const next = createOne(run, item, parent);
  run.repeated.add(next);
  const { kind, hasEntry } = run.item(item);
  const isQuick = run.begun.has(id) && !hasEntry && kind !== 'listener';
  if (isQuick) run.change(next, { rests: -1 });
  announce(run, next);
  if (isQuick) run.trace?.push({ what: 'rested', element: run.item(item).id, instance: next });
}
