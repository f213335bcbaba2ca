/** Who can take a message, known by the flows alone. */
import { isSameMessage, type Net, type NetNode, type State } from '../semantics/index.ts';
import { scopesIn } from './net-walks.ts';

export class Takers {
  readonly #net: Net;
  /** By message flow: what `takersOf` says. */
  readonly #takers = new Map<number, ReadonlySet<number> | undefined>();

  constructor(net: Net) {
    this.#net = net;
  }

  /** Whether something is where it could take a message: most messages of most states wait for somebody to come there. */
  mayTake({ scopes }: State, flow: number): boolean {
    const takers = this.#of(flow);
    return takers === undefined || scopes.some(({ instances }) => instances.some(({ node }) => takers.has(node)));
  }

  /** Whether somebody may ever take it: nobody does where it goes to what waits for another message, or for none. */
  areAny(flow: number): boolean {
    return this.#of(flow)?.size !== 0;
  }

  #of(flow: number): ReadonlySet<number> | undefined {
    if (!this.#takers.has(flow)) this.#takers.set(flow, takersOf(this.#net, flow));
    return this.#takers.get(flow);
  }
}

const nobody: ReadonlySet<number> = new Set();
/** What takes any message while it is at work. */
const workers: ReadonlySet<string> = new Set(['task', 'sub-process', 'call']);

/** The nodes of which one must be at work or waiting for a message to be taken; undefined: it may begin something, or be taken anywhere in a pool. */
function takersOf(net: Net, flow: number): ReadonlySet<number> | undefined {
  const { target: end = -1, targetScope = -1, key: message = '' } = net.messageFlows[flow] ?? {};
  const target = net.nodes[end];
  if (!target) return isTakenIn(net, targetScope, message) ? undefined : nobody;
  if (!waitsFor(target, message) && !workers.has(target.kind)) return nobody;
  if (target.kind === 'start') return undefined;
  const before = target.incoming.map((each) => net.flows[each]?.source ?? -1);
  const takers = [target.index, target.host, ...before.filter((node) => net.nodes[node]?.kind === 'event-based')];
  const begins = takers.some((node) => net.scopes[target.scope]?.triggeredStarts.includes(node));
  return begins ? undefined : new Set(takers);
}

/** Whether something in a pool waits for it, or begins by it. */
function isTakenIn(net: Net, process: number, message: string): boolean {
  const scopes = scopesIn(net, [process]);
  return net.nodes.some((node) => scopes.has(node.scope) && catches(node) && waitsFor(node, message));
}

function catches({ kind }: NetNode): boolean {
  return kind !== 'throw' && kind !== 'end' && kind !== 'task';
}

function waitsFor({ triggers }: NetNode, message: string): boolean {
  return triggers.some(({ kind, key }) => kind === 'message' && isSameMessage(key, message));
}
