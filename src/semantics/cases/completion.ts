/** When a stage or case is complete (CMMN 1.1, 8.6.1). */
import { isOver } from './life-cycles.ts';
import { eventKey } from './plan.ts';
import { offered } from './planning.ts';
import type { CaseRun } from './run.ts';
import type { ItemInstance } from './state.ts';
import { transit } from './transitions.ts';

/** Completes a stage or case in which something has changed and that is complete now, inner ones first. @returns whether there was one */
export function completeAny(run: CaseRun): boolean {
  const inner = [...run.touched].sort((a, b) => b - a);
  for (const id of inner) {
    run.touched.delete(id);
    const instance = run.instance(id);
    if (instance?.state === 'active' && isComplete(run, instance)) return transit(run, id, 'complete');
  }
  return false;
}

function isComplete(run: CaseRun, instance: ItemInstance): boolean {
  const { autoComplete, inner } = run.itemOf(instance);
  if (inner < 0) return false;
  const children = run.children(instance.id);
  if (children.some((child) => isOpen(child) || isAtIssue(run, child))) return false;
  // A stage that completes by itself waits until something in it has gone beyond Available, or nothing in it could ever begin.
  if (autoComplete)
    return children.every(mayBeLeft) && (children.length === 0 || children.some((child) => !isUntouched(child)));
  const left = children.filter((child) => !isSettled(child));
  // Listeners alone do not keep a stage open that has nothing for them to set off; those of a stage that has only just begun do.
  const isIdle = left.length < children.length && left.every((child) => isUnheard(run, child));
  return (left.length === 0 || isIdle) && offered(run, instance).length === 0;
}

/** Whether a listener waits for what nobody in the case could hear any more. */
function isUnheard(run: CaseRun, listener: ItemInstance): boolean {
  const { kind, index } = run.itemOf(listener);
  if (kind !== 'listener' || !isUntouched(listener)) return false;
  const hearers = run.plan.hearers.get(eventKey({ of: 'item', source: index, transition: 'occur' })) ?? [];
  const all = run.caseOf(listener.id)?.instances ?? [];
  return hearers.every(({ item, criterion }) => {
    const instances = all.filter((each) => each.item === item);
    // One that is not there yet may come.
    return instances.length > 0 && instances.every((each) => !mayHear(run, each, criterion));
  });
}

function mayHear(run: CaseRun, instance: ItemInstance, criterion: number): boolean {
  const isExit = run.itemOf(instance).criteria[criterion]?.kind === 'exit';
  return isExit ? !isSettled(instance) && !isOver(instance.state) : isUntouched(instance);
}

/** Why a stage or case cannot be completed by hand now; undefined: it can. */
export function openIn(run: CaseRun, instance: ItemInstance): string | undefined {
  const children = run.children(instance.id);
  const name = (child: ItemInstance) => run.itemOf(child).id;
  const open = children.filter(isOpen);
  if (open.length > 0) return `${open.map((child) => `${name(child)} is ${stateOf(child)}`).join(', ')}`;
  const required = children.filter((child) => !mayBeLeft(child));
  if (required.length === 0) return undefined;
  return required.map((child) => `${name(child)} is required and still ${child.state}`).join(', ');
}

function stateOf({ state, rests, asks }: ItemInstance): string {
  if (asks.length > 0) return `${state} and somebody has to decide about it`;
  return rests === undefined ? state : 'about to begin again';
}

/** At work, even if it pauses, or about to be. */
function isOpen({ state, former, rests, asks }: ItemInstance): boolean {
  if (state === 'active' || (state === 'suspended' && former === 'active') || rests !== undefined) return true;
  return asks.includes('manual') || asks.includes('repetition');
}

/** The events of a criterion have occurred, and whether its condition holds is still to be said. */
function isAtIssue(run: CaseRun, { item, asks }: ItemInstance): boolean {
  const { criteria } = run.item(item);
  return asks.some((question) => typeof question === 'number' && (criteria[question]?.parts.length ?? 0) > 0);
}

function isUntouched({ state, former }: ItemInstance): boolean {
  return (state === 'suspended' ? former : state) === 'available';
}

function isSettled({ state }: ItemInstance): boolean {
  return state === 'completed' || state === 'terminated' || state === 'disabled' || state === 'failed';
}

function mayBeLeft(child: ItemInstance): boolean {
  return !child.isRequired || isSettled(child);
}
