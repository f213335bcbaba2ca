/**
 * One step on its way: the state as it is being changed, and what is still to be done. The modules of this room each know one kind of
 * move; they change the state by this and leave further moves to it.
 */
import type { Data, Value } from '../expressions/expression.ts';
import { Moves } from '../moves.ts';
import { insert, placeOf, remove } from '../sorted.ts';
import type { Net, NetNode, NetScope, Trigger } from './net.ts';
import type { KeptMessage, NodeInstance, ScopeInstance, State } from './state.ts';
import type { TraceEntry } from './trace.ts';

/** What follows from what was done. Moves are made depth first, in the order in which they were asked for. */
export type Move =
  /** A token reaches the node ahead of its flow. */
  | { readonly move: 'arrive'; readonly scope: number; readonly flow: number }
  /** A node begins without a flow: with its scope, by a person, by an event. */
  | { readonly move: 'begin'; readonly scope: number; readonly node: number }
  /** A node is done: tokens go on. */
  | { readonly move: 'leave'; readonly scope: number; readonly node: number }
  /** A throw event has brought about all, unless that has ended itself. */
  | { readonly move: 'thrown'; readonly scope: number; readonly instance: number }
  /** An item of a multi-instance activity is done, and what it throws is brought about. */
  | { readonly move: 'item'; readonly scope: number; readonly body: number; readonly count: number }
  /** An activity is done; `inner`: the scope that ran for it, with what it left. */
  | { readonly move: 'finish'; readonly scope: number; readonly instance: number; readonly inner?: ScopeInstance }
  /** An event happens to who waits for it; `by`: the multi-instance body that has thrown it. */
  | { readonly move: 'occur'; readonly subscription: Subscription; readonly trigger: Trigger; readonly by?: number }
  /** A throw event brings about what it says, one trigger after another. */
  | {
      readonly move: 'throw';
      readonly scope: number;
      readonly node: number;
      readonly trigger: Trigger;
      readonly instance: number;
    }
  /** Whether the condition of what has just begun to wait holds already. */
  | { readonly move: 'arm'; readonly scope: number; readonly instance: number };

/** Somebody waits for an event. */
export interface Subscription {
  readonly scope: number;
  /** The instance that waits, or that has the boundary event; -1: the scope, with an event sub-process. */
  readonly instance: number;
  /** The event (or receive task). */
  readonly node: number;
}

/** A throw event that has begun. */
export interface Throwing {
  readonly scope: number;
  readonly instance: number;
}

export interface RunOptions {
  /** What a condition is that cannot be known: to be chosen, or false. */
  readonly unknown: 'choose' | 'false';
  /** Messages are kept until an act delivers them. */
  readonly holds?: boolean;
  /** A token that comes to this flow rests on it: somebody asks what else can happen while it is on its way. */
  readonly rests?: number;
}

type Open<T> = { -readonly [K in keyof T]: T[K] };
export type OpenScope = Open<ScopeInstance>;

const NONE: readonly never[] = [];

export class Run {
  readonly net: Net;
  readonly options: RunOptions;
  /** undefined: nobody wants to know. */
  readonly trace: TraceEntry[] | undefined;
  next: number;
  scopes: ScopeInstance[];
  messages: readonly KeptMessage[];
  failures: readonly string[];
  /** The scope instances before the step: any other was made in it, with lists that may grow where they are. */
  readonly #before: readonly ScopeInstance[];
  /** Flows that tokens went along: most steps need one only, and searches make steps by the million. */
  #lastTaken = -1;
  #taken: Set<number> | undefined;
  #begins: Map<string, number> | undefined;
  /** How much has begun in this step. */
  begun = 0;
  readonly #moves = new Moves<Move>();
  /** Throw events that wait until all else has come to rest. */
  late: readonly Throwing[] = NONE;

  constructor(net: Net, state: State, options: RunOptions, trace: TraceEntry[] | undefined) {
    this.net = net;
    this.options = options;
    this.trace = trace;
    this.next = state.next;
    this.scopes = state.scopes.slice();
    this.#before = state.scopes;
    this.messages = state.messages;
    this.failures = state.failures;
  }

  state(): State {
    const { next, scopes, messages, failures } = this;
    return { next, scopes, messages, failures };
  }

  push(move: Move): void {
    this.#moves.push(move);
  }

  /** The next move; undefined: all is at rest. */
  pop(): Move | undefined {
    return this.#moves.pop();
  }

