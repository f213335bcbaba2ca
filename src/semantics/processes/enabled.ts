/** What can be done now. */
import type { Act } from './act.ts';
import type { Net, NetNode, Trigger } from './net.ts';
import { beginsByItself } from './read-entries.ts';
import { Run, type RunOptions } from './run.ts';
import { eventsAtStart, isSameMessage } from './starts.ts';
import { type NodeInstance, type ScopeInstance, type State, triggerKey } from './state.ts';
import { subscriptionsOf } from './subscriptions.ts';
import { choices } from './ways-on.ts';

/** How many flows all sets of which are offered at a gateway; above it single ones, and all. */
const MOST_SETS = 6;
/** Numbers of items that are offered where the model does not say. */
const COUNTS = [0, 1, 2, 3];

/** How each process can begin, those without a trigger first. */
export function startActs(net: Net): Act[] {
  return net.processes.flatMap((index) => {
    const scope = net.scopes[index];
    if (!scope) return [];
    const begins = (node: number): Act => ({ do: 'start', node: net.nodes[node]?.id ?? '' });
    // One that needs several triggers begins by any of them.
    const beginsBy = (node: number): Act[] => {
      const { isParallelMultiple, triggers } = net.nodes[node] ?? { isParallelMultiple: false, triggers: [] };
      if (!isParallelMultiple || triggers.length < 2) return [begins(node)];
      return triggers.map((_, trigger) => ({ ...begins(node), trigger }) as Act);
    };
    const triggered = scope.triggeredStarts.flatMap((node) => eventsAtStart(net, node)).flatMap(beginsBy);
    if (scope.plainStarts.length > 1) return [...scope.plainStarts.map(begins), ...triggered];
    return scope.entries.length > 0 ? [{ do: 'start', node: scope.id } satisfies Act, ...triggered] : triggered;
  });
}

/**
 * The ways in which a run begins from outside, each a list of acts: one for each process that nothing calls and no message of the model starts.
 * The pools of a collaboration that need no trigger begin together.
 * @param byOthers ids of processes that are called from elsewhere
 */
export function beginnings(net: Net, byOthers: readonly string[] = []): Act[][] {
  const calls = net.nodes.filter(({ kind }) => kind === 'call').map(({ inner }) => inner);
  const called = new Set([...calls, ...byOthers.map((id) => net.scopeOfId.get(id))]);
  const acts = startActs(net).flatMap((act) => {
    if (act.do !== 'start') return [];
    const node = net.nodes[net.nodeOfId.get(act.node) ?? -1];
    const scope = net.scopes[node ? node.scope : (net.scopeOfId.get(act.node) ?? -1)];
    return scope && !called.has(scope.index) && !(node && isStartedInside(net, node, act.trigger))
      ? [{ act, node, scope }]
      : [];
  });
  const together = acts.filter(({ node, scope }) => !node && scope.isPool);
  const alone = acts.filter((each) => !together.includes(each));
  const ways = [...(together.length > 0 ? [together] : []), ...alone.map((each) => [each])];
  return ways.map((way) => way.map(({ act }) => act));
}

/** Whether another process of the model sends what starts this one. @param place of the trigger that is meant; undefined: each of them will do */
function isStartedInside(net: Net, start: NetNode, place: number | undefined): boolean {
  const isThrown = ({ kind, key }: Trigger) =>
    net.nodes.some(
      (node) =>
        (node.kind === 'throw' || node.kind === 'end' || node.kind === 'task') &&
        node.scope !== start.scope &&
        node.triggers.some((trigger) => trigger.kind === kind && trigger.key === key),
    );
  const meant = start.triggers.filter((_, each) => place === undefined || each === place);
  const isSent = (trigger: Trigger) =>
    (trigger.kind === 'message' && start.receives.some((flow) => isInside(net, flow, trigger.key))) ||
    ((trigger.kind === 'signal' || trigger.kind === 'message') && isThrown(trigger));
  return meant.length > 0 && meant.every(isSent);
}

/**
 * All acts that are possible in a state, in a fixed order, without new process instances (`startActs`), signals from nowhere and data. An event is
 * offered where it comes from outside: a message that a pool of the model sends, or a signal that something in it throws, comes by itself.
 */
export function enabled(net: Net, state: State, options: RunOptions): Act[] {
  const run = new Run(net, state, options, undefined);
  const acts: Act[] = [];
  for (const scope of run.scopes) {
    for (const flow of scope.resting) acts.push({ do: 'advance', scope: scope.id, flow: net.flows[flow]?.id ?? '' });
    for (const instance of scope.instances) addActsOf(run, scope, instance, acts);
    addEventsOf(run, scope, acts);
    for (const node of startable(run, scope)) acts.push({ do: 'start', node: run.node(node).id, scope: scope.id });
    if (canComplete(run, scope)) acts.push({ do: 'complete', at: scope.owner });
  }
  return acts;
}

