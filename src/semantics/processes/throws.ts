/** What a throw event brings about (BPMN 2.0.2, 10.5.4 and 13.5). */
import { compensate } from './compensation.ts';
import { raise } from './faults.ts';
import { broadcast, sendMessage } from './messages.ts';
import type { NetNode, Trigger } from './net.ts';
import type { Run } from './run.ts';
import { cancelContent } from './scopes.ts';

/** @param instance the multi-instance body that throws; -1: a throw event */
export function bringAbout(run: Run, scope: number, node: NetNode, trigger: Trigger, instance: number): void {
  const { kind, key } = trigger;
  run.trace?.push({ what: 'threw', element: node.id, scope, kind, key });
  if (instance < 0 && endsItself(kind)) completeThrow(run, scope, node);
  if (kind === 'message') sendMessage(run, scope, node, trigger);
  if (kind === 'signal') broadcast(run, key, instance);
  if (kind === 'error' || kind === 'escalation') raise(run, trigger, scope, instance, node.id);
  if (kind === 'compensation') compensate(run, scope, node.index, trigger);
  if (kind === 'cancel') cancelTransaction(run, scope, node);
  if (kind === 'terminate') cancelContent(run, scope);
  if (kind === 'link') follow(run, scope, node);
}

/** What is thrown ends the scope, with the event in it: it is reached all the same. */
function endsItself(kind: Trigger['kind']): boolean {
  return kind === 'terminate' || kind === 'error' || kind === 'cancel';
}

function completeThrow(run: Run, scope: number, node: NetNode): void {
  const thrower = run.scope(scope)?.instances.find((each) => each.kind === 'throw' && each.node === node.index);
  if (!thrower) return;
  run.removeInstance(scope, thrower.id);
  run.trace?.push({ what: 'completed', element: node.id, scope, instance: thrower.id });
}

/** Stops all in the transaction and compensates what is done in it; then it is left by its cancel event. */
function cancelTransaction(run: Run, id: number, node: NetNode): void {
  let scope = run.scope(id);
  while (scope && run.netScope(scope).kind !== 'transaction') scope = run.around(scope);
  if (!scope) return;
  cancelContent(run, scope.id);
  compensate(run, scope.id, node.index, { activity: -1 });
}

function follow(run: Run, scope: number, node: NetNode): void {
  const target = run.net.links.get(node.index);
  if (target !== undefined) run.push({ move: 'begin', scope, node: target });
  else {
    run.addInstance(scope, { node: node.index, kind: 'stuck' });
    run.trace?.push({ what: 'failed', element: node.id, scope, reason: 'no-link', key: node.name });
  }
}
