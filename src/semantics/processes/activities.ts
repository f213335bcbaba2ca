/** Activities begin and end: once, in rounds, or as several items (BPMN 2.0.2, 13.3.2 to 13.3.7). */
import type { Value } from '../expressions/expression.ts';
import type { MultiInstance, NetNode, StandardLoop, Trigger } from './net.ts';
import type { Run } from './run.ts';
import { cancelContent, cancelInstance, openScope } from './scopes.ts';
import type { Completion, NodeInstance, ScopeInstance } from './state.ts';

/** A token starts an activity. @returns the number of the instance; 0: it is over already */
export function beginActivity(run: Run, scope: number, node: NetNode): number {
  if (node.loop?.kind === 'multi-instance') return beginItems(run, scope, node, node.loop);
  if (node.loop?.testBefore) return nextRound(run, scope, node, node.loop, 0);
  return startWork(run, scope, node, -1, 0).id;
}

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
  const instance = run.addInstance(scope, { node: node.index, kind: 'work', body, count, ...(id && { id }) });
  if (node.inner >= 0) {
    const item: Record<string, Value> = body >= 0 || node.loop ? { loopCounter: count } : {};
    // A called process sees what its caller saw at the start, and no more (choice).
    const data = node.kind === 'call' ? { ...run.seen(run.scope(scope)), ...item } : item;
    openScope(run, node.inner, scope, instance.id, data);
  }
  if (body < 0 && (node.boundary.length > 0 || node.kind === 'receive'))
    run.push({ move: 'arm', scope, instance: instance.id });
  return instance;
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
  if (node.kind === 'call' && inner) returnData(run, scope, inner);
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

/** What comes after an activity as a whole. @param id its instance, for who waits for it */
function activityDone(run: Run, scope: number, node: NetNode, id: number): void {
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

/** The condition of an ad-hoc sub-process is asked each time that an activity in it is done (BPMN 2.0.2, 13.3.5). */
function adHocDone(run: Run, scope: ScopeInstance, node: NetNode): void {
  const adHoc = run.netScope(scope).adHoc;
  const isDone = adHoc?.completion?.evaluate(run.data(scope)) === true;
  if (isDone && adHoc?.cancelsRemaining) cancelContent(run, scope.id);
  const open = isDone && run.edit(scope.id);
  if (open) open.isEnding = true;
  if (!isDone || !adHoc?.cancelsRemaining) run.push({ move: 'leave', scope: scope.id, node: node.index });
}

/** An ad-hoc sub-process is done. */
export function endAdHoc(run: Run, id: number): void {
  const scope = run.scope(id);
  if (!scope) return;
  run.removeScope(id);
  run.trace?.push({ what: 'ended', element: run.netScope(scope).id, scope: id });
  run.push({ move: 'finish', scope: scope.parent, instance: scope.owner, inner: scope });
}

/** What a called process knows at its end, its caller knows too (choice). */
function returnData(run: Run, scope: number, inner: ScopeInstance): void {
  let home = run.scope(scope);
  for (let outer = home && run.around(home); outer; outer = run.around(outer)) home = outer;
  const open = home && run.edit(home.id);
  const { loopCounter: _, ...data } = inner.data as Record<string, Value>;
  if (open) open.data = { ...open.data, ...data };
}

/**
 * Another round of a loop, or on (BPMN 2.0.2, 13.3.6).
 * @param count rounds done
 * @param id of the instance that goes into the next round
 * @param chosen what somebody decided
 */
export function nextRound(
  run: Run,
  scope: number,
  node: NetNode,
  loop: StandardLoop,
  count: number,
  id = 0,
  chosen?: boolean,
): number {
  const isOver = loop.maximum !== undefined && count >= loop.maximum;
  const again = isOver ? false : (chosen ?? holdsAgain(run, scope, loop, count));
  if (again === true) return startWork(run, scope, node, -1, count, id).id;
  const same = id > 0 ? { id } : {};
  if (again === undefined)
    return run.addInstance(scope, { node: node.index, kind: 'choice', choice: 'again', count, ...same }).id;
  activityDone(run, scope, node, id);
  return 0;
}

function holdsAgain(run: Run, scope: number, loop: StandardLoop, count: number): boolean | undefined {
  if (!loop.condition && loop.maximum !== undefined) return true;
  const value = loop.condition?.evaluate(run.data(run.scope(scope), { loopCounter: count }));
  if (typeof value === 'boolean') return value;
  return run.options.unknown === 'false' ? false : undefined;
}

function beginItems(run: Run, scope: number, node: NetNode, loop: MultiInstance): number {
  const total = countOf(run, scope, loop);
  if (total === undefined) return run.addInstance(scope, { node: node.index, kind: 'choice', choice: 'count' }).id;
  return startItems(run, scope, node, loop, total);
}

function countOf(run: Run, scope: number, loop: MultiInstance): number | undefined {
  const data = run.data(run.scope(scope));
  const items = loop.collection ? data.get(loop.collection) : undefined;
  if (Array.isArray(items)) return items.length;
  const count = loop.cardinality?.evaluate(data);
  return typeof count === 'number' && Number.isFinite(count) ? Math.max(0, Math.floor(count)) : undefined;
}

/** Starts the items of a multi-instance activity, whose number is fixed from now on (BPMN 2.0.2, 13.3.7). */
export function startItems(run: Run, scope: number, node: NetNode, loop: MultiInstance, total: number): number {
  if (total === 0) {
    activityDone(run, scope, node, 0);
    return 0;
  }
  const body = run.addInstance(scope, { node: node.index, kind: 'body', total, completions: [] });
  if (node.boundary.length > 0) run.push({ move: 'arm', scope, instance: body.id });
  const first = loop.isSequential ? 1 : total;
  for (let count = 0; count < first; count++) startWork(run, scope, node, body.id, count);
  return body.id;
}

function itemDone(run: Run, scope: number, item: NodeInstance, completions: readonly Completion[]): void {
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

/** What the vendors' conditions ask of a multi-instance activity. */
function factsOf(
  { total, done }: NodeInstance,
  { isSequential }: MultiInstance,
  loopCounter: number,
): Record<string, Value> {
  const nrOfActiveInstances = isSequential ? 0 : total - done;
  return { nrOfInstances: total, nrOfCompletedInstances: done, nrOfActiveInstances, loopCounter };
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

function completionOf(run: Run, scope: number, node: NetNode, inner: ScopeInstance | undefined): Completion {
  const data = { ...run.seen(run.scope(scope)), ...inner?.data };
  return { node: node.index, data, ...(inner && { inner: { scope: inner.scope, completions: inner.completions } }) };
}

function remember(run: Run, scope: number, completions: readonly Completion[]): void {
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

function handlerDone(run: Run, scope: number, waiting: NodeInstance, id: number): void {
  const pending = waiting.pending?.filter((each) => each !== id) ?? [];
  run.changeInstance(scope, waiting.id, { pending });
  if (pending.length === 0) compensationDone(run, scope, waiting);
}

/** All handlers are done: the throw goes on; a transaction is left by its cancel event (BPMN 2.0.2, 13.5.6). */
export function compensationDone(run: Run, scope: number, waiting: NodeInstance): void {
  const node = run.node(waiting.node);
  run.removeInstance(scope, waiting.id);
  // In a scope that was opened again the instance stands for an activity, and nothing goes on from there.
  if (node.kind !== 'throw' && node.kind !== 'end') return;
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
