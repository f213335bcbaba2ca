/** Errors and escalations look outwards for who catches them (BPMN 2.0.2, 13.5.3 and 10.5.7). */
import { failInstance } from './bounds.ts';
import type { Trigger } from './net.ts';
import type { Run, Subscription } from './run.ts';
import type { ScopeInstance } from './state.ts';
import { armedStarts, matching } from './subscriptions.ts';

type Fault = Pick<Trigger, 'kind' | 'key'>;

/**
 * Raises an error or an escalation.
 * @param instance whose boundary events are asked first; -1: it comes out of the scope itself
 * @param element what raises it, for the trace
 */
export function raise(run: Run, fault: Fault, scope: number, instance: number, element: string): void {
  const holder = run.scope(scope);
  if (!holder) return;
  const found = (instance >= 0 ? atBoundary(run, fault, holder, instance) : undefined) ?? outwards(run, fault, holder);
  if (found) {
    run.push({
      move: 'occur',
      subscription: found.subscription,
      trigger: found.trigger,
      by: fault.kind === 'escalation' ? instance : -1,
    });
    return;
  }
  if (fault.kind !== 'error') return;
  failInstance(run, scope, element, 'uncaught-error', fault.key);
}

interface Catcher {
  readonly subscription: Subscription;
  readonly trigger: Trigger;
}

/** At each level the event sub-processes, then the boundary events of what runs the scope; the code first, then whoever takes any. */
function outwards(run: Run, fault: Fault, from: ScopeInstance): Catcher | undefined {
  let without = -1;
  for (let scope: ScopeInstance | undefined = from; scope; ) {
    const starts = armedStarts(run, scope).filter((start) => run.node(start).scope !== without);
    const here = best(run, fault, starts, { scope: scope.id, instance: -1 });
    if (here) return here;
    const parent = run.scope(scope.parent);
    if (!parent) return undefined;
    const atHost = atBoundary(run, fault, parent, scope.owner);
    if (atHost) return atHost;
    // An event sub-process does not catch what comes out of itself.
    without = scope.scope;
    scope = parent;
  }
  return undefined;
}

function atBoundary(run: Run, fault: Fault, scope: ScopeInstance, id: number): Catcher | undefined {
  const instance = run.instance(scope.id, id);
  const host = instance && instance.body >= 0 ? run.instance(scope.id, instance.body) : instance;
  if (!host || (host.kind !== 'work' && host.kind !== 'body')) return undefined;
  return best(run, fault, run.node(host.node).boundary, { scope: scope.id, instance: host.id });
}

function best(run: Run, fault: Fault, events: readonly number[], at: Omit<Subscription, 'node'>): Catcher | undefined {
  for (const isExact of [true, false]) {
    for (const node of events) {
      const trigger = matching(run.node(node), fault.kind, fault.key, isExact);
      if (trigger) return { subscription: { ...at, node }, trigger };
    }
  }
  return undefined;
}
