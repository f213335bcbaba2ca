import type { LinkedModel, LinkedState, Net, Place } from '../semantics/index.ts';

/** Ids of the tasks and call activities for which something runs, the innermost first. @param place of what runs */
export function callsAround({ net, plan }: LinkedModel, state: LinkedState, place: Place): string[] {
  const found: string[] = [];
  for (let caller = callerOf(net, state, place); caller; caller = callerOf(net, state, caller)) {
    const { at } = caller;
    const id =
      caller.in === 'processes'
        ? net.nodes[scopeOf(state, at)?.instances.find((each) => each.id === at)?.node ?? -1]?.id
        : plan.items[caseOf(state, at)?.instances.find((each) => each.id === at)?.item ?? -1]?.id;
    if (id !== undefined) found.push(id);
  }
  return found;
}

/** The task or call activity for which the process or case runs that something is in; undefined: nobody called it. */
function callerOf(net: Net, state: LinkedState, { in: side, at }: Place): Place | undefined {
  if (side === 'cases') return linked(state, { in: side, at: caseOf(state, at)?.id ?? 0 });
  let scope = scopeOf(state, at);
  while (scope && net.scopes[scope.scope]?.kind !== 'process') scope = scopeOf(state, scope.parent);
  if (!scope) return undefined;
  return scope.owner >= 0 ? { in: side, at: scope.owner } : linked(state, { in: side, at: scope.id });
}

function linked({ links }: LinkedState, { in: side, at }: Place): Place | undefined {
  return links.find(({ callee }) => callee.in === side && callee.at === at)?.caller;
}

function scopeOf({ processes }: LinkedState, at: number) {
  return processes.scopes.find(({ id, instances }) => id === at || instances.some((each) => each.id === at));
}

function caseOf({ cases }: LinkedState, at: number) {
  return cases.cases.find(({ instances }) => instances.some(({ id }) => id === at));
}
