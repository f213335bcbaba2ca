/** A scope as a graph that can be taken apart: what decides, what comes together, with one way in and one way out. */
import type { Net, NetNode, NetScope, Trigger } from '../semantics/index.ts';
import type { FreeEvents } from './free-events.ts';
import { isKnown } from './without-data.ts';

/** How tokens part or meet. `xor`: one. `and`: one for each way. `or`: some, and who joins them knows which. `none`: not to be known here. */
export type Way = 'xor' | 'and' | 'or' | 'none';

export interface Vertex {
  /** Index of the node; -1: made for the graph. */
  readonly node: number;
  split: Way;
  join: Way;
  to: Vertex[];
  from: Vertex[];
  /** A rule has taken it out. */
  isOut: boolean;
}

export interface Graph {
  readonly vertices: Vertex[];
  readonly entry: Vertex;
  readonly exit: Vertex;
  /** Something ends all else in the scope. */
  readonly endsAll: boolean;
}

export function graphOf(net: Net, scope: NetScope, free: FreeEvents, isProven: (scope: number) => boolean): Graph {
  return new Maker(net, scope, free, isProven).make();
}

class Maker {
  readonly #net: Net;
  readonly #scope: NetScope;
  readonly #free: FreeEvents;
  readonly #isProven: (scope: number) => boolean;
  readonly #vertices: Vertex[] = [];
  readonly #of = new Map<number, Vertex>();
  #endsAll = false;

  constructor(net: Net, scope: NetScope, free: FreeEvents, isProven: (scope: number) => boolean) {
    this.#net = net;
    this.#scope = scope;
    this.#free = free;
    this.#isProven = isProven;
  }

  make(): Graph {
    const nodes = this.#scope.nodes.flatMap((index) => this.#net.nodes[index] ?? []);
    const inFlow = nodes.filter((node) => node.kind !== 'event-sub-process' && !this.#isAside(node));
    for (const node of inFlow)
      this.#of.set(node.index, this.#vertex(node.index, splitOf(this.#net, node), joinOf(node)));
    // The end of a scope waits for all that is in it.
    const exit = this.#vertex(-1, 'xor', 'or');
    for (const node of inFlow) this.#connect(node, exit);
    for (const node of nodes) if (this.#isAside(node)) this.#leaveOpen(node);
    const entry = this.#enter();
    return { vertices: this.#vertices, entry, exit, endsAll: this.#endsAll };
  }

  /** Compensation stands beside the flows; nobody asks for it, or it is more than structure can tell. */
  #isAside(node: NetNode): boolean {
    const isHandler =
      node.isForCompensation || node.triggers.some(({ kind }) => node.kind === 'boundary' && kind === 'compensation');
    return isHandler;
  }

  /** What flows join with something that stands aside may wait for it, which is not to be known here. */
  #leaveOpen({ incoming, outgoing }: NetNode): void {
    for (const index of [...incoming, ...outgoing]) {
      const { source = -1, target = -1 } = this.#net.flows[index] ?? {};
      for (const vertex of [this.#of.get(source), this.#of.get(target)]) {
        if (!vertex) continue;
        vertex.split = 'none';
        vertex.join = 'none';
      }
    }
  }

  #vertex(node: number, split: Way, join: Way): Vertex {
    const vertex: Vertex = { node, split, join, to: [], from: [], isOut: false };
    this.#vertices.push(vertex);
    return vertex;
  }

  #lead(from: Vertex, to: Vertex | undefined): void {
    if (!to) return;
    from.to.push(to);
    to.from.push(from);
  }

