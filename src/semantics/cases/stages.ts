/** What is in a stage is created when it becomes active, all at once, and then looks at what guards it (CMMN 1.1, 8.4.2). */
import { tell } from './events.ts';
import { holds } from './questions.ts';
import type { CaseRun } from './run.ts';

/** Creates what is in a stage or case that has just become active. */
export function openStage(run: CaseRun, id: number): void {
  const instance = run.instance(id);
  const container = instance && run.plan.containers[run.itemOf(instance).inner];
  run.touched.add(id);
  if (container) create(run, id, container.items);
}

/** Creates instances of items in a stage or case. A fragment is what it contains (5.4.8). */
export function create(run: CaseRun, parent: number, items: readonly number[]): number[] {
  const created = items.flatMap((index) => flatten(run, index)).map((index) => createOne(run, index, parent));
  for (const id of created) announce(run, id);
  return created;
}

/** Creates one instance without a word. */
export function createOne(run: CaseRun, index: number, parent: number): number {
  const id = run.add(index, parent);
  const { required } = run.item(index);
  // As long as nobody has decided, what may be required is.
  if (required) run.change(id, { isRequired: holds(run, id, 'required', required) ?? true });
  return id;
}

/** Tells of a new instance, and lets it look at what guards it. */
export function announce(run: CaseRun, id: number): void {
  const instance = run.instance(id);
  if (!instance) return;
  run.trace?.push({
    what: 'went',
    element: run.itemOf(instance).id,
    instance: id,
    transition: 'create',
    to: instance.state,
  });
  run.touched.add(instance.parent);
  tell(run, instance, 'create');
  run.push({ move: instance.rests === undefined ? 'begin' : 'look', id });
}

/** A new instance looks at what guards it; one whose entry nothing guards goes on at once. It may have heard its event already. */
export function begin(run: CaseRun, id: number): void {
  const instance = run.instance(id);
  if (!instance) return;
  const { kind, hasEntry } = run.itemOf(instance);
  run.push({ move: 'look', id });
  if (!hasEntry && kind !== 'listener') run.push({ move: 'met', id, criterion: -1 });
}

function flatten(run: CaseRun, index: number): readonly number[] {
  const { kind, inner } = run.item(index);
  return kind === 'fragment'
    ? (run.plan.containers[inner]?.items ?? []).flatMap((each) => flatten(run, each))
    : [index];
}