function addActsOf(run: Run, scope: ScopeInstance, instance: NodeInstance, acts: Act[]): void {
  const at = instance.id;
  const node = run.node(instance.node);
  if (instance.kind === 'work' && node.inner < 0) {
    // A receive task is done when its message comes.
    if (node.kind !== 'receive') acts.push({ do: 'finish', at });
    for (const error of faultsOf(run, scope, node)) acts.push({ do: 'fault', at, error });
  }
  if (instance.kind !== 'choice') return;
  if (instance.choice === 'count') for (const count of COUNTS) acts.push({ do: 'choose', at, count });
  else if (instance.choice === 'again') for (const again of [true, false]) acts.push({ do: 'choose', at, again });
  else for (const flows of flowSets(run, scope, instance)) acts.push({ do: 'choose', at, flows });
}

function flowSets(run: Run, scope: ScopeInstance, instance: NodeInstance): string[][] {
  const { free, forced } = choices(run, scope, instance);
  const ids = (flows: readonly number[]) => flows.map((flow) => run.net.flows[flow]?.id ?? '');
  if (instance.choice === 'flow') return free.map((flow) => ids([flow]));
  const node = run.node(instance.node);
  // The default flow goes alone: it says that no other does.
  const others = free.filter((flow) => flow !== node.default);
  const sets = others.length > MOST_SETS ? [...others.map((flow) => [flow]), others] : subsets(others);
  const none = free.includes(node.default) ? [[node.default]] : forced.length > 0 ? [[]] : [];
  const all = forced.length > 0 ? [...none, ...sets] : [...sets, ...none];
  return all.map((set) => ids([...forced, ...set]));
}

function subsets(flows: readonly number[]): number[][] {
  return Array.from({ length: 2 ** flows.length - 1 }, (_, bits) => flows.filter((_, at) => ((bits + 1) >> at) & 1));
}

/** Errors that somebody around catches and that nothing in the model throws: a task must be meant. */
function faultsOf(run: Run, scope: ScopeInstance, node: NetNode): readonly string[] {
  const found: string[] = [];
  const add = (events: readonly number[]) => {
    for (const event of events)
      for (const { kind, key } of run.node(event).triggers)
        if (kind === 'error' && !found.includes(key) && !isThrown(run.net, 'error', key)) found.push(key);
  };
  add(node.boundary);
  for (let at: ScopeInstance | undefined = scope; at; at = run.around(at)) {
    for (const index of run.netScope(at).eventSubProcesses)
      add(run.net.scopes[run.node(index).inner]?.triggeredStarts ?? []);
    const owner = run.netScope(at).node;
    if (owner >= 0) add(run.node(owner).boundary);
  }
  return found;
}

function isThrown(net: Net, kind: 'error' | 'signal', key: string): boolean {
  return net.nodes.some(
    (node) =>
      (node.kind === 'throw' || node.kind === 'end') &&
      node.triggers.some((trigger) => trigger.kind === kind && (key === '' || trigger.key === key)),
  );
}

function addEventsOf(run: Run, scope: ScopeInstance, acts: Act[]): void {
  for (const { instance, node } of subscriptionsOf(run, scope)) {
    const event = run.node(node);
    const seen = (instance < 0 ? scope : run.instance(scope.id, instance))?.seen ?? [];
    const isFromOutside = ({ kind, key, condition }: Trigger, place: number) => {
      if (seen.includes(triggerKey(node, place))) return false;
      if (kind === 'timer') return true;
      if (kind === 'message') return !event.receives.some((flow) => isInside(run.net, flow, key));
      if (kind === 'signal') return !isThrown(run.net, 'signal', key);
      if (kind === 'escalation') return event.kind === 'boundary' && run.node(event.host).inner < 0;
      return kind === 'conditional' && condition?.evaluate(run.data(scope)) === undefined;
    };
    const at = instance < 0 ? scope.id : instance;
    const isOne = event.triggers.length === 1;
    for (const [trigger, each] of event.triggers.entries())
      if (isFromOutside(each, trigger)) acts.push({ do: 'fire', at, event: event.id, ...(!isOne && { trigger }) });
  }
}

/** Whether a message flow with a message comes from a process of the model. */
function isInside(net: Net, index: number, key: string): boolean {
  const flow = net.messageFlows[index];
  return flow !== undefined && flow.sourceScope >= 0 && isSameMessage(flow.key, key);
}

/** Activities of an ad-hoc sub-process that can be started (BPMN 2.0.2, 13.3.5): one at a time where it says so. */
export function startable(run: Run, scope: ScopeInstance): number[] {
  const net = run.netScope(scope);
  if (!net.adHoc || scope.isEnding || run.instance(scope.parent, scope.owner)?.kind === 'compensation') return [];
  if (net.adHoc.isSequential && (scope.instances.length > 0 || scope.resting.length > 0)) return [];
  return net.nodes.filter((index) => beginsByItself(run.node(index)));
}

function canComplete(run: Run, scope: ScopeInstance): boolean {
  return run.netScope(scope).adHoc !== undefined && scope.instances.length === 0;
}
