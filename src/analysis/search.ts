/** All that can happen to the processes of an entry, breadth first, each state with a shortest run that leads there. */
import { type Act, emptyState, key, type State, type TraceEntry } from '../semantics/index.ts';
import type { Crowds } from './crowds.ts';
import { type DoubleFlow, DoubleFlows } from './double-flows.ts';
import type { Entry } from './entries.ts';
import { Numbers } from './growing.ts';
import { isHeap } from './heap.ts';
import type { After, Moves } from './moves.ts';
import type { Pools } from './pools.ts';
import type { Quiet } from './quiet.ts';
import { Texts } from './texts.ts';

/** An end event is reached by a step, and the scope that it stands in goes on. */
export interface Reached {
  readonly from: number;
  readonly to: number;
  readonly act: Act;
  readonly node: number;
  /** Whether its scope goes on after it. */
  readonly goesOn: boolean;
  /** Twice in the same step. */
  readonly isTwice: boolean;
}

export interface Space {
  readonly states: number;
  readonly from: Numbers;
  readonly to: Numbers;
  /**
   * Messages of one kind are counted up to a few; there may be more then, so that taking one may leave as many. Steps of that kind, and from which
   * number on states are seen only by them: runs to these need not exist, but no run comes anywhere else.
   */
  readonly refills: { readonly from: Numbers; readonly to: Numbers };
  readonly firstVirtual: number;
  /** States in which nothing runs any more; those of them in which messages are left. */
  readonly over: readonly number[];
  readonly left: readonly number[];
  /** States in which nothing can be done and something still runs. */
  readonly stuck: readonly number[];
  /** States from which not all was tried, because tokens or messages pile up in them. */
  readonly cut: readonly number[];
  /** false: the bound was reached before all was seen. */
  readonly isComplete: boolean;
  readonly reached: readonly Reached[];
  readonly doubles: readonly DoubleFlow[];
  /** false: a second token was not looked for everywhere. */
  readonly hasAllDoubles: boolean;
  /** Nodes that some run reaches, and those that some run may reach. */
  readonly passed: ReadonlySet<number>;
  readonly maybePassed: ReadonlySet<number>;
  /** A run that leads to a state, a shortest one among those tried. */
  runTo(state: number): Act[];
  /** The states that this run passes, from the first one. */
  pathTo(state: number): number[];
  /** How many acts lead to a state at least. */
  depthOf(state: number): number;
  /** The number of the state with that key; -1: it was not seen. */
  numberOf(key: string): number;
}

/**
 * Tries all.
 * @param most states at most
 * @param orders which are enough; undefined: all are tried
 */
export function search(moves: Moves, entry: Entry, most: number, crowds: Crowds, orders: Orders | undefined): Space {
  return new Search(moves, most, crowds, orders).run(entry);
}

/** Where two tokens are on one flow, all that follows from it is shown, as long as no more states than these were seen. */
const SMALL = 1000;
/** So many steps are tried for each state of the bound, at most, and for each step so many parts of the state in which it is tried. */
const STEPS = 5;
const PARTS = 20;

/** As many parts are looked at as for this number of states, where the bound is lower: a few states that are large take no time that anybody sees. */
const LEAST = 1000;

/** Parts of states that are looked at, in all. @param states at most */
export function mostParts(states: number): number {
  return Math.max(states, LEAST) * STEPS * PARTS;
}

/** What tells which acts may be tried without the others. */
export interface Orders {
  readonly quiet: Quiet;
  readonly pools: Pools;
}

/** What an act leads to, and the key of that state: to make it takes about as long as the step. */
interface Tried {
  readonly after: After;
  readonly name: string;
}

class Search {
  readonly #moves: Moves;
  readonly #most: number;
  readonly #orders: Orders | undefined;
  readonly #found = new Texts();
  readonly #parent = new Numbers();
  readonly #depth = new Numbers();
  /** The act that led to a state first. */
  readonly #by: Act[] = [];
  readonly #from = new Numbers();
  readonly #to = new Numbers();
  readonly #over: number[] = [];
  readonly #left: number[] = [];
  readonly #stuck: number[] = [];
  readonly #cut: number[] = [];
  readonly #reached: Reached[] = [];
  readonly #passed = new Set<number>();
  readonly #doubles: DoubleFlows;
  readonly #refillFrom = new Numbers();
  readonly #refillTo = new Numbers();
  /** Steps that leave as many messages, to be followed when all else is done. */
  #later: { readonly from: number; readonly act: Act; readonly after: After }[] = [];
  #open: { readonly number: number; readonly state: State }[] = [];
  #isComplete = true;

