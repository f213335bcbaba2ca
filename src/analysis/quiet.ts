/**
 * Which acts need not be tried in all orders. An act is quiet if it hinders nothing else, nothing else can hinder it but by an end of all that it
 * concerns, and whatever comes before or after it comes to the same: then one order stands for all (partial order reduction with persistent sets).
 */
import type { Net, NetNode, NetScope, NodeInstance, ScopeInstance, TraceEntry } from '../semantics/index.ts';
import type { Crowds } from './crowds.ts';
import type { FreeEvents } from './free-events.ts';

export class Quiet {
  readonly #net: Net;
  readonly #isCalm: readonly boolean[];
  readonly #node: readonly boolean[];
  readonly #flow: readonly boolean[];
  /** By scope: its end concerns nobody but what follows. */
  readonly #end: readonly boolean[];
  /** Where a token may be when the next one comes on the same way it must not be hurried away. */
  readonly #crowds: Crowds;

  constructor(net: Net, free: FreeEvents, crowds: Crowds) {
    this.#net = net;
    this.#crowds = crowds;
    this.#isCalm = net.scopes.map((scope) => isCalm(net, scope));
    this.#node = net.nodes.map((node) => isQuietNode(net, node, free));
    this.#flow = net.flows.map(
      ({ index, source }) => !crowds.comeTogether(index) && this.#isCalm[net.nodes[source]?.scope ?? -1] === true,
    );
    const called = new Set(net.nodes.flatMap(({ kind, inner }) => (kind === 'call' ? [inner] : [])));
    this.#end = net.scopes.map((scope) => !called.has(scope.index) && this.#endsQuietly(scope));
  }

  /** Whether the acts of an instance may be quiet: then their traces tell whether they are. */
  mayBe({ scope }: ScopeInstance, { kind, node: index, body }: NodeInstance): boolean {
    const node = this.#net.nodes[index];
    if (!node || !this.#node[index] || this.#crowds.isCrowded(index)) return false;
    if (body >= 0 && node.boundary.length > 0) return false;
    return (kind === 'work' || kind === 'choice' || kind === 'wait') && node.inner < 0 && this.#isCalm[scope] === true;
  }

  /**
   * Whether what an act brought about concerns nobody else. What ends the scope around it, be it from within, ends all that the act has brought about too,
   * as if it had not been: unless the act ends the scope itself, so that the other comes too late.
   */
  isQuiet(trace: readonly TraceEntry[]): boolean {
    return trace.every(({ what, element }) => {
      if (what === 'took') return this.#flow[this.#net.flowOfId.get(element) ?? -1] === true;
      if (what === 'entered') return this.#node[this.#net.nodeOfId.get(element) ?? -1] === true;
      if (what === 'ended') return this.#end[this.#net.scopeOfId.get(element) ?? -1] === true;
      return what === 'completed' || what === 'started';
    });
  }

  /** Whether nothing can happen to a scope that comes too late once it has ended, and what it runs for is quiet too. */
  #endsQuietly({ kind, node, eventSubProcesses }: NetScope): boolean {
    if (eventSubProcesses.length > 0) return false;
    if (kind === 'process') return true;
    const host = this.#net.nodes[node];
    return (
      host?.kind === 'sub-process' &&
      host.boundary.length === 0 &&
      this.#node[node] === true &&
      this.#isCalm[host.scope] === true &&
      !this.#crowds.isCrowded(node)
    );
  }
}

/** Nothing in the scope looks at all of it, and nothing in it is undone. */
function isCalm(net: Net, { hasJoins, adHoc, nodes }: NetScope): boolean {
  return !hasJoins && !adHoc && !nodes.some((node) => net.nodes[node]?.isCompensable);
}

/** What happens to the node comes from outside, and nobody hears what it does. */
function isQuietNode(net: Net, node: NetNode, free: FreeEvents): boolean {
  // An event beside it may happen again when what it set going is over: somebody else has a say in that.
  if (node.boundary.some((event) => !net.nodes[event]?.isInterrupting)) return false;
  if (node.sends.length > 0 || node.isCompensable || node.isForCompensation || node.startQuantity > 1) return false;
  if (node.loop?.kind === 'multi-instance' && (node.loop.completion || node.loop.throws || node.loop.rules.length > 0))
    return false;
  const targets = node.kind === 'event-based' ? node.outgoing.map((flow) => net.flows[flow]?.target ?? -1) : [];
  const events = [node, ...[...node.boundary, ...targets].flatMap((index) => net.nodes[index] ?? [])];
  return events.every(({ kind, receives, triggers }, at) => {
    if (kind === 'throw' || kind === 'end') return triggers.length === 0;
    if (receives.length > 0 && (kind === 'task' || kind === 'sub-process' || kind === 'call')) return false;
    const isFault = at > 0 && kind === 'boundary';
    return triggers.every(
      (trigger) =>
        trigger.kind === 'link' || free.isFree(events[at] as NetNode, trigger) || (isFault && trigger.kind === 'error'),
    );
  });
}