  /** All entries begin together; of several starts of a process, one does. */
  #enter(): Vertex {
    const { kind, entries, plainStarts, triggeredStarts } = this.#scope;
    const begins = kind === 'process' || kind === 'event-sub-process';
    const alone = [...(plainStarts.length > 1 ? plainStarts : []), ...(begins ? triggeredStarts : [])];
    const together = this.#vertex(-1, 'and', 'xor');
    if (plainStarts.length < 2) for (const node of entries) this.#lead(together, this.#of.get(node));
    if (alone.length === 0) return together;
    const entry = this.#vertex(-1, 'xor', 'xor');
    if (together.to.length > 0) this.#lead(entry, together);
    else this.#vertices.splice(this.#vertices.indexOf(together), 1);
    for (const node of alone) this.#lead(entry, this.#of.get(node));
    return entry;
  }

  #connect(node: NetNode, exit: Vertex): void {
    const vertex = this.#of.get(node.index) as Vertex;
    if (!this.#isPlain(node)) vertex.split = 'none';
    const last = this.#boundaries(node, vertex);
    for (const flow of node.outgoing) this.#lead(last, this.#of.get(this.#net.flows[flow]?.target ?? -1));
    const link = this.#net.links.get(node.index);
    if (link !== undefined) this.#lead(last, this.#of.get(link));
    else if (node.outgoing.length === 0) this.#lead(last, exit);
  }

  /** An activity with events at its boundary is a decision between them and its own way on. @returns from where that leads on */
  #boundaries(node: NetNode, vertex: Vertex): Vertex {
    if (node.boundary.length === 0) return vertex;
    const events = node.boundary
      .flatMap((index) => this.#net.nodes[index] ?? [])
      .filter((event) => !this.#isAside(event));
    const stops = events.filter(({ isInterrupting }) => isInterrupting);
    const beside = events.filter(({ isInterrupting }) => !isInterrupting);
    if (events.some((event) => !this.#canHappen(node, event))) vertex.split = 'none';
    let at = vertex;
    for (const [way, group] of [
      ['or', beside],
      ['xor', stops],
    ] as const) {
      if (group.length === 0) continue;
      const on = this.#vertex(-1, at.split, 'xor');
      if (at.split !== 'none') at.split = way;
      this.#lead(at, on);
      for (const event of group) this.#lead(at, this.#of.get(event.index));
      at = on;
    }
    return at;
  }

  #canHappen(host: NetNode, event: NetNode): boolean {
    const inner = this.#net.scopes[host.inner];
    const isFault = ({ kind, key }: Trigger) =>
      kind === 'error' && host.inner < 0 && !this.#free.isThrownInside('error', key);
    return (
      // What takes no time cannot be interrupted.
      (!inner || lasts(this.#net, inner)) &&
      !event.isParallelMultiple &&
      event.triggers.length > 0 &&
      event.triggers.every((trigger) => this.#free.isFree(event, trigger) || isFault(trigger))
    );
  }

  /** Whether a node does what its kind says whenever a token comes, and touches nothing else. */
  #isPlain(node: NetNode): boolean {
    const { kind, triggers, sends, inner, loop, startQuantity, completionQuantity } = node;
    if (startQuantity > 1 || completionQuantity > 1 || kind === 'complex' || node.isParallelMultiple) return false;
    if (sends.some((flow) => (this.#net.messageFlows[flow]?.targetScope ?? -1) >= 0)) return false;
    if (node.outgoing.some((flow) => isKnown(this.#net.flows[flow]?.condition))) return false;
    if (node.receives.length > 0 && (kind === 'task' || kind === 'sub-process' || kind === 'call')) return false;
    if (inner >= 0 && !this.#isProven(inner)) return false;
    if (loop && !isPlainLoop(loop)) return false;
    if (kind === 'throw' || kind === 'end' || kind === 'task')
      return triggers.every((trigger) => this.#isPlainThrow(node, trigger));
    if (kind === 'event-based') return this.#targets(node).every((event) => this.#isPlainCatch(event));
    if (kind === 'catch' || kind === 'receive') return this.#isPlainCatch(node);
    return true;
  }

  #targets(node: NetNode): NetNode[] {
    return node.outgoing.flatMap((flow) => this.#net.nodes[this.#net.flows[flow]?.target ?? -1] ?? []);
  }

  #isPlainCatch(node: NetNode): boolean {
    return node.triggers.every((trigger) => trigger.kind === 'link' || this.#free.isFree(node, trigger));
  }

  #isPlainThrow(node: NetNode, { kind, key }: Trigger): boolean {
    if (kind === 'terminate' || (kind === 'error' && this.#scope.kind === 'process' && node.kind === 'end')) {
      this.#endsAll = true;
      return true;
    }
    if (kind === 'link') return this.#net.links.has(node.index);
    const isHeard = () =>
      this.#net.nodes.some(
        (other) =>
          other !== node &&
          other.kind !== 'throw' &&
          other.kind !== 'end' &&
          other.kind !== 'task' &&
          other.triggers.some(
            (trigger) =>
              trigger.kind === kind && (trigger.key === key || trigger.key === '' || key === '' || trigger.takesAny),
          ),
      );
    return (kind === 'message' || kind === 'signal' || kind === 'escalation') && !isHeard();
  }
}

/** Whether there is a time at which something can happen to a scope: however it begins, somebody has to work. */
function lasts(net: Net, { entries, triggeredStarts }: NetScope): boolean {
  const starts = [...entries, ...triggeredStarts];
  return starts.length > 0 && starts.every((index) => leadsToWork(net, index));
}

function leadsToWork(net: Net, index: number): boolean {
  const node = net.nodes[index];
  const target = net.nodes[net.flows[node?.outgoing[0] ?? -1]?.target ?? -1];
  const isWork = (each: NetNode | undefined) => each?.kind === 'task' && !each.loop;
  return isWork(node) || (node?.kind === 'start' && isWork(target));
}

/** Whether each event sub-process of a scope can begin, by what comes from outside whenever it likes, as long as the scope lasts. */
export function canAllBegin(net: Net, scope: NetScope, free: FreeEvents): boolean {
  const isFree = (index: number) => {
    const start = net.nodes[index] as NetNode;
    return (
      !start.isParallelMultiple && start.triggers.length > 0 && start.triggers.every((each) => free.isFree(start, each))
    );
  };
  return scope.eventSubProcesses.every((index) => {
    const { triggeredStarts = [] } = net.scopes[net.nodes[index]?.inner ?? -1] ?? {};
    return triggeredStarts.length > 0 && triggeredStarts.every(isFree) && lasts(net, scope);
  });
}

function isPlainLoop(loop: NonNullable<NetNode['loop']>): boolean {
  if (loop.kind === 'loop') return loop.maximum !== 0 && !isKnown(loop.condition);
  return (
    !loop.completion &&
    !loop.throws &&
    loop.rules.length === 0 &&
    loop.cardinality?.evaluate({ get: () => undefined, all: () => ({}) }) !== 0 &&
    !isKnown(loop.collection)
  );
}

function splitOf(net: Net, node: NetNode): Way {
  if (node.outgoing.length < 2 || node.kind === 'exclusive' || node.kind === 'event-based') return 'xor';
  if (node.kind === 'parallel') return 'and';
  if (node.kind === 'complex') return 'none';
  const isFree = node.kind === 'inclusive' || node.outgoing.some((flow) => net.flows[flow]?.condition);
  return isFree ? 'or' : 'and';
}

function joinOf({ kind, incoming }: NetNode): Way {
  if (incoming.length < 2) return 'xor';
  if (kind === 'parallel') return 'and';
  if (kind === 'inclusive') return 'or';
  return kind === 'complex' ? 'none' : 'xor';
}
