/** Activities with several items: how many, when they begin, and what each of them throws (BPMN 2.0.2, 13.3.7). */
import type { Data, Value } from '../expressions/expression.ts';
import { activityDone, remember } from './after-activities.ts';
import { failInstance, MOST_AT_ONCE } from './bounds.ts';
import type { MultiInstance, NetNode } from './net.ts';
import type { Run } from './run.ts';
import { cancelInstance } from './scopes.ts';
import type { Completion, NodeInstance } from './state.ts';
import { itemOf, startWork } from './work.ts';

export function beginItems(run: Run, scope: number, node: NetNode, loop: MultiInstance): number {
  const data = run.data(run.scope(scope));
  const items = loop.collection?.evaluate(data);
  if (Array.isArray(items)) return startItems(run, scope, node, loop, items.length, items);
  const total = countOf(loop, data);
  if (total === undefined) return run.addInstance(scope, { node: node.index, kind: 'choice', choice: 'count' }).id;
  return startItems(run, scope, node, loop, total);
}

function countOf(loop: MultiInstance, data: Data): number | undefined {
  const count = loop.cardinality?.evaluate(data);
  return typeof count === 'number' && Number.isFinite(count) ? Math.max(0, Math.floor(count)) : undefined;
}

/**
 * Starts the items of a multi-instance activity, whose number is fixed from now on (BPMN 2.0.2, 13.3.7).
 * @param items what they are, where that is known
 */
export function startItems(
  run: Run,
  scope: number,
  node: NetNode,
  loop: MultiInstance,
  total: number,
  items?: readonly Value[],
): number {
  if (total === 0) {
    activityDone(run, scope, node, 0);
    return 0;
  }
  const body = run.addInstance(scope, {
    node: node.index,
    kind: 'body',
    total,
    completions: [],
    ...(items && { items }),
  });
  if (node.armed.length > 0) run.push({ move: 'arm', scope, instance: body.id });
  const first = loop.isSequential ? 1 : total;
  if (first > MOST_AT_ONCE) {
    failInstance(run, scope, node.id, 'too-many');
    return 0;
  }
  for (let count = 0; count < first; count++) startWork(run, scope, node, body.id, count);
  return body.id;
}

export function itemDone(run: Run, scope: number, item: NodeInstance, completions: readonly Completion[]): void {
  const body = run.instance(scope, item.body);
  const { loop } = run.node(item.node);
  if (!body || loop?.kind !== 'multi-instance') return;
  const done = body.done + 1;
  run.changeInstance(scope, body.id, { done, completions: [...(body.completions ?? []), ...completions] });
  const facts = factsOf({ ...body, done }, loop, item.count);
  throwForItem(run, scope, body, loop, done, facts);
  run.push({ move: 'item', scope, body: body.id, count: item.count });
}

/** After an item of a multi-instance activity: enough are done, or the next one starts. @param count its number */
export function itemsGoOn(run: Run, scope: number, id: number, count: number): void {
  const body = run.instance(scope, id);
  const node = body && run.node(body.node);
  if (!body || node?.loop?.kind !== 'multi-instance') return;
  const facts = factsOf(body, node.loop, count);
  const isEnough = node.loop.completion?.evaluate(run.data(run.scope(scope), facts)) === true;
  if (isEnough || body.done >= body.total) bodyDone(run, scope, id, node);
  else if (node.loop.isSequential) startWork(run, scope, node, id, count + 1);
}

/** What the conditions of a multi-instance activity may ask: the item that is done, and what vendors count. */
function factsOf(body: NodeInstance, loop: MultiInstance, loopCounter: number): Record<string, Value> {
  const { total, done } = body;
  const nrOfActiveInstances = loop.isSequential ? 0 : total - done;
  const counts = { nrOfInstances: total, nrOfCompletedInstances: done, nrOfActiveInstances, loopCounter };
  return { ...counts, ...itemOf(body, loop, loopCounter) };
}

function throwForItem(
  run: Run,
  scope: number,
  body: NodeInstance,
  loop: MultiInstance,
  done: number,
  facts: Readonly<Record<string, Value>>,
): void {
  const data = run.data(run.scope(scope), facts);
  const rules =
    loop.behavior === 'Complex' ? loop.rules.filter(({ condition }) => condition?.evaluate(data) === true) : [];
  const isDue = loop.behavior === 'None' || (loop.behavior === 'One' && done === 1);
  for (const trigger of [...(isDue ? [loop.throws] : []), ...rules.map(({ throws }) => throws)])
    if (trigger) run.push({ move: 'throw', scope, node: body.node, trigger, instance: body.id });
}

function bodyDone(run: Run, scope: number, id: number, node: NetNode): void {
  const body = run.instance(scope, id);
  for (const rest of run.scope(scope)?.instances.filter((each) => each.body === id) ?? [])
    cancelInstance(run, scope, rest);
  remember(run, scope, body?.completions ?? []);
  run.removeInstance(scope, id);
  activityDone(run, scope, node, id);
}