  constructor(moves: Moves, most: number, crowds: Crowds, orders: Orders | undefined) {
    this.#moves = moves;
    this.#most = most;
    this.#orders = orders;
    this.#doubles = new DoubleFlows(moves, crowds);
  }

  run({ ways }: Entry): Space {
    // Before anything has begun there is one state; each way to begin leads on from it, act by act.
    this.#number(emptyState, -1, undefined, 'nothing');
    this.#open = [];
    for (const way of ways) this.#begin(way);
    this.#expandAll();
    const firstVirtual = this.#found.size;
    const passed = new Set(this.#passed);
    while (this.#later.length > 0) {
      const later = this.#later;
      this.#later = [];
      for (const each of later) this.#refill(each);
      this.#expandAll();
    }
    return {
      states: this.#found.size,
      from: this.#from,
      to: this.#to,
      refills: { from: this.#refillFrom, to: this.#refillTo },
      firstVirtual,
      over: this.#over,
      left: this.#left,
      stuck: this.#stuck,
      cut: this.#cut,
      isComplete: this.#isComplete,
      reached: this.#reached,
      doubles: this.#doubles.found,
      hasAllDoubles: this.#doubles.isComplete,
      passed,
      maybePassed: this.#passed,
      runTo: (state) => this.#pathTo(state).flatMap((at) => this.#by[at] ?? []),
      pathTo: (state) => this.#pathTo(state),
      depthOf: (state) => this.#depth.at(state),
      numberOf: (name) => this.#found.numberOf(name),
    };
  }

  #expandAll(): void {
    while (this.#open.length > 0) {
      const open = this.#open;
      this.#open = [];
      for (const { number, state } of open) this.#expandUnlessFull(number, state);
    }
  }

  #refill({ from, act, after }: { readonly from: number; readonly act: Act; readonly after: After }): void {
    const to = this.#number(after.state, from, act);
    if (to < 0) {
      this.#cut.push(from);
      return;
    }
    this.#refillFrom.push(from);
    this.#refillTo.push(to);
    this.#doubles.look(to, after.state);
  }

