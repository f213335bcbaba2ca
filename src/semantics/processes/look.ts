/** What a state says to who looks at it. */
import { startable } from './enabled.ts';
import type { Net, NetNode, Trigger } from './net.ts';
import { Run } from './run.ts';
import { type NodeInstance, type ScopeInstance, type State, triggerKey } from './state.ts';
import { stepOptions } from './step.ts';
import { subscriptionsOf } from './subscriptions.ts';

/** An instance with where it stands. */
export interface Placed {
  readonly scope: ScopeInstance;
  readonly instance: NodeInstance;
  readonly node: NetNode;
}

export interface Awaited {
  readonly scope: ScopeInstance;
  /** As an act names it: the instance that waits, or the scope. */
  readonly at: number;
  readonly node: NetNode;
  /** Those of its triggers that have not happened yet. */
  readonly triggers: readonly Trigger[];
}

export interface Look {
  /** All instances, the oldest first. */
  readonly instances: readonly Placed[];
  /** Events that somebody waits for. */
  readonly awaited: readonly Awaited[];
  /** Gateways before which a token waits. */
  readonly joins: readonly NetNode[];
  /** What can be started in ad-hoc sub-processes. */
  readonly startable: readonly { readonly scope: ScopeInstance; readonly node: NetNode }[];
  /** The variables that a scope instance sees. */
  seen(scope: ScopeInstance): Readonly<Record<string, unknown>>;
}

/** Reads a state. */
export function look(net: Net, state: State): Look {
  const run = new Run(net, state, stepOptions, undefined);
  const instances = state.scopes.flatMap((scope) =>
    scope.instances.map((instance) => ({ scope, instance, node: run.node(instance.node) })),
  );
  instances.sort((a, b) => a.instance.id - b.instance.id);
  return {
    instances,
    awaited: state.scopes.flatMap((scope) =>
      subscriptionsOf(run, scope).map(({ instance, node: index }) => {
        const node = run.node(index);
        const seen = (instance < 0 ? scope : run.instance(scope.id, instance))?.seen ?? [];
        const triggers = node.triggers.filter((_, place) => !seen.includes(triggerKey(index, place)));
        return { scope, at: instance < 0 ? scope.id : instance, node, triggers };
      }),
    ),
    joins: [...new Set(state.scopes.flatMap(({ tokens }) => tokens.map((flow) => net.flows[flow]?.target ?? -1)))].map(
      (index) => run.node(index),
    ),
    startable: state.scopes.flatMap((scope) => startable(run, scope).map((node) => ({ scope, node: run.node(node) }))),
    seen: (scope) => run.seen(scope),
  };
}
