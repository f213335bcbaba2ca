/**
 * Which acts need not be tried in all orders. An act is quiet if nothing else can hinder it, it hinders nothing else, and whatever comes before
 * or after it comes to the same: then one order stands for all (partial order reduction with persistent sets).
 */
import type { Net, NetNode, NodeInstance, ScopeInstance, State, TraceEntry } from '../semantics/index.ts';
import type { Crowds } from './crowds.ts';
import type { FreeEvents } from './free-events.ts';

export class Quiet {
  readonly #net: Net;
  readonly #calm: readonly boolean[];
  readonly #node: readonly boolean[];
  readonly #flow: readonly boolean[];
  /** Where a token may be when the next one comes on the same way it must not be hurried away. */
  readonly #crowds: Crowds;

  constructor(net: Net, free: FreeEvents, crowds: Crowds) {
    this.#net = net;
    this.#crowds = crowds;
    this.#calm = net.scopes.map((_, scope) => isCalm(net, scope));
    this.#node = net.nodes.map((node) => isQuietNode(net, node, free));
    this.#flow = net.flows.map(
      ({ index, source }) => !crowds.comeTogether(index) && this.#calm[net.nodes[source]?.scope ?? -1] === true,
    );
  }

  /** Whether the acts of an instance may be quiet: then their traces tell whether they are. */
  mayBe(state: State, scope: ScopeInstance, { kind, node: index, body }: NodeInstance): boolean {
    const node = this.#net.nodes[index];
    if (!node || !this.#node[index] || this.#crowds.isCrowded(index)) return false;
    if (body >= 0 && node.boundary.length > 0) return false;
    return (
      (kind === 'work' || kind === 'choice' || kind === 'wait') && node.inner < 0 && this.#isUndisturbed(state, scope)
    );
  }

  /** Whether what an act brought about concerns nobody else. */
  isQuiet(trace: readonly TraceEntry[]): boolean {
    return trace.every(({ what, element }) => {
      if (what === 'took') return this.#flow[this.#net.flowOfId.get(element) ?? -1] === true;
      if (what === 'entered') return this.#node[this.#net.nodeOfId.get(element) ?? -1] === true;
      return what === 'completed' || what === 'started' || what === 'ended';
    });
  }

  /** Nothing outside of it can end the scope, up to its process and to who calls that. */
  #isUndisturbed({ scopes }: State, scope: ScopeInstance): boolean {
    for (let at: ScopeInstance | undefined = scope; at; ) {
      if (!this.#calm[at.scope]) return false;
      const { parent, owner }: ScopeInstance = at;
      if (parent < 0) return at.partners.length === 0 || at.instances.length > 0;
      at = scopes.find(({ id }) => id === parent);
      const host = at?.instances.find(({ id }) => id === owner);
      if (
        !host ||
        host.body >= 0 ||
        this.#crowds.isCrowded(host.node) ||
        (this.#net.nodes[host.node]?.boundary.length ?? 0) > 0
      )
        return false;
    }
    return true;
  }
}

/** Nothing in the scope ends all else in it, begins beside it, or looks at all of it. */
function isCalm(net: Net, index: number): boolean {
  const scope = net.scopes[index];
  if (!scope || scope.hasJoins || scope.adHoc || scope.eventSubProcesses.length > 0) return false;
  return (
    !scope.nodes.some(
      (node) => net.nodes[node]?.triggers.some(({ kind }) => endsOthers.has(kind)) || net.nodes[node]?.isCompensable,
    ) && !within(net, index).some((node) => throwsOut(node))
  );
}

const endsOthers = new Set(['terminate', 'cancel', 'compensation']);

function throwsOut({ kind, triggers }: NetNode): boolean {
  return (
    (kind === 'throw' || kind === 'end') &&
    triggers.some((each) => each.kind === 'error' || each.kind === 'escalation' || each.kind === 'cancel')
  );
}

/** All nodes of the process around a scope. */
function within(net: Net, index: number): NetNode[] {
  const rootOf = (scope: number): number => {
    const node = net.nodes[net.scopes[scope]?.node ?? -1];
    return node ? rootOf(node.scope) : scope;
  };
  const root = rootOf(index);
  return net.nodes.filter(({ scope }) => rootOf(scope) === root);
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
