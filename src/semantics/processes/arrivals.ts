/** A token reaches a node, or a node begins without one. */
import { beginActivity } from './activities.ts';
import { activateComplex } from './joins.ts';
import type { NetNode, NodeKind, Trigger } from './net.ts';
import type { Run, Throwing } from './run.ts';
import { leave } from './ways-on.ts';

/** A token reaches the end of a flow. One that comes the same way twice within a step rests, so that no step runs for ever. */
export function arrive(run: Run, scope: number, flow: number): void {
  if (!run.scope(scope)) return;
  if (!run.takes(scope, flow) || run.options.rests === flow) {
    run.rest(scope, flow);
    return;
  }
  const { id, target } = run.net.flows[flow] as { id: string; target: number };
  run.trace?.push({ what: 'took', element: id, scope });
  const node = run.node(target);
  if (node.kind === 'parallel') arriveAtParallel(run, scope, node, flow);
  else if (node.kind === 'inclusive' && node.incoming.length > 1) run.addToken(scope, flow);
  else if (node.kind === 'complex') arriveAtComplex(run, scope, node, flow);
  else if (node.startQuantity > 1) arriveInNumbers(run, scope, node, flow);
  else begin(run, scope, node);
}

/** A node begins: at rest or done at once, by its kind. */
export function begin(run: Run, scope: number, node: NetNode): void {
  beginners[node.kind](run, scope, node);
}

const beginners: Readonly<Record<NodeKind, (run: Run, scope: number, node: NetNode) => void>> = {
  task: beginActivity,
  receive: beginActivity,
  'sub-process': beginActivity,
  'event-sub-process': beginActivity,
  call: beginActivity,
  'event-based': beginWaiting,
  catch: beginCatch,
  throw: beginThrow,
  end: beginThrow,
  start: pass,
  boundary: pass,
  exclusive: pass,
  parallel: pass,
  inclusive: pass,
  complex: pass,
};

/** The target of a link has nothing to wait for. */
function beginCatch(run: Run, scope: number, node: NetNode): void {
  const waits = node.triggers.length > 0 && !node.triggers.some(({ kind }) => kind === 'link');
  (waits ? beginWaiting : pass)(run, scope, node);
}

/** A node that takes no time. */
export function pass(run: Run, scope: number, node: NetNode): void {
  run.trace?.push({ what: 'completed', element: node.id, scope, instance: 0 });
  leave(run, scope, node.index);
}

function beginWaiting(run: Run, scope: number, node: NetNode): void {
  const { id } = run.addInstance(scope, { node: node.index, kind: 'wait' });
  run.push({ move: 'arm', scope, instance: id });
}

/**
 * Each trigger of a throw event is brought about, then it is left; one that ends its scope or waits sees to the rest itself. A signal is for all
 * who wait for it, so it goes out when all that comes to wait in this step has come, and what is thrown after it waits its turn.
 */
function beginThrow(run: Run, scope: number, node: NetNode): void {
  if (node.triggers.length === 0) {
    pass(run, scope, node);
    return;
  }
  const { id } = run.addInstance(scope, { node: node.index, kind: 'throw' });
  const isForAll = node.triggers.some(({ kind }) => kind === 'signal');
  if (isForAll || run.late.length > 0) run.late = [...run.late, { scope, instance: id }];
  else throwAll(run, { scope, instance: id });
}

/** The first throw event that was put off brings about what it says. @returns whether there was one that still stands */
export function throwLate(run: Run): boolean {
  for (let [first, ...rest] = run.late; first; [first, ...rest] = run.late) {
    run.late = rest;
    if (throwAll(run, first)) return true;
  }
  return false;
}

function throwAll(run: Run, { scope, instance: id }: Throwing): boolean {
  const instance = run.instance(scope, id);
  if (!instance) return false;
  for (const trigger of run.node(instance.node).triggers)
    run.push({ move: 'throw', scope, node: instance.node, trigger, instance: -1 });
  run.push({ move: 'thrown', scope, instance: id });
  return true;
}

/** A throw event has brought about all that it says: it is left, unless it was ended by that or something else sees to it. */
export function thrown(run: Run, scope: number, id: number): void {
  const instance = run.instance(scope, id);
  if (!instance) return;
  const node = run.node(instance.node);
  run.removeInstance(scope, id);
  run.trace?.push({ what: 'completed', element: node.id, scope, instance: id });
  if (!node.triggers.some(endsHere)) leave(run, scope, node.index);
}

function endsHere({ kind, waits }: Trigger): boolean {
  return kind === 'error' || kind === 'link' || (kind === 'compensation' && waits !== false);
}

/** One token from each incoming flow; more than one on a flow stay for the next round (BPMN 2.0.2, 13.4.1). */
function arriveAtParallel(run: Run, scope: number, node: NetNode, flow: number): void {
  if (node.incoming.length > 1) {
    run.addToken(scope, flow);
    const tokens = run.scope(scope)?.tokens ?? [];
    if (!node.incoming.every((each) => tokens.includes(each))) return;
    for (const each of node.incoming) run.takeToken(scope, each);
  }
  pass(run, scope, node);
}

function arriveAtComplex(run: Run, scope: number, node: NetNode, flow: number): void {
  run.addToken(scope, flow);
  activateComplex(run, scope, node);
}

/** An activity that needs several tokens to start takes them as they come (`startQuantity`, BPMN 2.0.2, 13.3.2). */
function arriveInNumbers(run: Run, scope: number, node: NetNode, flow: number): void {
  run.addToken(scope, flow);
  const waiting = run.scope(scope)?.tokens.filter((each) => node.incoming.includes(each)) ?? [];
  if (waiting.length < node.startQuantity) return;
  for (const each of waiting.slice(0, node.startQuantity)) run.takeToken(scope, each);
  begin(run, scope, node);
}
