/** Process instances that begin by an event (BPMN 2.0.2, 10.5.2 and 10.6.6). */
import { mayBegin } from './bounds.ts';
import type { Net, NetNode, Trigger } from './net.ts';
import { meet } from './partners.ts';
import type { Run } from './run.ts';
import { matching } from './subscriptions.ts';

/** A start event, or the events of an event-based gateway at the start. */
export function eventsAtStart(net: Net, index: number): readonly number[] {
  const node = net.nodes[index];
  return node?.kind === 'event-based' ? node.outgoing.map((flow) => net.flows[flow]?.target ?? -1) : [index];
}

/** Whether a message is the one meant: one without a name is any. */
export function isSameMessage(key: string, other: string): boolean {
  return key === other || key === '' || other === '';
}

/** The start event, or the event-based gateway at the start that leads to this event. */
export function startAtEvent(run: Run, event: number): NetNode | undefined {
  const starts = run.net.scopes[run.node(event).scope]?.triggeredStarts ?? [];
  const start = starts.find((each) => eventsAtStart(run.net, each).includes(event));
  return start === undefined ? undefined : run.node(start);
}

export function startFor(run: Run, process: number, key: string): NetNode | undefined {
  const starts = run.net.scopes[process]?.triggeredStarts.map((index) => run.node(index)) ?? [];
  return starts.find((start) => eventFor(run, start, 'message', key));
}

/** What happens where a process begins by this: a start event, or one that the event-based gateway at the start leads to. */
function eventFor(run: Run, start: NetNode, kind: Trigger['kind'], key: string): NetNode | undefined {
  const isNamed = (other: string) => (kind === 'signal' ? other === key : isSameMessage(other, key));
  const isMeant = (trigger: Trigger) => trigger.kind === kind && isNamed(trigger.key);
  const events = eventsAtStart(run.net, start.index).map((index) => run.node(index));
  return events.find(({ triggers }) => triggers.some(isMeant));
}

/** Makes a process instance by a start event, if it is one for this. @returns its number */
export function startBy(run: Run, start: NetNode, kind: Trigger['kind'], key: string, from = -1): number | undefined {
  const process = run.net.scopes[start.scope];
  const event = eventFor(run, start, kind, key);
  if (!event || process?.kind !== 'process' || !process.triggeredStarts.includes(start.index)) return undefined;
  return mayBegin(run, -1, start) ? startAt(run, start, event, from, matching(event, kind, key)) : undefined;
}

/**
 * Makes a process instance.
 * @param start where it begins
 * @param event what happens: the same, or one behind an event-based gateway
 * @param from the process instance that caused it; -1: none
 * @param trigger which of the event's; one that needs all of them waits for the others
 */
export function startAt(run: Run, start: NetNode, event: NetNode, from: number, trigger = event.triggers[0]): number {
  const opened = run.addScope({ scope: start.scope, parent: -1, owner: -1, data: {} });
  const net = run.netScope(opened);
  run.trace?.push({ what: 'started', element: net.id, scope: opened.id });
  if (from >= 0) meet(run, from, opened.id);
  run.push({ move: 'arm', scope: opened.id, instance: -1 });
  if (start.kind === 'event-based' || event.isParallelMultiple) {
    const waiting = run.addInstance(opened.id, { node: start.index, kind: 'wait' });
    const subscription = { scope: opened.id, instance: waiting.id, node: event.index };
    if (trigger) run.push({ move: 'occur', subscription, trigger });
  } else {
    run.trace?.push({ what: 'completed', element: start.id, scope: opened.id, instance: 0 });
    run.push({ move: 'leave', scope: opened.id, node: start.index });
  }
  return opened.id;
}
