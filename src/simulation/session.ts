import {
  type Act,
  emptyState,
  enabled,
  type Look,
  look,
  migrate,
  type Net,
  type State,
  startActs,
  step,
  type TraceEntry,
} from '../semantics/index.ts';
import { type Coming, comingTimers } from './clock.ts';
import { History } from './history.ts';
import { rootsOf } from './run-numbers.ts';

/** A step of a session: what was done and what happened. */
export interface SessionStep {
  readonly act: Act;
  readonly state: State;
  readonly trace: readonly TraceEntry[];
  /** For each entry of the trace, the process instance that it belongs to. */
  readonly roots: readonly number[];
  /** What the virtual clock shows after it, in milliseconds since the run began, and which timers come. */
  readonly now: number;
  readonly coming: readonly Coming[];
}

const options = { unknown: 'choose', traced: true } as const;

/** A run of processes that somebody plays: forwards, backwards, from the start, and on when the model changes. */
export class Session {
  #net: Net;
  readonly history = new History<State, SessionStep>(emptyState, passedBy);
  /** Ways chosen once for all: the flows by the gateway's id. */
  readonly sticky = new Map<string, readonly string[]>();
  /** Ids of elements at which `next` stops. */
  readonly breakpoints = new Set<string>();

  constructor(net: Net) {
    this.#net = net;
  }

  get net(): Net {
    return this.#net;
  }

  get state(): State {
    return this.history.state;
  }

  /** What the virtual clock shows: it goes on when a timer happens. */
  get now(): number {
    return this.history.last?.now ?? 0;
  }

  /** The timers that are waited for, the next one first. */
  get coming(): readonly Coming[] {
    return this.history.last?.coming ?? [];
  }

  look(): Look {
    return look(this.#net, this.state);
  }

  /** All that can be done now; before the first step, and beside what runs, how processes begin. */
  acts(): Act[] {
    return [...enabled(this.#net, this.state, options), ...startActs(this.#net)];
  }

  /** @returns why the act is not possible */
  do(act: Act): string | undefined {
    const before = this.state;
    const { state, trace, refused } = step(this.#net, before, act, options);
    if (refused !== undefined) return refused;
    const isDone = ({ at, element }: Coming) => act.do === 'fire' && at === act.at && element === act.event;
    const timer = this.coming.find(isDone);
    const now = Math.max(this.now, timer?.due ?? 0);
    const coming = comingTimers(look(this.#net, state), now, this.coming, timer);
    this.history.add({ act, state, trace, roots: rootsOf(this.#net, before, state, trace), now, coming });
    return undefined;
  }

  /** What goes on by itself while the run is played, one act; undefined: somebody has to decide. */
  next(): Act | undefined {
    return this.nextOfEach()[0];
  }

  /**
   * What goes on by itself while the run is played, one act for each process instance: a token that rests, else the oldest of a decision that is
   * made already (once for all, or by the data) and a task.
   */
  nextOfEach(): Act[] {
    const possible = enabled(this.#net, this.state, options);
    const ways = new Map<number, Act[]>();
    const found = new Map<number, Act>();
    for (const act of possible) {
      if (act.do === 'advance') add(found, this.#rootOf(act.scope), act);
      else if ('at' in act && (act.do === 'choose' || act.do === 'finish'))
        ways.set(act.at, [...(ways.get(act.at) ?? []), act]);
    }
    for (const { instance, node, scope } of this.look().instances) {
      const offered = ways.get(instance.id) ?? [];
      const chosen = this.sticky.get(node.id)?.join(' ');
      const isChosen = (act: Act) => 'flows' in act && act.flows.join(' ') === chosen;
      const act = offered.length === 1 ? offered[0] : offered.find(isChosen);
      if (act) add(found, scope.root, act);
    }
    return [...found.values()];
  }

  #rootOf(scope: number): number {
    return this.state.scopes.find(({ id }) => id === scope)?.root ?? scope;
  }

  /** Whether the last step has come to an element with a break point. */
  isAtBreakpoint(): boolean {
    return this.breakpoints.size > 0 && (this.history.last?.trace ?? []).some((entry) => this.#reaches(entry));
  }

  #reaches({ what, element }: TraceEntry): boolean {
    if (what === 'completed') {
      // What a token reaches by a flow was reached with that.
      const node = this.#net.nodes[this.#net.nodeOfId.get(element) ?? -1];
      return node?.incoming.length === 0 && node.kind !== 'task' && this.breakpoints.has(element);
    }
    const flow = what === 'took' ? this.#net.flows[this.#net.flowOfId.get(element) ?? -1] : undefined;
    const target = this.#net.nodes[flow?.target ?? -1]?.id ?? '';
    const isReached = flow !== undefined || what === 'entered' || what === 'sent';
    return isReached && (this.breakpoints.has(element) || this.breakpoints.has(target));
  }

  /** The model has changed while it runs. @returns ids of the elements whose tokens were dropped */
  replace(net: Net): readonly string[] {
    const old = this.#net;
    const { dropped } = migrate(this.state, old, net);
    this.history.change((state) => migrate(state, old, net).state);
    this.#net = net;
    return dropped;
  }
}

/** Ids of the nodes and flows that a step passes. */
function passedBy({ trace }: SessionStep): string[] {
  return trace.flatMap(({ what, element }) => (what === 'took' || what === 'completed' ? [element] : []));
}

function add(found: Map<number, Act>, root: number, act: Act): void {
  if (!found.has(root)) found.set(root, act);
}
