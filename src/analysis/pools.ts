/**
 * Pools that need not wait for each other. What a process does touches another one by messages alone, and one that is sent stays until it is
 * taken. So as long as nothing that a process could take now can still be sent to it by others, what it can do does not depend on what they do
 * meanwhile: all its acts, and no others, may be tried first (persistent sets: Godefroid, "Partial-Order Methods for the Verification of Concurrent
 * Systems", 1996). Within a process all orders are kept, and with them all that a property asks of one process.
 */
import type { Act, Net, NetNode, ScopeInstance, State } from '../semantics/index.ts';
import type { Entry } from './entries.ts';
import type { Moves } from './moves.ts';
import { ahead } from './net-walks.ts';

type NetMessageFlow = Net['messageFlows'][number];

export class Pools {
  readonly #net: Net;
  readonly #moves: Moves;
  /** Those that touch others by messages alone. */
  readonly #apart: readonly number[];
  /** Message flows into a process, and those of them that may begin it. */
  readonly #into: ReadonlyMap<number, readonly NetMessageFlow[]>;
  readonly #begins: ReadonlyMap<number, number>;
  /** Message flows along which something is sent from a node on, and at any time as long as a scope runs. */
  readonly #sentFrom = new Map<number, readonly number[]>();
  readonly #sentIn = new Map<number, readonly number[]>();

  constructor(moves: Moves, { processes, scopes }: Entry) {
    const { net } = moves;
    this.#net = net;
    this.#moves = moves;
    this.#apart = processes.length > 1 ? apart(net, processes, scopes) : [];
    this.#into = Map.groupBy(net.messageFlows, ({ targetScope }) => targetScope);
    const beginning = net.messageFlows.filter((flow) => mayBegin(net, flow));
    this.#begins = new Map(beginning.map(({ index, targetScope }) => [index, targetScope]));
  }

