/** Activities begin and end: once, in rounds, or as several items (BPMN 2.0.2, 13.3.2 to 13.3.7). */
import { activityDone, handlerDone, remember } from './after-activities.ts';
import { change } from './conditions.ts';
import { beginItems, itemDone } from './items.ts';
import type { NetNode, Trigger } from './net.ts';
import { nextRound } from './rounds.ts';
import type { Run } from './run.ts';
import type { Completion, ScopeInstance } from './state.ts';
import { startWork } from './work.ts';

/** A token starts an activity. @returns the number of the instance; 0: it is over already */
export function beginActivity(run: Run, scope: number, node: NetNode): number {
  if (node.loop?.kind === 'multi-instance') return beginItems(run, scope, node, node.loop);
  if (node.loop?.testBefore) return nextRound(run, scope, node, node.loop, 0);
  return startWork(run, scope, node, -1, 0).id;
}

/** An activity is done. @param inner the scope that ran for it */
export function finish(run: Run, scope: number, id: number, inner?: ScopeInstance): void {
  const instance = run.instance(scope, id);
  if (!instance) return;
  if (instance.kind === 'compensation') {
    handlerDone(run, scope, instance, inner?.id ?? -1);
    return;
  }
  const node = run.node(instance.node);
  run.removeInstance(scope, id);
  run.trace?.push({ what: 'completed', element: node.id, scope, instance: id });
  if (node.kind === 'call' && inner) returnData(run, scope, node, inner);
  sendAtEnd(run, scope, node);
  const completions = node.isCompensable ? [completionOf(run, scope, node, inner)] : [];
  if (instance.body >= 0) {
    itemDone(run, scope, instance, completions);
    return;
  }
  remember(run, scope, completions);
  if (node.loop?.kind === 'loop') nextRound(run, scope, node, node.loop, instance.count + 1, id);
  else activityDone(run, scope, node, id);
}

/** A send task sends its message; any activity sends along the message flows that leave it. */
function sendAtEnd(run: Run, scope: number, node: NetNode): void {
  const own = node.kind === 'task' ? node.triggers : [];
  const sent = own.length > 0 || node.sends.length === 0 ? own : [anyMessage];
  for (const trigger of sent) run.push({ move: 'throw', scope, node: node.index, trigger, instance: -1 });
}

const anyMessage: Trigger = { kind: 'message', key: '', name: '' };

/** What a called process knows at its end, its caller knows too (choice). */
function returnData(run: Run, scope: number, { loop }: NetNode, inner: ScopeInstance): void {
  const item = loop?.kind === 'multi-instance' ? loop.item : undefined;
  const own = Object.entries(inner.data).filter(([name]) => name !== 'loopCounter' && name !== item);
  change(run, scope, Object.fromEntries(own));
}

function completionOf(run: Run, scope: number, node: NetNode, inner: ScopeInstance | undefined): Completion {
  const data = { ...run.seen(run.scope(scope)), ...inner?.data };
  return { node: node.index, data, ...(inner && { inner: { scope: inner.scope, completions: inner.completions } }) };
}
