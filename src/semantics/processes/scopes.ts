/** Scopes open, end, and are cancelled with all that is in them (BPMN 2.0.2, 13.2 and 13.3.4). */
import type { Value } from '../expressions/expression.ts';
import type { Run } from './run.ts';
import type { NodeInstance, ScopeInstance } from './state.ts';

/**
 * Opens a scope and begins all that begins with it.
 * @param owner instance of `parent` for which it runs; -1 with parent -1: a process instance of its own
 */
export function openScope(
  run: Run,
  scope: number,
  parent: number,
  owner: number,
  data: Readonly<Record<string, Value>> = {},
): ScopeInstance {
  const opened = run.addScope({ scope, parent, owner, data });
  const net = run.netScope(opened);
  run.trace?.push({ what: 'started', element: net.id, scope: opened.id });
  for (const node of net.entries) run.push({ move: 'begin', scope: opened.id, node });
  if (net.eventStarts.length > 0) run.push({ move: 'arm', scope: opened.id, instance: -1 });
  return opened;
}

/** Ends scopes in which nothing is left. @returns whether there was one */
export function endEmptyScope(run: Run): boolean {
  // Inner ones stand behind those around them.
  for (let at = run.scopes.length - 1; at >= 0; at--) {
    const scope = run.scopes[at];
    if (!scope || scope.instances.length > 0 || scope.tokens.length > 0 || scope.resting.length > 0) continue;
    if (run.netScope(scope).kind === 'ad-hoc' && !scope.isEnding && !isCompensating(run, scope)) continue;
    endScope(run, scope);
    return true;
  }
  return false;
}

/** A scope is done: what it ran for goes on. */
export function endScope(run: Run, scope: ScopeInstance): void {
  run.removeScopes(new Set([scope.id]));
  const left = scope.owner < 0 ? { data: scope.data } : {};
  run.trace?.push({ what: 'ended', element: run.netScope(scope).id, scope: scope.id, ...left });
  if (scope.owner >= 0) run.push({ move: 'finish', scope: scope.parent, instance: scope.owner, inner: scope });
}

/** Whether a scope was opened again to compensate what had happened in it. */
export function isCompensating(run: Run, scope: ScopeInstance): boolean {
  return run.instance(scope.parent, scope.owner)?.kind === 'compensation';
}

/** Cancels an instance with its items, and with the scopes that run for it. */
export function cancelInstance(run: Run, scope: number, instance: NodeInstance): void {
  const items = run.scope(scope)?.instances.filter(({ body }) => body === instance.id) ?? [];
  cancelInstances(run, scope, [instance, ...items]);
}

function cancelInstances(run: Run, scope: number, gone: readonly NodeInstance[]): void {
  const ids = new Set(gone.map(({ id }) => id));
  run.removeInstances(scope, ids);
  const mayRun = ({ kind, node }: NodeInstance) => kind === 'compensation' || run.node(node).inner >= 0;
  const inner = gone.some(mayRun) ? run.scopes.filter(({ owner }) => ids.has(owner)) : [];
  const ofOwner = Map.groupBy(inner, ({ owner }) => owner);
  for (const { id, node } of gone) {
    run.trace?.push({ what: 'cancelled', element: run.node(node).id, scope, instance: id });
    for (const each of ofOwner.get(id) ?? []) cancelAll(run, each.id);
  }
  if (inner.length > 0) run.removeScopes(new Set(inner.map(({ id }) => id)));
}

/** Cancels a scope with all that is in it. */
export function cancelScope(run: Run, id: number): void {
  cancelAll(run, id);
  run.removeScopes(new Set([id]));
}

/** Takes all tokens and instances out of a scope; the scope stays until what has stopped them is done, and nothing else begins in an ad-hoc one. */
export function cancelContent(run: Run, id: number): void {
  run.drop(id);
  cancelAll(run, id);
  const scope = run.edit(id);
  if (scope && run.netScope(scope).adHoc) scope.isEnding = true;
}

/** Moves of a scope that is no more find nothing to do, so they need not be dropped. */
function cancelAll(run: Run, id: number): void {
  const scope = run.edit(id);
  if (!scope) return;
  scope.tokens = [];
  scope.resting = [];
  if (scope.instances.length > 0) cancelInstances(run, id, inOrder(scope.instances));
}

/** The items of a multi-instance activity behind it. */
function inOrder(instances: readonly NodeInstance[]): readonly NodeInstance[] {
  if (!instances.some(({ body }) => body >= 0)) return instances;
  const items = Map.groupBy(instances, ({ body }) => body);
  return (items.get(-1) ?? []).flatMap((instance) => [instance, ...(items.get(instance.id) ?? [])]);
}
