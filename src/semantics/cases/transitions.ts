/** Instances go from state to state, and what is in them with them (CMMN 1.1, 8.4). */
import { tell } from './events.ts';
import { type ItemState, isOver, type LifeCycle, type TransitionName, transitionFrom } from './life-cycles.ts';
import type { CaseItem } from './plan.ts';
import { repeat } from './repetition.ts';
import type { CaseRun } from './run.ts';
import { openStage } from './stages.ts';
import { criterionOf, type ItemInstance } from './state.ts';

/**
 * Makes a transition if the table has it from where the instance is.
 * @param by id of the criterion that was met
 * @returns whether it was made
 */
export function transit(run: CaseRun, id: number, name: TransitionName, by?: string): boolean {
  const instance = run.instance(id);
  const item = instance && run.itemOf(instance);
  const transition = instance && item && transitionFrom(item.cycle, instance.state, name);
  if (!instance || !item || !transition) return false;
  const to = transition.to === 'former' ? (instance.former ?? 'available') : transition.to;
  run.replace(moved(item, instance, to, name === 'parentSuspend'));
  if (instance.state === 'available') run.begun.add(id);
  run.touched.add(instance.parent);
  run.trace?.push({
    what: 'went',
    element: item.id,
    instance: id,
    transition: name,
    from: instance.state,
    to,
    ...(by !== undefined && { by }),
  });
  tell(run, instance, name, by);
  followUp(run, id, name, instance.state, to);
  return true;
}

/** An instance in the state that it goes to, with what still matters there. */
function moved(item: CaseItem, instance: ItemInstance, state: ItemState, isSuspendedByParent: boolean): ItemInstance {
  if (state === 'suspended') return { ...instance, state, isSuspendedByParent, former: instance.state };
  const { former: _, ...resumed } = instance;
  if (state === 'available') return { ...resumed, state, isSuspendedByParent };
  const { id, parent, isRequired, seen, asks } = instance;
  const gone = { id, item: item.index, parent, state, isSuspendedByParent, isRequired };
  if (isOver(state)) return { ...gone, seen: NONE, asks: filtered(asks, (question) => question === 'repetition') };
  const isExit = (criterion: number) => item.criteria[criterion]?.kind === 'exit';
  return {
    ...gone,
    seen: filtered(seen, (key) => isExit(criterionOf(key))),
    asks: filtered(asks, (question) => (typeof question === 'number' ? isExit(question) : question !== 'manual')),
  };
}

const NONE: readonly never[] = [];

function filtered<T>(list: readonly T[], isMeant: (each: T) => boolean): readonly T[] {
  return list.length === 0 ? list : list.filter(isMeant);
}

function followUp(run: CaseRun, id: number, name: TransitionName, from: ItemState, to: ItemState): void {
  const instance = run.instance(id);
  const item = instance && run.itemOf(instance);
  if (!instance || !item) return;
  if (to === 'active' && (name === 'start' || name === 'manualStart')) {
    if (item.inner >= 0) openStage(run, id);
    else if (item.kind === 'task' && !item.isBlocking) run.push({ move: 'transit', id, transition: 'complete' });
  }
  // While it did not run, what is in it may have come to its end.
  if (to === 'active' && (from === 'suspended' || from === 'failed')) run.touched.add(id);
  if (to === 'suspended') for (const child of run.children(id)) suspendWithParent(run, child);
  if (from === 'suspended' && !isOver(to)) {
    run.push({ move: 'look', id });
    if (to === 'active') for (const child of run.children(id)) resumeWithParent(run, child);
  }
  if (isOver(to)) {
    closeContent(run, id, name);
    if (!item.hasEntry && (name === 'complete' || name === 'terminate' || name === 'occur')) repeat(run, instance);
    forget(run, instance);
  }
}

const withParent = {
  suspend: { work: 'parentSuspend', occurrence: 'suspend', case: undefined },
  resume: { work: 'parentResume', occurrence: 'resume', case: undefined },
  end: { work: 'exit', occurrence: 'parentTerminate', case: undefined },
} as const satisfies Readonly<Record<string, Readonly<Record<LifeCycle, TransitionName | undefined>>>>;

function suspendWithParent(run: CaseRun, child: ItemInstance): void {
  const name = withParent.suspend[run.itemOf(child).cycle];
  if (name && transit(run, child.id, name)) run.change(child.id, { isSuspendedByParent: true });
}

function resumeWithParent(run: CaseRun, child: ItemInstance): void {
  const name = withParent.resume[run.itemOf(child).cycle];
  if (name && child.isSuspendedByParent) transit(run, child.id, name);
}

/** What is in something that has ended ends with it; what was disabled or has failed counts as ended when a stage completes, but not what is in it (8.6.1). */
function closeContent(run: CaseRun, id: number, name: TransitionName): void {
  for (const child of run.children(id)) {
    const isSettled = name === 'complete' && (child.state === 'disabled' || child.state === 'failed');
    const end = withParent.end[run.itemOf(child).cycle];
    if (isSettled) closeContent(run, child.id, 'exit');
    else if (end) transit(run, child.id, end);
    run.change(child.id, { asks: [] });
  }
}

/** Of what is over only the latest instance of an item in its stage is kept, so that a repetition does not fill the memory. */
function forget(run: CaseRun, instance: ItemInstance): void {
  for (const each of run.instancesOf(instance.item, run.caseOf(instance.id)?.id ?? -1))
    if (each.parent === instance.parent && each.id < instance.id && isOver(each.state) && each.asks.length === 0)
      run.remove(each.id);
}
