import {
  type Act,
  beginnings,
  emptyState,
  enabled,
  type Net,
  type State,
  step,
  type TraceEntry,
} from '../semantics/index.ts';
import { randomNumbers } from './random.ts';

export interface RandomRun {
  /** `completed`: nothing is left. `stuck`: something is, and nothing can be done. `failed`: an error that nobody caught. `unfinished`: too long. */
  readonly end: 'completed' | 'stuck' | 'failed' | 'unfinished';
  /** Ids of the end events reached, in order; what they are called together is the end state of the run. */
  readonly ends: readonly string[];
  /** Ids of the nodes where it is stuck. */
  readonly stuckAt: readonly string[];
  readonly acts: readonly Act[];
  readonly passed: ReadonlySet<string>;
}

const options = { unknown: 'choose', traced: true } as const;

/**
 * One run in which chance decides whatever is to be decided, how it begins too. The same seed gives the same run.
 * @param most acts at most
 */
export function randomRun(net: Net, seed: number, most = 10_000): RandomRun {
  const random = randomNumbers(seed);
  const passed = new Set<string>();
  const ends: string[] = [];
  const acts: Act[] = [];
  let state: State = emptyState;
  const make = (act: Act) => {
    const after = step(net, state, act, options);
    state = after.state;
    acts.push(act);
    for (const entry of after.trace) note(net, entry, passed, ends);
  };
  const ways = beginnings(net);
  const begin = () => ways.splice(random(ways.length), 1)[0]?.forEach(make);
  begin();
  while (acts.length < most) {
    const act = chosen(net, enabled(net, state, options), random);
    if (act) make(act);
    // Who waits for a partner may wait for one that begins by something outside.
    else if (state.scopes.length > 0 && net.messageFlows.length > 0 && ways.length > 0) begin();
    else break;
  }
  return { end: endOf(net, state, acts.length >= most), ends, stuckAt: stuckAt(net, state), acts, passed };
}

/** What deviates is rarer than what goes on: an event at a boundary or of an event sub-process happens once where a task is done ten times. */
function chosen(net: Net, acts: readonly Act[], random: (limit: number) => number): Act | undefined {
  const weights = acts.map((act) => {
    const kind = act.do === 'fire' ? net.nodes[net.nodeOfId.get(act.event) ?? -1]?.kind : undefined;
    return act.do === 'fault' || kind === 'boundary' || kind === 'start' ? 1 : 10;
  });
  let left = random(weights.reduce((sum, weight) => sum + weight, 0));
  return acts.find((_, at) => {
    left -= weights[at] ?? 0;
    return left < 0;
  });
}

function note(net: Net, { what, element }: TraceEntry, passed: Set<string>, ends: string[]): void {
  if (what !== 'took' && what !== 'completed') return;
  passed.add(element);
  if (what === 'completed' && net.nodes[net.nodeOfId.get(element) ?? -1]?.kind === 'end') ends.push(element);
}

function endOf(net: Net, state: State, isTooLong: boolean): RandomRun['end'] {
  if (state.scopes.length === 0) return state.failures.length > 0 ? 'failed' : 'completed';
  return isTooLong && enabled(net, state, options).length > 0 ? 'unfinished' : 'stuck';
}

function stuckAt(net: Net, state: State): string[] {
  const nodes = state.scopes.flatMap(({ tokens, instances }) => [
    ...tokens.map((flow) => net.flows[flow]?.target ?? -1),
    ...instances.filter(({ kind }) => kind === 'stuck' || kind === 'wait').map(({ node }) => node),
  ]);
  return [...new Set(nodes)].flatMap((node) => net.nodes[node]?.id ?? []).sort();
}
