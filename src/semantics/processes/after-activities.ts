/** What comes after activities: what may be undone is remembered, and who waits for them goes on. */
import { adHocDone } from './ad-hoc.ts';
import type { NetNode } from './net.ts';
import type { Run } from './run.ts';
import type { Completion, NodeInstance } from './state.ts';

/** What comes after an activity as a whole. @param id its instance, for who waits for it */
export function activityDone(run: Run, scope: number, node: NetNode, id: number): void {
  if (node.kind === 'event-sub-process' || node.isForCompensation) {
    releaseWaiting(run, id);
    return;
  }
  const holder = run.scope(scope);
  const adHoc = holder && run.netScope(holder).adHoc;
  if (adHoc) {
    adHocDone(run, holder, node);
    return;
  }
  run.push({ move: 'leave', scope, node: node.index });
}

export function remember(run: Run, scope: number, completions: readonly Completion[]): void {
  const open = completions.length > 0 ? run.edit(scope) : undefined;
  if (open) open.completions = [...open.completions, ...completions];
}

/** A handler or a scope that was opened to compensate is done: the throw that waits for it may go on. */
function releaseWaiting(run: Run, id: number): void {
  for (const scope of run.scopes) {
    const waiting = scope.instances.find(({ pending }) => pending?.includes(id));
    if (waiting) {
      handlerDone(run, scope.id, waiting, id);
      return;
    }
  }
}

export function handlerDone(run: Run, scope: number, waiting: NodeInstance, id: number): void {
  const pending = waiting.pending?.filter((each) => each !== id) ?? [];
  run.changeInstance(scope, waiting.id, { pending });
  if (pending.length === 0) compensationDone(run, scope, waiting);
}

/** All handlers are done: the throw goes on; a transaction is left by its cancel event (BPMN 2.0.2, 13.5.6). */
export function compensationDone(run: Run, scope: number, waiting: NodeInstance): void {
  const node = run.node(waiting.node);
  run.removeInstance(scope, waiting.id);
  // In a scope that was opened again the instance stands for an activity, and nothing goes on from there; nor from a throw that has not waited.
  if (node.kind !== 'throw' && node.kind !== 'end') return;
  if (node.triggers.some(({ kind, waits }) => kind === 'compensation' && waits === false)) return;
  run.trace?.push({ what: 'completed', element: node.id, scope, instance: waiting.id });
  const cancel = node.triggers.find(({ kind }) => kind === 'cancel');
  const holder = run.scope(scope);
  const host = holder && run.instance(holder.parent, holder.owner);
  const event =
    host && run.node(host.node).boundary.find((each) => run.node(each).triggers.some(({ kind }) => kind === 'cancel'));
  if (cancel && holder && host && event !== undefined) {
    const subscription = { scope: holder.parent, instance: host.body >= 0 ? host.body : host.id, node: event };
    run.push({ move: 'occur', subscription, trigger: cancel });
  } else run.push({ move: 'leave', scope, node: node.index });
}