  /** Tokens on their way in a scope are taken away. */
  drop(scope: number): void {
    this.#moves.keep(
      (move) => move.move === 'occur' || move.move === 'throw' || move.move === 'finish' || move.scope !== scope,
    );
  }

  node(index: number): NetNode {
    return this.net.nodes[index] as NetNode;
  }

  netScope({ scope }: ScopeInstance): NetScope {
    return this.net.scopes[scope] as NetScope;
  }

  /** A scope instance; undefined: it has ended in the meantime. */
  scope(id: number): ScopeInstance | undefined {
    return this.scopes[placeOf(this.scopes, id)];
  }

  /** The same to be changed; call it anew after each move. */
  edit(id: number): OpenScope | undefined {
    const at = placeOf(this.scopes, id);
    const scope = this.scopes[at];
    if (!scope || scope !== this.#scopeBefore(id)) return scope;
    const copy = { ...scope };
    this.scopes[at] = copy;
    return copy;
  }

  addScope(values: Pick<ScopeInstance, 'scope' | 'parent' | 'owner' | 'data'>): ScopeInstance {
    const id = this.next++;
    const root = this.scope(values.parent)?.root ?? id;
    const scope: ScopeInstance = {
      id,
      ...values,
      root,
      tokens: NONE,
      resting: NONE,
      instances: NONE,
      completions: NONE,
      isInterrupted: false,
      isEnding: false,
      fired: NONE,
      partners: NONE,
    };
    this.scopes.push(scope);
    return scope;
  }

  #scopeBefore(id: number): ScopeInstance | undefined {
    return this.#before[placeOf(this.#before, id)];
  }

  removeScopes(ids: ReadonlySet<number>): void {
    this.scopes = this.scopes.filter(({ id }) => !ids.has(id));
  }

  instance(scope: number, id: number): NodeInstance | undefined {
    const instances = this.scope(scope)?.instances;
    if (instances) for (const instance of instances) if (instance.id === id) return instance;
    return undefined;
  }

  addInstance(scope: number, values: Partial<NodeInstance> & Pick<NodeInstance, 'node' | 'kind'>): NodeInstance {
    const id = values.id ?? this.next++;
    return this.#add(scope, { id, body: -1, count: 0, total: 0, done: 0, ...values });
  }

  /** An activity is at work. @param id of the instance that goes into another round */
  addWork(scope: number, node: number, body: number, count: number, id = this.next++): NodeInstance {
    return this.#add(scope, { id, body, count, total: 0, done: 0, node, kind: 'work' });
  }

  #add(scope: number, instance: NodeInstance): NodeInstance {
    const open = this.edit(scope);
    if (open) {
      const isShared = open.instances === NONE || open.instances === this.#scopeBefore(scope)?.instances;
      if (isShared) open.instances = [...open.instances, instance];
      else (open.instances as NodeInstance[]).push(instance);
    }
    this.trace?.push({ what: 'entered', element: this.node(instance.node).id, scope, instance: instance.id });
    return instance;
  }

  changeInstance(scope: number, id: number, values: Partial<NodeInstance>): void {
    const open = this.edit(scope);
    if (open) open.instances = open.instances.map((each) => (each.id === id ? { ...each, ...values } : each));
  }

  removeInstance(scope: number, id: number): void {
    const open = this.edit(scope);
    if (!open) return;
    const at = open.instances.findIndex((each) => each.id === id);
    if (at < 0) return;
    const rest = open.instances.slice();
    for (let next = at + 1; next < rest.length; next++) rest[next - 1] = rest[next] as NodeInstance;
    rest.pop();
    open.instances = rest;
  }

  removeInstances(scope: number, ids: ReadonlySet<number>): void {
    const open = this.edit(scope);
    if (open) open.instances = open.instances.filter(({ id }) => !ids.has(id));
  }

  /** A token stands at the end of a flow, before a node that waits for more. */
  addToken(scope: number, flow: number): void {
    const open = this.edit(scope);
    if (open) open.tokens = insert(open.tokens, flow);
  }

  /** @returns whether there was one */
  takeToken(scope: number, flow: number): boolean {
    if (!this.scope(scope)?.tokens.includes(flow)) return false;
    const open = this.edit(scope);
    if (open) open.tokens = remove(open.tokens, flow);
    return true;
  }

  rest(scope: number, flow: number): void {
    const open = this.edit(scope);
    if (open) open.resting = insert(open.resting, flow);
  }

  wake(scope: number, flow: number): void {
    const open = this.edit(scope);
    if (open) open.resting = remove(open.resting, flow);
  }

  /** Notes that a token goes along a flow in this step. @returns false: one did already */
  takes(scope: number, flow: number): boolean {
    const key = scope * this.net.flows.length + flow;
    if (this.#lastTaken === key || this.#taken?.has(key)) return false;
    if (this.#lastTaken >= 0) {
      this.#taken ??= new Set();
      this.#taken.add(this.#lastTaken);
    }
    this.#lastTaken = key;
    return true;
  }

  /** Notes that something begins. @returns how often it has in that place, in this step */
  begins(scope: number, node: number): number {
    this.begun++;
    const key = `${scope} ${node}`;
    this.#begins ??= new Map();
    const times = (this.#begins.get(key) ?? 0) + 1;
    this.#begins.set(key, times);
    return times;
  }

  /** What a scope instance sees: its variables and those of the scopes around it, up to its process. @param more variables of the moment */
  data(scope: ScopeInstance | undefined, more?: Readonly<Record<string, Value>>): Data {
    const get = (name: string): Value | undefined => {
      if (more && Object.hasOwn(more, name)) return more[name];
      for (let at = scope; at; at = this.around(at)) if (Object.hasOwn(at.data, name)) return at.data[name];
      return undefined;
    };
    return { get, all: () => ({ ...this.seen(scope), ...more }) };
  }

  seen(scope: ScopeInstance | undefined): Record<string, Value> {
    if (!scope) return {};
    const outer = this.around(scope);
    return outer ? { ...this.seen(outer), ...scope.data } : { ...scope.data };
  }

  /** The scope instance around one, within its process. */
  around(scope: ScopeInstance): ScopeInstance | undefined {
    return this.netScope(scope).kind === 'process' ? undefined : this.scope(scope.parent);
  }
}
