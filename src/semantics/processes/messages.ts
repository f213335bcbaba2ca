/** Messages have one receiver, signals all (BPMN 2.0.2, 10.5.5 and 9.4). */
import type { NetMessageFlow, NetNode, Trigger } from './net.ts';
import { meet } from './partners.ts';
import type { Run, Subscription } from './run.ts';
import { isSameMessage, startAtEvent, startBy, startFor } from './starts.ts';
import type { KeptMessage, ScopeInstance } from './state.ts';
import { allSubscriptions, innermostFirst, matching } from './subscriptions.ts';

/** A node sends a message: along its message flows, or, where it has none, to whoever waits for one of that name in another process. */
export function sendMessage(run: Run, id: number, node: NetNode, trigger: Trigger): void {
  const scope = run.scope(id);
  if (!scope) return;
  const flows = node.sends.flatMap((index) => run.net.messageFlows[index] ?? []);
  for (const flow of flows.filter(({ key }) => isSameMessage(key, trigger.key))) {
    // What leaves the model is nobody's business here.
    if (flow.targetScope < 0) continue;
    if (!run.options.holds && deliver(run, flow, scope.root)) {
      run.trace?.push({ what: 'sent', element: flow.id });
      continue;
    }
    run.messages = [...run.messages, { flow: flow.index, from: scope.root }];
    run.trace?.push({ what: 'kept', element: flow.id });
  }
  if (flows.length === 0) sendByName(run, scope, trigger);
}

/** Messages that were kept go to those who have begun to wait for them. @returns whether one did */
export function deliverKept(run: Run): boolean {
  if (run.options.holds) return false;
  return [...run.messages].sort((a, b) => a.flow - b.flow).some((message) => deliverIt(run, message));
}

/** A message that is under way goes to who waits for it. @returns whether somebody does */
export function deliverOne(run: Run, id: string, from: number): boolean {
  const message = run.messages.find((each) => each.from === from && run.net.messageFlows[each.flow]?.id === id);
  return message !== undefined && deliverIt(run, message);
}

function deliverIt(run: Run, message: KeptMessage): boolean {
  const flow = run.net.messageFlows[message.flow] as NetMessageFlow;
  if (!deliver(run, flow, message.from)) return false;
  run.trace?.push({ what: 'sent', element: flow.id });
  run.messages = run.messages.filter((each: KeptMessage) => each !== message);
  return true;
}

/** To who waits, the partner of an earlier message first; else to a start event. */
function deliver(run: Run, flow: NetMessageFlow, from: number): boolean {
  const receivers = waiting(
    run,
    from,
    (node, scope) =>
      flow.target < 0
        ? scope.scope === flow.targetScope || rootIs(run, scope, flow.targetScope)
        : node.index === flow.target,
    flow.key,
  );
  const start = flow.target < 0 ? startFor(run, flow.targetScope, flow.key) : startAtEvent(run, flow.target);
  if (receivers.length === 0 && takenAtWork(run, flow)) return true;
  return (
    give(run, receivers, from) || (start !== undefined && startBy(run, start, 'message', flow.key, from) !== undefined)
  );
}

/** An activity that is no receive task takes what comes to it while it is at work, and works on (choice). */
function takenAtWork(run: Run, flow: NetMessageFlow): boolean {
  const target = run.net.nodes[flow.target];
  if (target?.kind !== 'task' && target?.kind !== 'sub-process' && target?.kind !== 'call') return false;
  const scope = run.scopes.find(({ instances }) => instances.some(({ node }) => node === flow.target));
  if (!scope) return false;
  run.trace?.push({ what: 'caught', element: target.id, scope: scope.id, kind: 'message', key: flow.key });
  return true;
}

function rootIs(run: Run, scope: ScopeInstance, process: number): boolean {
  return run.scope(scope.root)?.scope === process;
}

function sendByName(run: Run, scope: ScopeInstance, trigger: Trigger): void {
  if (!trigger.key) return;
  const receivers = waiting(run, scope.root, (_, at) => at.root !== scope.root, trigger.key);
  if (give(run, receivers, scope.root)) return;
  for (const process of run.net.processes) {
    const start = process === run.scope(scope.root)?.scope ? undefined : startFor(run, process, trigger.key);
    if (start && startBy(run, start, 'message', trigger.key, scope.root) !== undefined) return;
  }
}

interface Receiver {
  readonly subscription: Subscription;
  readonly trigger: Trigger;
  readonly scope: ScopeInstance;
  readonly root: number;
}

function waiting(
  run: Run,
  from: number,
  isMeant: (node: NetNode, scope: ScopeInstance) => boolean,
  key: string,
): Receiver[] {
  const sender = run.scope(from);
  const found: Receiver[] = [];
  for (const { scope, subscription } of allSubscriptions(run)) {
    const node = run.node(subscription.node);
    const trigger = node.triggers.find((each) => each.kind === 'message' && isSameMessage(each.key, key));
    if (trigger && isMeant(node, scope)) found.push({ subscription, trigger, scope, root: scope.root });
  }
  const ordered = innermostFirst(found, run.scopes, ({ scope }) => scope);
  const partners = ordered.filter(({ root }) => sender?.partners.includes(root));
  const isFree = ({ root }: Receiver) => !run.scope(root)?.partners.some((partner) => isLike(run, partner, sender));
  return [...partners, ...ordered.filter((each) => !partners.includes(each) && isFree(each))];
}

/** Whether a partner is of the sender's kind: then the receiver is in a conversation with somebody else. */
function isLike(run: Run, partner: number, sender: ScopeInstance | undefined): boolean {
  const scope = run.scope(partner);
  return scope !== undefined && sender !== undefined && scope.id !== sender.id && scope.scope === sender.scope;
}

function give(run: Run, [first]: readonly Receiver[], from: number): boolean {
  if (!first) return false;
  meet(run, from, first.root);
  run.push({ move: 'occur', subscription: first.subscription, trigger: first.trigger });
  return true;
}

/** A signal goes to all who wait for it now, and starts all that it starts. @param by the multi-instance body that throws it; -1: none */
export function broadcast(run: Run, key: string, by = -1): void {
  for (const { subscription } of allSubscriptions(run)) {
    const trigger = matching(run.node(subscription.node), 'signal', key);
    if (trigger) run.push({ move: 'occur', subscription, trigger, by });
  }
  for (const process of run.net.processes)
    for (const index of run.net.scopes[process]?.triggeredStarts ?? []) startBy(run, run.node(index), 'signal', key);
}
