import type { Net } from './net.ts';
import type { Completion, NodeInstance, ScopeInstance, State } from './state.ts';

export interface Migration {
  readonly state: State;
  /** Ids of the elements whose tokens have no place in the new model, each once. */
  readonly dropped: readonly string[];
}

/**
 * A state of one model in another that was made from it by an edit: what stands on elements whose ids live stays where it is, the rest is
 * dropped with all inside it. Instances keep their numbers.
 */
export function migrate(state: State, from: Net, to: Net): Migration {
  const dropped = new Set<string>();
  const places: Places = {
    node: (index) => to.nodeOfId.get(from.nodes[index]?.id ?? '') ?? -1,
    flow: (index) => to.flowOfId.get(from.flows[index]?.id ?? '') ?? -1,
    scope: (index) => to.scopeOfId.get(from.scopes[index]?.id ?? '') ?? -1,
  };
  const nodeName = (index: number) => from.nodes[index]?.id ?? '';
  const kept = new Map<number, ScopeInstance>();
  const numbers = new Set<number>();
  for (const scope of state.scopes) {
    const isHeld = scope.owner < 0 || numbers.has(scope.owner);
    const index = places.scope(scope.scope);
    if (index < 0) dropped.add(from.scopes[scope.scope]?.id ?? '');
    if (!isHeld || index < 0) continue;
    const moved = moveScope(scope, index, places, to);
    for (const instance of scope.instances)
      if (!moved.instances.some(({ id }) => id === instance.id)) dropped.add(nodeName(instance.node));
    for (const flow of [...scope.tokens, ...scope.resting])
      if (places.flow(flow) < 0) dropped.add(from.flows[flow]?.id ?? '');
    for (const { id } of moved.instances) numbers.add(id);
    kept.set(scope.id, moved);
  }
  const messageFlow = new Map(to.messageFlows.map(({ id, index }) => [id, index]));
  const messages = state.messages.flatMap(({ flow, from: sender }) => {
    const index = messageFlow.get(from.messageFlows[flow]?.id ?? '');
    return index === undefined ? [] : [{ flow: index, from: sender }];
  });
  const scopes = withHandlersOf(withScopesOf([...kept.values()], to), (node) => dropped.add(to.nodes[node]?.id ?? ''));
  return { state: { ...state, scopes, messages }, dropped: [...dropped] };
}

/** What waits for handlers that are gone waits for the others; where none is left it goes as well. */
function withHandlersOf(scopes: readonly ScopeInstance[], drop: (node: number) => void): ScopeInstance[] {
  const ids = new Set(scopes.flatMap(({ id, instances }) => [id, ...instances.map((each) => each.id)]));
  const isLeft = ({ pending, node }: NodeInstance) => {
    const stays = pending === undefined || pending.some((id) => ids.has(id));
    if (!stays) drop(node);
    return stays;
  };
  const move = (instance: NodeInstance): NodeInstance =>
    instance.pending ? { ...instance, pending: instance.pending.filter((id) => ids.has(id)) } : instance;
  return scopes.map((scope) =>
    scope.instances.some(({ pending }) => pending)
      ? { ...scope, instances: scope.instances.filter(isLeft).map(move) }
      : scope,
  );
}

interface Places {
  readonly node: (index: number) => number;
  readonly flow: (index: number) => number;
  readonly scope: (index: number) => number;
}

function moveScope(scope: ScopeInstance, index: number, places: Places, to: Net): ScopeInstance {
  const flows = (list: readonly number[]) => list.map(places.flow).filter((flow) => flow >= 0 && isIn(to, flow, index));
  const nodes = (list: readonly number[]) => list.map(places.node).filter((node) => node >= 0);
  const placed = scope.instances.flatMap((instance) => moveInstance(instance, index, places, to));
  const ids = new Set(placed.map(({ id }) => id));
  return {
    ...scope,
    scope: index,
    tokens: flows(scope.tokens).sort((a, b) => a - b),
    resting: flows(scope.resting).sort((a, b) => a - b),
    instances: placed.filter(({ body }) => body < 0 || ids.has(body)),
    completions: moveCompletions(scope.completions, places),
    fired: nodes(scope.fired),
    ...(scope.rounds && { rounds: nodes(scope.rounds) }),
  };
}

function isIn(to: Net, flow: number, scope: number): boolean {
  return to.nodes[to.flows[flow]?.target ?? -1]?.scope === scope;
}

function moveInstance(instance: NodeInstance, scope: number, places: Places, to: Net): NodeInstance[] {
  const node = places.node(instance.node);
  if (node < 0 || to.nodes[node]?.scope !== scope) return [];
  const { fired, rounds, used, completions, seen: _, ...rest } = instance;
  const nodes = (list: readonly number[]) => list.map(places.node).filter((event) => event >= 0);
  return [
    {
      ...rest,
      node,
      ...(fired && { fired: nodes(fired) }),
      ...(rounds && { rounds: nodes(rounds) }),
      ...(used && { used: used.map(places.flow).filter((flow) => flow >= 0) }),
      ...(completions && { completions: moveCompletions(completions, places) }),
    },
  ];
}

function moveCompletions(completions: readonly Completion[], places: Places): Completion[] {
  return completions.flatMap((completion) => {
    const node = places.node(completion.node);
    if (node < 0) return [];
    const { inner, ...rest } = completion;
    const scope = inner ? places.scope(inner.scope) : -1;
    const moved = inner && scope >= 0 && { scope, completions: moveCompletions(inner.completions, places) };
    return [{ ...rest, node, ...(moved && { inner: moved }) }];
  });
}

/** A sub-process at work whose inside is gone, or a task that has become a sub-process, is at work on nothing: it goes as well. */
function withScopesOf(scopes: readonly ScopeInstance[], to: Net): ScopeInstance[] {
  const owners = new Set(scopes.map(({ owner }) => owner));
  const isWhole = ({ kind, node, id }: NodeInstance) =>
    kind !== 'work' || (to.nodes[node]?.inner ?? -1) < 0 === !owners.has(id);
  const whole = scopes.map((scope) =>
    scope.instances.every(isWhole) ? scope : { ...scope, instances: scope.instances.filter(isWhole) },
  );
  const ids = new Set(whole.flatMap(({ instances }) => instances.map(({ id }) => id)));
  return whole.filter(({ owner }) => owner < 0 || ids.has(owner));
}
