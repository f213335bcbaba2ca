import type { Act, Variables } from './act.ts';
import { finish } from './activities.ts';
import { endAdHoc } from './ad-hoc.ts';
import { begin } from './arrivals.ts';
import { MOST_AT_ONCE } from './bounds.ts';
import { settle } from './cascade.ts';
import { change } from './conditions.ts';
import { startable } from './enabled.ts';
import { raise } from './faults.ts';
import { startItems } from './items.ts';
import { broadcast, deliverOne } from './messages.ts';
import type { Net } from './net.ts';
import { canHappen } from './read-entries.ts';
import { nextRound } from './rounds.ts';
import { Run, type RunOptions, type Subscription } from './run.ts';
import { openScope } from './scopes.ts';
import { eventsAtStart, startAt } from './starts.ts';
import { type NodeInstance, type ScopeInstance, type State, triggerKey } from './state.ts';
import { subscriptionsOf } from './subscriptions.ts';
import type { TraceEntry } from './trace.ts';
import { choices, send } from './ways-on.ts';

export interface Step {
  readonly state: State;
  readonly trace: readonly TraceEntry[];
  /** Why the act is not possible now, a sentence; the state is as it was. */
  readonly refused?: string;
}

export interface StepOptions extends RunOptions {
  /** false: nobody reads the trace, which is empty then. */
  readonly traced: boolean;
}

export const stepOptions: StepOptions = { unknown: 'choose', traced: true };

/**
 * Does one act and all that follows from it without taking time. Pure: the same net, state and act give the same step, byte for byte. An
 * act that is not possible changes nothing and says why.
 */
export function step(net: Net, state: State, act: Act, options: StepOptions = stepOptions): Step {
  const trace: TraceEntry[] | undefined = options.traced ? [] : undefined;
  const run = new Run(net, state, act.holds ? { ...options, holds: true } : options, trace);
  const refused = apply(run, act);
  if (refused !== undefined) return { state, trace: [], refused };
  settle(run);
  return { state: run.state(), trace: trace ?? [] };
}

/** @returns why not */
function apply(run: Run, act: Act): string | undefined {
  switch (act.do) {
    case 'start':
      return act.scope === undefined
        ? start(run, act.node, act.set, act.trigger)
        : startInside(run, act.scope, act.node, act.set);
    case 'finish':
      return finishWork(run, act.at, act.set);
    case 'fault':
      return fault(run, act.at, act.error);
    case 'fire':
      return fire(run, act);
    case 'signal':
      setIn(run, run.scopes[0]?.id, act.set);
      broadcast(run, act.name);
      return undefined;
    case 'choose':
      return choose(run, act);
    case 'advance':
      return advance(run, act.scope, act.flow);
    case 'complete':
      return completeAdHoc(run, act.at);
    case 'deliver':
      return deliverOne(run, act.flow, act.from)
        ? undefined
        : `No message on ${act.flow} can be delivered: nobody waits for it now.`;
    case 'set':
      if (!run.scope(act.scope)) return `There is no scope ${act.scope} any more.`;
      change(run, act.scope, act.set);
      return undefined;
  }
}

function start(run: Run, id: string, set: Variables | undefined, place = 0): string | undefined {
  const scope = run.net.scopes[run.net.scopeOfId.get(id) ?? -1];
  const node = run.net.nodes[run.net.nodeOfId.get(id) ?? -1];
  if (scope?.kind === 'process') {
    openScope(run, scope.index, -1, -1, set);
    return undefined;
  }
  const process = node && run.net.scopes[node.scope];
  const starts = process?.kind === 'process' ? [...process.plainStarts, ...process.triggeredStarts] : [];
  const first = node && starts.find((each) => eventsAtStart(run.net, each).includes(node.index));
  if (!node || first === undefined) return `${id} starts nothing: name a process, or a start event of one.`;
  setIn(run, startAt(run, run.node(first), node, -1, node.triggers[place]), set);
  return undefined;
}

function startInside(run: Run, id: number, node: string, set: Variables | undefined): string | undefined {
  const scope = run.scope(id);
  const index = scope && startable(run, scope).find((each) => run.node(each).id === node);
  if (index === undefined) return `${node} cannot be started now.`;
  setIn(run, id, set);
  begin(run, id, run.node(index));
  return undefined;
}

function finishWork(run: Run, at: number, set: Variables | undefined): string | undefined {
  const found = instanceOf(run, at);
  if (!found || !isOpenWork(run, found.instance)) return `Nothing with the number ${at} waits to be finished.`;
  setIn(run, found.scope.id, set);
  finish(run, found.scope.id, at);
  return undefined;
}

/** Whether a person or a system works on it: nothing in the model runs for it. */
export function isOpenWork(run: Run, { kind, node }: NodeInstance): boolean {
  return kind === 'work' && run.node(node).inner < 0;
}

