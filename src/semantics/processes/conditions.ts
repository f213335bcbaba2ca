/** Conditional events happen when their condition becomes true (BPMN 2.0.2, 10.5.5). */

import type { Variables } from './act.ts';
import type { Trigger } from './net.ts';
import type { Run, Subscription } from './run.ts';
import type { ScopeInstance } from './state.ts';
import { allSubscriptions, armedStarts, subscriptionsOf } from './subscriptions.ts';

/** What has just begun to wait: where its condition holds already, it happens at once. @param instance -1: the scope's event sub-processes */
export function arm(run: Run, id: number, instance: number): void {
  const scope = run.scope(id);
  if (!scope) return;
  const mine =
    instance < 0
      ? armedStarts(run, scope).map((node) => ({ scope: id, instance: -1, node }))
      : subscriptionsOf(run, scope).filter((each) => each.instance === instance);
  for (const { subscription, trigger } of conditional(run, mine))
    if (trigger.condition?.evaluate(run.data(scope)) === true) run.push({ move: 'occur', subscription, trigger });
}

/** Sets variables where they are known, else in the process; events whose condition has become true by it happen. */
export function change(run: Run, id: number, values: Variables): void {
  const all = conditional(
    run,
    allSubscriptions(run).map(({ subscription }) => subscription),
  );
  const holds = ({ subscription, trigger }: Watch) =>
    trigger.condition?.evaluate(run.data(run.scope(subscription.scope))) === true;
  const before = all.map(holds);
  for (const [name, value] of Object.entries(values)) {
    const home = run.edit(homeOf(run, id, name)?.id ?? id);
    if (home) home.data = { ...home.data, [name]: value };
  }
  for (const [index, watch] of all.entries())
    if (!before[index] && holds(watch))
      run.push({ move: 'occur', subscription: watch.subscription, trigger: watch.trigger });
}

function homeOf(run: Run, id: number, name: string): ScopeInstance | undefined {
  let outermost: ScopeInstance | undefined;
  for (let scope = run.scope(id); scope; scope = run.around(scope)) {
    if (Object.hasOwn(scope.data, name)) return scope;
    outermost = scope;
  }
  return outermost;
}

interface Watch {
  readonly subscription: Subscription;
  readonly trigger: Trigger;
}

function conditional(run: Run, subscriptions: readonly Subscription[]): Watch[] {
  return subscriptions.flatMap((subscription) =>
    run
      .node(subscription.node)
      .triggers.flatMap((trigger) => (trigger.kind === 'conditional' ? [{ subscription, trigger }] : [])),
  );
}
