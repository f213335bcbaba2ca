/** To which run something belongs: what is called belongs to the run of its caller, also when it is over. */
import type { LinkedState, LinkedTraceEntry, Net, Place, State, TraceEntry } from '../semantics/index.ts';

/** By what was called, as `keyOf` names it: the outermost instance of the run that has called it. */
export type Callers = ReadonlyMap<string, Place>;

export function keyOf({ in: side, at }: Place): string {
  return `${side} ${at}`;
}

/** The outermost process or case instance around something. */
export class Roots {
  /** Of scope and node instances: the process instance that they are in; of items: their case. */
  readonly #homes = { processes: new Map<number, number>(), cases: new Map<number, number>() };
  readonly #callers: Map<string, Place>;

  constructor(states: readonly LinkedState[], callers: Callers) {
    this.#callers = new Map(callers);
    for (const { processes, cases } of states) {
      for (const { id, root, instances } of processes.scopes)
        for (const at of [id, ...instances.map((each) => each.id)]) this.#homes.processes.set(at, root);
      for (const { id, instances } of cases.cases) for (const { id: at } of instances) this.#homes.cases.set(at, id);
    }
  }

  /** The process or case instance that something is in; undefined: it is not there. */
  homeOf({ in: side, at }: Place): number | undefined {
    return this.#homes[side].get(at);
  }

  of(place: Place): Place {
    const home = { in: place.in, at: this.homeOf(place) ?? place.at };
    return this.#callers.get(keyOf(home)) ?? home;
  }

  /** Of an instance that begins and ends within a step. */
  setHome({ in: side, at }: Place, home: number): void {
    this.#homes[side].set(at, home);
  }

  addCall(caller: Place, callee: Place): void {
    this.#callers.set(keyOf(callee), this.of(caller));
  }

  /** Who has called what is still there. */
  callersIn({ processes, cases }: LinkedState): Callers {
    if (this.#callers.size === 0) return this.#callers;
    const there = new Set([
      ...processes.scopes.map(({ id }) => keyOf({ in: 'processes', at: id })),
      ...cases.cases.map(({ id }) => keyOf({ in: 'cases', at: id })),
    ]);
    return new Map([...this.#callers].filter(([callee]) => there.has(callee)));
  }
}

/** For each entry of a step the run that it belongs to, and who has called what after it. */
export function rootsOfStep(
  net: Net,
  [before, after]: readonly [LinkedState, LinkedState],
  callers: Callers,
  trace: readonly LinkedTraceEntry[],
): { readonly roots: readonly Place[]; readonly callers: Callers } {
  const roots = new Roots([before, after], callers);
  const rootOf = processRoots(net, before.processes, after.processes);
  let lastCase = 0;
  const found = trace.map((each): Place => {
    if (each.in === 'links') {
      if (each.entry.callee && each.entry.what === 'called') roots.addCall(each.entry.caller, each.entry.callee);
      return roots.of(each.entry.caller);
    }
    if (each.in === 'cases') {
      lastCase = roots.homeOf({ in: 'cases', at: each.entry.instance }) ?? lastCase;
      return roots.of({ in: 'cases', at: lastCase });
    }
    const at = rootOf(each.entry);
    if ('instance' in each.entry) roots.setHome({ in: 'processes', at: each.entry.instance }, at);
    return roots.of({ in: 'processes', at });
  });
  return { roots: found, callers: roots.callersIn(after) };
}

/** Tells the process instance to which each next entry of a step belongs, by its scope. Scopes may begin and end within the step. */
function processRoots(net: Net, before: State, after: State): (entry: TraceEntry) => number {
  const roots = new Map([...before.scopes, ...after.scopes].map(({ id, root }) => [id, root]));
  /** Of a scope of the net that was entered: for which instance. */
  const entered = new Map<number, number>();
  let sender: number | undefined;
  return (entry) => {
    if (!('scope' in entry)) {
      const kept = before.messages.find(({ flow }) => net.messageFlows[flow]?.id === entry.element);
      return kept?.from ?? sender ?? 0;
    }
    if (entry.what === 'started' && !roots.has(entry.scope))
      roots.set(entry.scope, entered.get(net.scopeOfId.get(entry.element) ?? -1) ?? entry.scope);
    const root = roots.get(entry.scope) ?? entry.scope;
    const inner = net.nodes[net.nodeOfId.get(entry.element) ?? -1]?.inner ?? -1;
    if (inner >= 0) entered.set(inner, root);
    if (entry.what === 'threw') sender = root;
    return root;
  };
}
