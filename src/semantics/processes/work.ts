import type { Value } from '../expressions/expression.ts';
import { openInner } from './bounds.ts';
import type { MultiInstance, NetNode } from './net.ts';
import type { Run } from './run.ts';
import type { NodeInstance } from './state.ts';

/**
 * Starts the work itself: a task waits until it is finished, a sub-process or a call opens its scope.
 * @param id of the instance that goes into another round
 */
export function startWork(
  run: Run,
  scope: number,
  node: NetNode,
  body: number,
  count: number,
  id?: number,
): NodeInstance {
  const instance = run.addWork(scope, node.index, body, count, id || undefined);
  if (node.inner >= 0) {
    const item: Record<string, Value> = body >= 0 || node.loop ? { loopCounter: count } : {};
    const holder = run.instance(scope, body);
    if (holder && node.loop?.kind === 'multi-instance') Object.assign(item, itemOf(holder, node.loop, count));
    // A called process sees what its caller saw at the start, and no more (choice).
    const data = node.kind === 'call' ? { ...run.seen(run.scope(scope)), ...item } : item;
    openInner(run, node, scope, instance.id, data);
  }
  if (body < 0 && (node.armed.length > 0 || node.kind === 'receive'))
    run.push({ move: 'arm', scope, instance: instance.id });
  return instance;
}

/** The item of an instance of a multi-instance activity, as the variable that it is there. @param count its number from 0 */
export function itemOf({ items }: NodeInstance, { item }: MultiInstance, count: number): Record<string, Value> {
  return items && item !== undefined && count < items.length ? { [item]: items[count] } : {};
}
