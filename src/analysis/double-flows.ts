/**
 * Two tokens on one flow. In a run a token stands on a flow only where it waits, but nothing says how long the way there takes: two that can
 * both be on their way along a flow can be on it at the same time.
 */
import type { Act, Net, NodeInstance, State, TraceEntry } from '../semantics/index.ts';
import type { Crowds } from './crowds.ts';
import { LateTokens } from './late-tokens.ts';
import type { After, Moves } from './moves.ts';

export interface DoubleFlow {
  readonly flow: number;
  /** The state before, and what is done there then. */
  readonly state: number;
  readonly acts: readonly Act[];
}

interface Made {
  readonly act: Act;
  readonly after: After;
}

export class DoubleFlows {
  readonly #moves: Moves;
  readonly #known = new Map<number, DoubleFlow>();
  readonly #circles = new Map<number, boolean>();
  readonly #late: LateTokens;

  constructor(moves: Moves, crowds: Crowds) {
    this.#moves = moves;
    this.#late = new LateTokens(moves, crowds);
  }

  get hasAny(): boolean {
    return this.#known.size > 0;
  }

  /** false: it is not known of every flow. */
  get isComplete(): boolean {
    return this.#late.isComplete;
  }

  get found(): readonly DoubleFlow[] {
    return [...this.#known.values()];
  }

  /** Tokens that stand on a flow in a state. */
  look(number: number, { scopes }: State): void {
    for (const { tokens, resting, instances } of scopes) {
      for (const flow of this.#crowded(instances)) this.#add(flow, number, []);
      for (let at = 1; at < tokens.length; at++)
        if (tokens[at] === tokens[at - 1]) this.#add(tokens[at] as number, number, []);
      for (const flow of resting) if (!this.#isCircle(flow)) this.#add(flow, number, []);
    }
  }

  /** The only ways to nodes at which two tokens are: one could have stayed before it. */
  #crowded(instances: readonly NodeInstance[]): readonly number[] {
    if (instances.length < 2) return none;
    const seen = new Set<number>();
    return instances.flatMap(({ node, body, kind }) => {
      if (body >= 0 || kind === 'reset') return [];
      const { incoming = [] } = seen.has(node) ? (this.#moves.net.nodes[node] ?? {}) : {};
      seen.add(node);
      return incoming.length === 1 ? incoming : [];
    });
  }

  /** A token that a step leads along a flow and on, while another one from the same step is still before it; looked for until anything is found. */
  follow(number: number, state: State, { act, after }: Made): void {
    if (this.hasAny) return;
    const taken = this.#partedIn(after.trace);
    for (const flow of taken) {
      const further = this.#late.meet(state, act, flow);
      if (further) this.#add(flow, number, [act, ...further]);
    }
  }

  /**
   * The flows that a step leads along, if there is more than one token in it: they part at a node, begin together, or are set going by what one
   * throws. In most steps there is one.
   */
  #partedIn(trace: readonly TraceEntry[]): readonly number[] {
    let taken: number[] | undefined;
    let isMore = false;
    for (const entry of trace) {
      if (entry.what === 'started' || entry.what === 'threw') isMore = true;
      if (entry.what !== 'took') continue;
      const flow = this.#moves.net.flowOfId.get(entry.element) ?? -1;
      const { source } = this.#moves.net.flows[flow] ?? {};
      if (!taken) taken = [flow];
      else {
        isMore ||= taken.some((other) => this.#moves.net.flows[other]?.source === source);
        taken.push(flow);
      }
    }
    return taken && taken.length > 1 && isMore ? taken : none;
  }

  /** Two acts of different instances that lead along the same flow, whatever is done first. */
  compare(number: number, state: State, made: readonly Made[]): void {
    if (made.length < 2) return;
    const by = new Map<string, Made[]>();
    for (const each of made)
      for (const entry of each.after.trace)
        if (entry.what === 'took') {
          const name = `${entry.scope} ${entry.element}`;
          const others = by.get(name);
          if (!others) by.set(name, [each]);
          else if (others.every((other) => other !== each)) others.push(each);
        }
    for (const [name, each] of by) if (each.length > 1) this.#compareAt(name, number, state, each);
  }

  #compareAt(name: string, number: number, state: State, made: readonly Made[]): void {
    const [scope = '', id = ''] = name.split(' ');
    const flow = this.#moves.net.flowOfId.get(id) ?? -1;
    if (this.#known.has(flow)) return;
    for (const [at, one] of made.entries())
      for (const other of made.slice(at + 1)) {
        if (whose(one.act) === whose(other.act)) continue;
        for (const [first, second] of [
          [one, other],
          [other, one],
        ] as const) {
          const trace = this.#takenAfter(first, second.act);
          if (trace ? takes(trace, Number(scope), id) : this.#endsAll(flow) && isApart(state, one.act, other.act)) {
            this.#add(flow, number, trace ? [first.act, second.act] : [first.act]);
            return;
          }
        }
      }
  }

  /** What the second act does after the first; undefined: it is not possible any more. */
  #takenAfter({ after }: Made, act: Act): readonly TraceEntry[] | undefined {
    const both = this.#moves.after(after.state, act);
    return both.refused === undefined ? both.trace : undefined;
  }

  #endsAll(flow: number): boolean {
    const target = this.#moves.net.nodes[this.#moves.net.flows[flow]?.target ?? -1];
    return (
      target?.kind === 'end' &&
      target.triggers.some(({ kind }) => kind === 'terminate' || kind === 'error' || kind === 'cancel')
    );
  }

  #add(flow: number, state: number, acts: readonly Act[]): void {
    if (state >= 0 && !this.#known.has(flow)) this.#known.set(flow, { flow, state, acts });
  }

  /** Whether a single token can come round to a flow without waiting anywhere. */
  #isCircle(flow: number): boolean {
    const known = this.#circles.get(flow);
    if (known !== undefined) return known;
    const is = isCircle(this.#moves.net, flow);
    this.#circles.set(flow, is);
    return is;
  }
}

const none: readonly number[] = [];

function whose(act: Act): number {
  return 'at' in act ? act.at : -1;
}

function takes(trace: readonly TraceEntry[], scope: number, flow: string): boolean {
  return trace.some((entry) => entry.what === 'took' && entry.scope === scope && entry.element === flow);
}

/** Whether neither of the instances runs inside of the other: one does not end the other by what it does itself. */
function isApart({ scopes }: State, one: Act, other: Act): boolean {
  const holders = (act: Act): number[] => {
    const at = whose(act);
    const found = [at];
    let scope = scopes.find(({ id, instances }) => id === at || instances.some((each) => each.id === at));
    while (scope) {
      found.push(scope.owner);
      const { parent } = scope;
      scope = scopes.find(({ id }) => id === parent);
    }
    return found;
  };
  return !holders(one).includes(whose(other)) && !holders(other).includes(whose(one));
}

function isCircle(net: Net, start: number): boolean {
  const seen = new Set<number>();
  const open = [start];
  for (let flow = open.pop(); flow !== undefined; flow = open.pop()) {
    const node = net.nodes[net.flows[flow]?.target ?? -1];
    if (!node || waits.has(node.kind) || (node.kind === 'exclusive' && node.outgoing.length > 1)) continue;
    const link = net.nodes[net.links.get(node.index) ?? -1];
    for (const next of [...node.outgoing, ...(link?.outgoing ?? [])]) {
      if (next === start) return true;
      if (!seen.has(next)) open.push(next);
      seen.add(next);
    }
  }
  return false;
}

const waits: ReadonlySet<string> = new Set(['task', 'receive', 'sub-process', 'call', 'catch', 'event-based', 'end']);