  #begin(way: readonly Act[]): void {
    let state = emptyState;
    let number = 0;
    for (const [at, first] of way.entries()) {
      const act = this.#moves.beginning(first);
      const after = this.#moves.after(state, act);
      const isLast = at === way.length - 1;
      const name = isLast ? key(after.state) : `begins ${number} ${JSON.stringify(act)}`;
      const next = this.#number(after.state, number, act, name, isLast);
      this.#note(number, next, act, after.trace);
      if (next < 0) {
        this.#cut.push(number);
        return;
      }
      this.#from.push(number);
      this.#to.push(next);
      this.#doubles.follow(number, state, { act, after });
      if (isLast) this.#doubles.look(next, after.state);
      state = after.state;
      number = next;
    }
  }

  /** The number of a state, a new one if it was not seen. */
  #number(state: State, parent: number, act: Act | undefined, name = key(state), isOpen = true): number {
    const known = this.#found.numberOf(name);
    if (known >= 0) return known;
    const number = this.#found.size;
    if (number >= this.#most) {
      this.#isComplete = false;
      return -1;
    }
    this.#found.add(name);
    this.#parent.push(parent);
    this.#depth.push(parent < 0 ? 0 : this.#depth.at(parent) + 1);
    if (act) this.#by[number] = act;
    if (isOpen) this.#open.push({ number, state });
    return number;
  }

  /** Where the bound is reached, what follows from the states that are left is not known. */
  #expandUnlessFull(number: number, state: State): void {
    if (this.#from.length > this.#most * STEPS || this.#moves.areSpent) this.#isComplete = false;
    if (this.#isComplete) this.#expand(number, state);
    else this.#cut.push(number);
  }

  #expand(number: number, state: State): void {
    if (isHeap(state)) {
      this.#cut.push(number);
      return;
    }
    const acts = this.#moves.acts(state);
    if (acts.length === 0) {
      this.#rests(number, state);
      return;
    }
    const tried = new Map<Act, Tried>();
    const showsAll = this.#doubles.hasAny && this.#found.size < SMALL;
    const alone = acts.length > 1 && !showsAll ? this.#aloneIn(number, state, acts, tried) : undefined;
    const inPool = alone || acts.length < 2 ? undefined : this.#poolIn(number, state, acts, tried);
    const made = (alone ?? inPool ?? acts).map((act) => ({ act, ...(tried.get(act) ?? this.#try(state, act)) }));
    for (const { act, after, name } of made) {
      this.#follow(number, act, after, name);
      this.#doubles.follow(number, state, { act, after });
      const refilled = this.#moves.refilled(state, act, after);
      if (refilled) this.#later.push({ from: number, act, after: refilled });
    }
    if (!this.#isComplete) this.#cut.push(number);
    if (!alone) this.#doubles.compare(number, state, made);
  }

  /** Nothing can be done any more. */
  #rests(number: number, { scopes, messages }: State): void {
    if (scopes.length > 0) this.#stuck.push(number);
    else this.#over.push(number);
    if (scopes.length === 0 && messages.length > 0) this.#left.push(number);
  }

  #try(state: State, act: Act): Tried {
    const after = this.#moves.after(state, act);
    return { after, name: key(after.state) };
  }

  #follow(number: number, act: Act, { state, trace }: After, name: string): void {
    const next = this.#number(state, number, act, name);
    this.#note(number, next, act, trace);
    if (next < 0) return;
    this.#from.push(number);
    this.#to.push(next);
    this.#doubles.look(next, state);
  }

  /** The acts of one instance, if it is enough to try these now: they are quiet, and at least one leads to where not all was tried yet. */
  #aloneIn(number: number, state: State, acts: readonly Act[], tried: Map<Act, Tried>): readonly Act[] | undefined {
    const quiet = this.#orders?.quiet;
    if (!quiet) return undefined;
    for (const scope of state.scopes) {
      for (const instance of scope.instances) {
        if (!quiet.mayBe(scope, instance)) continue;
        const own = acts.filter((act) => 'at' in act && act.at === instance.id);
        if (own.length === 0) continue;
        const areQuiet = own.every((act) => quiet.isQuiet(this.#tryOnce(state, act, tried).after.trace));
        if (areQuiet && own.some((act) => this.#leadsOn(number, state, act, tried))) return own;
      }
    }
    return undefined;
  }

  /** The acts of one pool, if it is enough to try these now. */
  #poolIn(number: number, state: State, acts: readonly Act[], tried: Map<Act, Tried>): readonly Act[] | undefined {
    const pools = this.#orders?.pools.alone(state, acts) ?? [];
    return pools.find((own) => own.some((act) => this.#leadsOn(number, state, act, tried)));
  }

  /** Whether an act leads to where not all was tried yet: or what is put off might be put off for ever. */
  #leadsOn(number: number, state: State, act: Act, tried: Map<Act, Tried>): boolean {
    const known = this.#found.numberOf(this.#tryOnce(state, act, tried).name);
    return known < 0 || known > number;
  }

  #tryOnce(state: State, act: Act, tried: Map<Act, Tried>): Tried {
    const made = tried.get(act) ?? this.#try(state, act);
    tried.set(act, made);
    return made;
  }

  #note(from: number, to: number, act: Act, trace: readonly TraceEntry[]): void {
    const { net } = this.#moves;
    let ends: Map<string, { node: number; scope: number; times: number }> | undefined;
    for (const entry of trace) {
      if (entry.what !== 'entered' && entry.what !== 'completed') continue;
      const index = net.nodeOfId.get(entry.element);
      if (index === undefined) continue;
      this.#passed.add(index);
      if (entry.what !== 'completed' || !this.#isProcessEnd(index)) continue;
      ends ??= new Map();
      const name = `${index} ${entry.scope}`;
      ends.set(name, { node: index, scope: entry.scope, times: (ends.get(name)?.times ?? 0) + 1 });
    }
    if (!ends) return;
    for (const { node, scope, times } of ends.values()) {
      const hasEnded = trace.some((entry) => entry.what === 'ended' && entry.scope === scope);
      this.#reached.push({ from, to, act, node, goesOn: !hasEnded, isTwice: times > 1 });
    }
  }

  /** An end of the process; one that only events beside activities lead to may be reached again and again. */
  #isProcessEnd(index: number): boolean {
    const { net } = this.#moves;
    const node = net.nodes[index];
    return node?.kind === 'end' && net.scopes[node.scope]?.kind === 'process' && !this.#moves.beside.has(index);
  }

  #pathTo(state: number): number[] {
    const path: number[] = [];
    for (let at = state; at >= 0; at = this.#parent.at(at)) path.push(at);
    return path.reverse();
  }
}