function fault(run: Run, at: number, error: string): string | undefined {
  const found = instanceOf(run, at);
  if (!found || !isOpenWork(run, found.instance)) return `Nothing with the number ${at} is at work and could fail.`;
  raise(run, { kind: 'error', key: error }, found.scope.id, at, run.node(found.instance.node).id);
  return undefined;
}

function fire(run: Run, { at, event, trigger: place, set }: Act & { readonly do: 'fire' }): string | undefined {
  const scope = run.scope(at) ?? instanceOf(run, at)?.scope;
  const isMeant = ({ node, instance }: Subscription) =>
    run.node(node).id === event && (instance === at || (instance < 0 && scope?.id === at));
  const subscription = scope && subscriptionsOf(run, scope).find(isMeant);
  if (!scope || !subscription) return `Nobody waits for ${event} now.`;
  const seen = instanceOf(run, at)?.instance.seen ?? scope.seen ?? [];
  const { triggers } = run.node(subscription.node);
  const mayHappen = (each: number) =>
    triggers[each] && canHappen(triggers[each]) && !seen.includes(triggerKey(subscription.node, each));
  const trigger = triggers.find((_, each) => (place === undefined || each === place) && mayHappen(each));
  if (!trigger) return `${event} has no trigger that could happen now.`;
  setIn(run, scope.id, set);
  run.push({ move: 'occur', subscription, trigger });
  return undefined;
}

function choose(run: Run, act: Act & { readonly do: 'choose' }): string | undefined {
  const found = instanceOf(run, act.at);
  if (found?.instance.kind !== 'choice') return `Nothing with the number ${act.at} waits for a choice.`;
  const { scope, instance } = found;
  const node = run.node(instance.node);
  const { loop } = node;
  if ('flows' in act) return chooseFlows(run, scope, instance, act.flows);
  if ('count' in act && instance.choice === 'count' && loop?.kind === 'multi-instance') {
    if (!Number.isInteger(act.count) || act.count < 0 || act.count > MOST_AT_ONCE)
      return `${act.count} is no number of items: give 0, 1, 2 … ${MOST_AT_ONCE}.`;
    run.removeInstance(scope.id, instance.id);
    startItems(run, scope.id, node, loop, act.count);
    return undefined;
  }
  if ('again' in act && instance.choice === 'again' && loop?.kind === 'loop') {
    run.removeInstance(scope.id, instance.id);
    nextRound(run, scope.id, node, loop, instance.count, instance.id, act.again);
    return undefined;
  }
  return `${node.id} waits for another kind of choice.`;
}

function chooseFlows(
  run: Run,
  scope: ScopeInstance,
  instance: NodeInstance,
  ids: readonly string[],
): string | undefined {
  const { free, forced } = choices(run, scope, instance);
  const offered = [...free, ...forced];
  const flows = [...new Set(ids)].map((id) => offered.find((flow) => run.net.flows[flow]?.id === id));
  const isKnown = !flows.includes(undefined);
  const isOne = instance.choice !== 'flow' || flows.length === 1;
  const isEmpty = flows.length === 0 && (forced.length === 0 || free.includes(run.node(instance.node).default));
  if (!isKnown || !isOne || isEmpty)
    return `${run.node(instance.node).id} cannot go on by ${ids.join(', ') || 'no flow'}.`;
  run.removeInstance(scope.id, instance.id);
  const chosen = new Set([...flows, ...forced]);
  send(
    run,
    scope.id,
    run.node(instance.node).outgoing.filter((flow) => chosen.has(flow)),
  );
  return undefined;
}

function advance(run: Run, id: number, flow: string): string | undefined {
  const index = run.scope(id)?.resting.find((each) => run.net.flows[each]?.id === flow);
  if (index === undefined) return `No token rests on ${flow}.`;
  run.wake(id, index);
  run.push({ move: 'arrive', scope: id, flow: index });
  return undefined;
}

function completeAdHoc(run: Run, at: number): string | undefined {
  const inner = run.scopes.find((scope) => scope.owner === at && run.netScope(scope).adHoc);
  if (!inner) return `Nothing with the number ${at} can be completed by hand.`;
  if (inner.instances.length > 0) return `${run.netScope(inner).id} has activities at work: finish them before.`;
  endAdHoc(run, inner.id);
  return undefined;
}

function instanceOf(run: Run, id: number): { scope: ScopeInstance; instance: NodeInstance } | undefined {
  for (const scope of run.scopes) {
    const instance = scope.instances.find((each) => each.id === id);
    if (instance) return { scope, instance };
  }
  return undefined;
}

function setIn(run: Run, scope: number | undefined, set: Variables | undefined): void {
  if (set && scope !== undefined) change(run, scope, set);
}
