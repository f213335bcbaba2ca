/** An event happens to who waits for it (BPMN 2.0.2, 13.5). */
import { finish } from './activities.ts';
import { openInner } from './bounds.ts';
import type { NetNode, Trigger } from './net.ts';
import type { Run, Subscription } from './run.ts';
import { cancelContent, cancelInstance } from './scopes.ts';
import { type NodeInstance, triggerKey } from './state.ts';
import { leave } from './ways-on.ts';

/**
 * The event of a subscription happens, if somebody still waits for it.
 * @param by the multi-instance body that has thrown it: it goes on, or it could not throw "for each instance" (choice; BPMN 2.0.2, table 10.31)
 */
export function occur(
  run: Run,
  { scope, instance: id, node: index }: Subscription,
  trigger: Trigger,
  by?: number,
): void {
  const node = run.node(index);
  if (id < 0) {
    startEventSubProcess(run, scope, node, trigger);
    return;
  }
  const instance = run.instance(scope, id);
  if (!instance) return;
  if (!hasAll(run, scope, instance, node, trigger)) return;
  run.trace?.push({ what: 'caught', element: node.id, scope, kind: trigger.kind, key: trigger.key });
  if (node.kind === 'boundary') occurAtBoundary(run, scope, instance, node, trigger, by === id);
  else if (instance.kind === 'work') finish(run, scope, id);
  else {
    run.removeInstance(scope, id);
    if (instance.node !== index) leadFromGateway(run, scope, instance, index);
    run.trace?.push({ what: 'completed', element: node.id, scope, instance: id });
    waitForOthers(run, scope, instance, node);
    leave(run, scope, index);
  }
}

/** The event of a gateway has happened: a token has gone from it to there. */
function leadFromGateway(run: Run, scope: number, { id, node }: NodeInstance, event: number): void {
  const gateway = run.node(node);
  run.trace?.push({ what: 'completed', element: gateway.id, scope, instance: id });
  const flow = gateway.outgoing.find((each) => run.net.flows[each]?.target === event);
  if (flow !== undefined) run.trace?.push({ what: 'took', element: run.net.flows[flow]?.id ?? '', scope });
}

/** Of a parallel multiple event: whether this was the last trigger that it waits for; if not, it is noted. */
function hasAll(run: Run, scope: number, instance: NodeInstance | undefined, node: NetNode, trigger: Trigger): boolean {
  if (!node.isParallelMultiple) return true;
  const holder = instance ?? run.scope(scope);
  const keys = node.triggers.map((_, at) => triggerKey(node.index, at));
  const seen = new Set([...(holder?.seen ?? []), triggerKey(node.index, node.triggers.indexOf(trigger))]);
  const isWhole = keys.every((key) => seen.has(key));
  if (isWhole) for (const key of keys) seen.delete(key);
  if (instance) run.changeInstance(scope, instance.id, { seen: [...seen] });
  else {
    const open = run.edit(scope);
    if (open) open.seen = [...seen];
  }
  return isWhole;
}

/** A parallel event-based gateway at the start of a process waits for its other events too (BPMN 2.0.2, 13.4.4). */
function waitForOthers(run: Run, scope: number, instance: NodeInstance, caught: NetNode): void {
  const gateway = run.node(instance.node);
  if (gateway.kind !== 'event-based' || !gateway.isParallelMultiple || !gateway.isInstantiating) return;
  for (const flow of gateway.outgoing) {
    const target = run.net.flows[flow]?.target ?? -1;
    if (target !== caught.index) run.push({ move: 'begin', scope, node: target });
  }
}

function occurAtBoundary(
  run: Run,
  scope: number,
  host: NodeInstance,
  node: NetNode,
  trigger: Trigger,
  isOwn: boolean,
): void {
  if (node.isInterrupting && !isOwn) cancelInstance(run, scope, host);
  else if (!isOwn) run.changeInstance(scope, host.id, afterOccurring(host, node.index, trigger));
  run.trace?.push({ what: 'completed', element: node.id, scope, instance: host.id });
  leave(run, scope, node.index);
}

/** An interrupting one stops all else in its scope; the scope goes on by it (BPMN 2.0.2, 13.5.4). */
function startEventSubProcess(run: Run, id: number, start: NetNode, trigger: Trigger): void {
  const scope = run.edit(id);
  if (!scope || (start.isInterrupting && scope.isInterrupted) || !hasAll(run, id, undefined, start, trigger)) return;
  run.trace?.push({ what: 'caught', element: start.id, scope: id, kind: trigger.kind, key: trigger.key });
  if (start.isInterrupting) {
    cancelContent(run, id);
    scope.isInterrupted = true;
  } else Object.assign(scope, afterOccurring(scope, start.index, trigger));
  const node = run.node(run.net.scopes[start.scope]?.node ?? -1);
  const owner = run.addInstance(id, { node: node.index, kind: 'work' });
  const opened = openInner(run, node, id, owner.id);
  if (!opened) return;
  run.trace?.push({ what: 'completed', element: start.id, scope: opened.id, instance: owner.id });
  run.push({ move: 'leave', scope: opened.id, node: start.index });
}

interface Occurred {
  readonly fired?: readonly number[];
  readonly rounds?: readonly number[];
}

/**
 * What is to be remembered when an event that does not interrupt has happened: a message or a signal comes again, a point in time does not,
 * and a cycle as often as it says.
 */
function afterOccurring({ fired = [], rounds = [] }: Occurred, event: number, { kind, timer }: Trigger): Occurred {
  const times = kind === 'timer' && timer ? timer.times : Number.POSITIVE_INFINITY;
  if (times === Number.POSITIVE_INFINITY) return {};
  const before = rounds.filter((each) => each === event).length;
  if (before + 1 < times) return { rounds: [...rounds, event] };
  const others = rounds.filter((each) => each !== event);
  return { fired: [...fired, event], ...(rounds.length > 0 && { rounds: others }) };
}
