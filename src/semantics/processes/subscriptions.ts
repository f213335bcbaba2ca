/** Who waits for which event. */
import type { NetNode, Trigger } from './net.ts';
import type { Run, Subscription } from './run.ts';
import type { NodeInstance, ScopeInstance } from './state.ts';

/** All who wait for an event in a scope instance, its own event sub-processes last. */
export function subscriptionsOf(run: Run, scope: ScopeInstance): Subscription[] {
  const found: Subscription[] = [];
  for (const instance of scope.instances) addOf(run, scope, instance, found);
  for (const node of armedStarts(run, scope)) found.push({ scope: scope.id, instance: -1, node });
  return found;
}

/** All who wait in all scope instances: those of older process instances first, in one in the order of the model. */
export function allSubscriptions(run: Run): { readonly scope: ScopeInstance; readonly subscription: Subscription }[] {
  const found = run.scopes.flatMap((scope) =>
    subscriptionsOf(run, scope).map((subscription) => ({ scope, subscription })),
  );
  return found.sort((a, b) => a.scope.root - b.scope.root || a.subscription.node - b.subscription.node);
}

/**
 * In each process instance who waits further in comes first: in a scope within another, the inner one is the nearer. Where several are in the same
 * scope, and between process instances, the order stays.
 */
export function innermostFirst<T>(
  list: readonly T[],
  scopes: readonly ScopeInstance[],
  scopeOf: (each: T) => ScopeInstance,
): readonly T[] {
  if (list.length < 2) return list;
  const parents = new Map(scopes.map(({ id, parent }) => [id, parent]));
  const depthOf = ({ id }: ScopeInstance) => {
    let depth = 0;
    for (let at = parents.get(id); at !== undefined; at = parents.get(at)) depth++;
    return depth;
  };
  const placed = list.map((each) => ({ each, root: scopeOf(each).root, depth: depthOf(scopeOf(each)) }));
  const roots = [...new Set(placed.map(({ root }) => root))];
  const sorted = roots.flatMap((root) =>
    placed.filter((one) => one.root === root).toSorted((a, b) => b.depth - a.depth),
  );
  return sorted.map(({ each }) => each);
}

function addOf(run: Run, scope: ScopeInstance, instance: NodeInstance, found: Subscription[]): void {
  const node = run.node(instance.node);
  const add = (event: number) => found.push({ scope: scope.id, instance: instance.id, node: event });
  if (instance.kind === 'wait') {
    if (node.kind === 'event-based') for (const flow of node.outgoing) add(run.net.flows[flow]?.target ?? -1);
    else add(node.index);
  }
  if (instance.kind === 'work' && node.kind === 'receive') add(node.index);
  if (instance.body < 0 && (instance.kind === 'work' || instance.kind === 'body'))
    for (const event of node.armed) if (!instance.fired?.includes(event)) add(event);
}

/** The starts of the event sub-processes that can still begin. */
export function armedStarts(run: Run, scope: ScopeInstance): readonly number[] {
  const { eventStarts } = run.netScope(scope);
  if (eventStarts.length === 0) return eventStarts;
  return eventStarts.filter(
    (start) => !(scope.isInterrupted && run.node(start).isInterrupting) && !scope.fired.includes(start),
  );
}

/**
 * The trigger of a node that something of this kind and key sets off; one without a key, or without a code, takes any. A signal without a name is
 * one of its own: it goes to those who wait for such, or each of them would hear all that is thrown anywhere.
 */
export function matching(
  node: NetNode,
  kind: Trigger['kind'],
  key: string,
  isExact = kind === 'signal',
): Trigger | undefined {
  return node.triggers.find(
    (trigger) =>
      trigger.kind === kind && (trigger.key === key || (!isExact && (trigger.key === '' || trigger.takesAny === true))),
  );
}
