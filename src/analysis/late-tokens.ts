/**
 * Two tokens of one step of which one goes along a flow at once and the other has to wait before it comes there. A step takes no time, so that they
 * are never seen on the flow together; but nothing says how long the way takes. So the first one is left on the flow, and it is looked whether
 * the other one can come there meanwhile.
 */
import { type Act, key, type ScopeInstance, type State } from '../semantics/index.ts';
import type { Crowds } from './crowds.ts';
import { isHeap } from './heap.ts';
import type { Moves } from './moves.ts';
import { ahead } from './net-walks.ts';
import { sameAct } from './runs.ts';

/** States that are looked at each time, and acts that are tried in all. */
const MOST_STATES = 300;
const MOST_ACTS = 4000;

export class LateTokens {
  readonly #moves: Moves;
  readonly #crowds: Crowds;
  #acts = 0;
  readonly #ahead = new Map<number, ReadonlySet<number>>();
  readonly #tried = new Set<string>();
  #isComplete = true;

  constructor(moves: Moves, crowds: Crowds) {
    this.#moves = moves;
    this.#crowds = crowds;
  }

  /** false: somewhere more states would have had to be looked at. */
  get isComplete(): boolean {
    return this.#isComplete;
  }

  get #isSpent(): boolean {
    return this.#acts >= MOST_ACTS || this.#moves.areSpent;
  }

  /** @returns what is done after the step until a second token comes to the flow; undefined: none was seen to come */
  meet(before: State, act: Act, flow: number): readonly Act[] | undefined {
    if (!this.#crowds.isFollowed(flow)) return undefined;
    const start = this.#moves.paused(before, act, flow);
    const holder = start.scopes.find(({ resting }) => resting.includes(flow));
    if (!holder || !this.#isAhead(holder, before.next, flow)) return undefined;
    const name = `${flow} ${key(start)}`;
    if (this.#tried.has(name)) return undefined;
    if (this.#isSpent) {
      this.#isComplete = false;
      return undefined;
    }
    this.#tried.add(name);
    const acts = this.#runTo(start, holder.id, flow);
    return acts && this.#inStep(start, this.#moves.after(before, act).state, acts);
  }

  /** A shortest run to a step along the flow, in which the token that is on it stays there. */
  #runTo(start: State, scope: number, flow: number): readonly Act[] | undefined {
    const id = this.#moves.net.flows[flow]?.id;
    const open: { readonly state: State; readonly acts: readonly Act[] }[] = [{ state: start, acts: [] }];
    const seen = new Set([key(start)]);
    let isWhole = true;
    for (const { state, acts } of open) {
      if (this.#isSpent || isHeap(state)) {
        isWhole = false;
        continue;
      }
      for (const act of this.#moves.acts(state)) {
        this.#acts++;
        if (act.do === 'advance' && act.flow === id) continue;
        const after = this.#moves.after(state, act);
        if (after.trace.some((entry) => entry.what === 'took' && entry.element === id && entry.scope === scope))
          return [...acts, act];
        const name = key(after.state);
        if (seen.has(name)) continue;
        if (seen.size >= MOST_STATES) {
          isWhole = false;
          continue;
        }
        seen.add(name);
        open.push({ state: after.state, acts: [...acts, act] });
      }
    }
    this.#isComplete &&= isWhole;
    return undefined;
  }

  /** The same acts where the token has gone on, as far as they can be done there. */
  #inStep(from: State, to: State, acts: readonly Act[]): Act[] {
    const done: Act[] = [];
    let [state, real] = [from, to];
    for (const act of acts) {
      const same = sameAct(this.#moves, state, act, real);
      if (!same) break;
      done.push(same);
      state = this.#moves.after(state, act).state;
      real = this.#moves.after(real, same).state;
    }
    return done;
  }

  /** Whether what else the step has brought there can come to the flow, without waiting for the token on it. */
  #isAhead({ instances, tokens }: ScopeInstance, next: number, flow: number): boolean {
    const { net } = this.#moves;
    const after = this.#aheadOf(flow);
    const waits = (index: number) => {
      const node = net.nodes[index];
      return node?.kind === 'parallel' && node.incoming.length > 1 && after.has(index);
    };
    const starts = [
      ...instances.flatMap(({ id, node }) => (id >= next ? [node] : [])),
      ...tokens.map((each) => net.flows[each]?.target ?? -1),
    ];
    return ahead(net, starts, waits).has(net.flows[flow]?.source ?? -1);
  }

  #aheadOf(flow: number): ReadonlySet<number> {
    const known = this.#ahead.get(flow);
    if (known) return known;
    const found = ahead(this.#moves.net, [this.#moves.net.flows[flow]?.target ?? -1]);
    this.#ahead.set(flow, found);
    return found;
  }
}