  /** The acts of each process that may be tried without those of others. */
  alone(state: State, acts: readonly Act[]): readonly (readonly Act[])[] {
    if (this.#apart.length < 2 || this.#moves.isUncounted(state)) return [];
    const byProcess = Map.groupBy(acts, (act) => this.#processOf(state, act));
    if (byProcess.size < 2) return [];
    return [...byProcess].flatMap(([process, own]) =>
      this.#apart.includes(process) && this.#isUntouched(state, process, own) ? [own] : [],
    );
  }

  #processOf({ scopes }: State, act: Act): number {
    if (act.do === 'deliver') return this.#net.messageFlows.find(({ id }) => id === act.flow)?.targetScope ?? -1;
    const at = 'at' in act ? act.at : 'scope' in act ? act.scope : undefined;
    const scope = scopes.find(({ id, instances }) => id === at || instances.some((each) => each.id === at));
    return scopes.find(({ id }) => id === scope?.root)?.scope ?? -1;
  }

  /** Whether others can neither send what the process could take now, nor have a say in who takes it. */
  #isUntouched(state: State, process: number, own: readonly Act[]): boolean {
    const sent = this.#sentByOthers(state, process);
    const isDelivered = ({ id }: NetMessageFlow) => own.some((act) => act.do === 'deliver' && act.flow === id);
    const isThere = (index: number) => sent.has(index) || state.messages.some(({ flow }) => flow === index);
    const isOpen = (flow: NetMessageFlow) =>
      isThere(flow.index) && !isDelivered(flow) && this.#moves.mayBeTaken(state, flow.index);
    if (this.#into.get(process)?.some(isOpen)) return false;
    return !own.some((act) => act.do === 'deliver') || this.#areAllOne(state, sent);
  }

  /** Whether there is one instance of each process at most, whatever others do: then nobody has to choose between them. */
  #areAllOne({ scopes, messages }: State, sent: ReadonlySet<number>): boolean {
    const counts = new Map<number, number>();
    const add = (process: number, count: number) => counts.set(process, (counts.get(process) ?? 0) + count);
    for (const { owner, scope } of scopes) if (owner < 0) add(scope, 1);
    for (const { flow } of messages) add(this.#begins.get(flow) ?? -1, 1);
    for (const flow of sent) add(this.#begins.get(flow) ?? -1, 2);
    return [...counts].every(([process, count]) => process < 0 || count < 2);
  }

  /** Message flows along which other processes may send something, those included that begin meanwhile. */
  #sentByOthers({ scopes, messages }: State, process: number): ReadonlySet<number> {
    const roots = new Map(scopes.flatMap(({ id, owner, scope }) => (owner < 0 ? [[id, scope] as const] : [])));
    const found = new Set<number>();
    for (const scope of scopes)
      if (roots.get(scope.root) !== process) for (const flow of this.#sentBy(scope)) found.add(flow);
    const begun = new Set<number>();
    for (const flow of [...messages.map((message) => message.flow)]) begun.add(this.#begins.get(flow) ?? -1);
    for (const flow of found) begun.add(this.#begins.get(flow) ?? -1);
    for (const other of begun) {
      if (other < 0 || other === process) continue;
      for (const flow of this.#sentWithin(other)) {
        found.add(flow);
        begun.add(this.#begins.get(flow) ?? -1);
      }
    }
    return found;
  }

  #sentBy({ scope, tokens, resting, instances }: ScopeInstance): number[] {
    const nodes = [
      ...instances.map(({ node }) => node),
      ...[...tokens, ...resting].map((flow) => this.#net.flows[flow]?.target ?? -1),
    ];
    return [...nodes.flatMap((node) => this.#sentAfter(node)), ...this.#sentBeside(scope)];
  }

  #sentAfter(node: number): readonly number[] {
    return remembered(this.#sentFrom, node, () => {
      const nodes = [...ahead(this.#net, [node])].flatMap((index) => this.#net.nodes[index] ?? []);
      return nodes.flatMap(({ sends, inner }) => (inner < 0 ? sends : [...sends, ...this.#sentWithin(inner)]));
    });
  }

  /** By event sub-processes and by what undoes something. */
  #sentBeside(scope: number): readonly number[] {
    return remembered(this.#sentIn, scope, () => {
      const within = this.#net.scopes[scope]?.nodes.flatMap((index) => this.#net.nodes[index] ?? []) ?? [];
      const isBeside = ({ kind, isForCompensation }: NetNode) => kind === 'event-sub-process' || isForCompensation;
      const isUndone = within.some(({ isCompensable }) => isCompensable);
      return isUndone
        ? this.#sentWithin(scope)
        : within.filter(isBeside).flatMap(({ index }) => this.#sentAfter(index));
    });
  }

  #sentWithin(scope: number, seen = new Set<number>()): number[] {
    if (seen.has(scope)) return [];
    seen.add(scope);
    const nodes = this.#net.scopes[scope]?.nodes.flatMap((index) => this.#net.nodes[index] ?? []) ?? [];
    return nodes.flatMap(({ sends, inner }) => (inner < 0 ? sends : [...sends, ...this.#sentWithin(inner, seen)]));
  }
}

function remembered<K, T>(known: Map<K, T>, name: K, make: () => T): T {
  const value = known.get(name) ?? make();
  known.set(name, value);
  return value;
}

function mayBegin(net: Net, { target, targetScope }: NetMessageFlow): boolean {
  const starts = net.scopes[targetScope]?.triggeredStarts ?? [];
  return target < 0 ? starts.length > 0 : starts.some((start) => isAtStart(net, start, target));
}

function isAtStart(net: Net, start: number, event: number): boolean {
  return start === event || (net.nodes[start]?.outgoing.some((flow) => net.flows[flow]?.target === event) ?? false);
}

/** Processes that share no signal with another one, send it nothing by name, and run in no other one. */
function apart(net: Net, processes: readonly number[], scopes: ReadonlySet<number>): number[] {
  const called = new Set(net.nodes.flatMap(({ kind, inner }) => (kind === 'call' ? [inner] : [])));
  if (net.messageFlows.some(({ sourceScope, targetScope }) => called.has(sourceScope) || called.has(targetScope)))
    return [];
  const nodes = net.nodes.filter(({ scope }) => scopes.has(scope));
  const touched = new Set<number>();
  const throwers = nodes.filter(({ kind }) => kind === 'throw' || kind === 'end' || kind === 'task');
  for (const thrower of throwers)
    for (const { kind, key } of thrower.triggers) {
      if (kind !== 'signal' && (kind !== 'message' || thrower.sends.length > 0 || key === '')) continue;
      for (const other of nodes.filter((node) => hears(node, kind, key))) {
        const [one, two] = [processAround(net, thrower), processAround(net, other)];
        if (one !== two || called.has(one)) for (const process of [one, two]) touched.add(process);
      }
    }
  if ([...touched].some((process) => called.has(process))) return [];
  return processes.filter((process) => !touched.has(process));
}

function hears({ kind, triggers }: NetNode, what: string, key: string): boolean {
  if (kind === 'throw' || kind === 'end' || kind === 'task') return false;
  return triggers.some((each) => each.kind === what && (each.key === key || each.key === ''));
}

function processAround(net: Net, { scope }: NetNode): number {
  let at = scope;
  for (let node = net.nodes[net.scopes[at]?.node ?? -1]; node; node = net.nodes[net.scopes[at]?.node ?? -1])
    at = node.scope;
  return at;
}
