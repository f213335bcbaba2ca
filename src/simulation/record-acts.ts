/** Turns what was done in a run of processes into the steps of a scenario that does the same. */
import {
  type Act,
  emptyState,
  key,
  type LinkedModel,
  look,
  type Net,
  type State,
  step,
  type TraceEntry,
} from '../semantics/index.ts';
import type { Player } from './player.ts';
import { actsOf, type Moment, openChoices } from './process-acts.ts';
import { isDoneAtOnce, playScenario, waitsIn } from './run-scenario.ts';
import type { Scenario, ScenarioAct, ScenarioStep } from './scenario.ts';

const options = { unknown: 'choose', traced: true } as const;

/** Of more that wait at one element none is told from the others. */
const MOST_ALIKE = 100;

/**
 * The steps of a scenario that does what was done, up to the last moment at which nobody had to choose, and that expects what was there then.
 * @param about ids of the processes that the scenario is for
 * @returns undefined: no scenario does the same, as a step was made that scenarios have no word for
 */
export function recordActs(
  model: LinkedModel,
  acts: readonly Act[],
  about: readonly string[],
): readonly ScenarioStep[] | undefined {
  const recorder = new Recorder(model, about);
  for (const act of acts) if (!recorder.take(act)) return undefined;
  return [recorder.brief(), recorder.whole()].find((steps) => steps && recorder.endsAlike(steps));
}

interface Line {
  readonly step: ScenarioStep;
  /** Said for what would be done without it too: a task that needs nobody is done. */
  readonly isExtra: boolean;
}

class Recorder {
  readonly #model: LinkedModel;
  readonly #net: Net;
  readonly #about: readonly string[];
  #state: State = emptyState;
  readonly #trace: TraceEntry[] = [];
  #lines: Line[] = [];
  /** What `start` alone means, as long as nothing else was done. */
  #opening: readonly Act[];
  /** The last moment at which nobody had to choose. */
  #calm: { readonly lines: readonly Line[]; readonly state: State; readonly passed: number } = {
    lines: [],
    state: emptyState,
    passed: 0,
  };

  constructor(model: LinkedModel, about: readonly string[]) {
    this.#model = model;
    this.#net = model.net;
    this.#about = about;
    const opening = actsOf(this.#moment(), { start: about });
    this.#opening = 'message' in opening ? [] : opening;
  }

  /** @returns whether scenarios have a word for it */
  take(act: Act): boolean {
    const { state, trace, refused } = step(this.#net, this.#state, act, options);
    if (refused !== undefined || act.holds) return false;
    const [first, ...rest] = this.#opening;
    if (act.do !== 'advance' && !this.#tell(act, state, first)) return false;
    this.#opening = rest;
    this.#state = state;
    this.#trace.push(...trace);
    if (openChoices(this.#moment()).length === 0)
      this.#calm = { lines: this.#lines, state, passed: this.#trace.length };
    return true;
  }

  #tell(act: Act, after: State, opening: Act | undefined): boolean {
    if (opening && same(withoutSet(act), opening)) {
      const isFirst = this.#lines.length === 0;
      const set = 'set' in act && act.set ? { set: act.set } : {};
      if (isFirst) this.#add({ do: { start: this.#about, ...set } });
      return true;
    }
    const lost = this.#lostBy(act, after);
    if (lost) this.#add({ expect: { active: this.#active() } }, true);
    const said = this.#say(act);
    if (!said) return false;
    this.#add({ do: said }, said.complete !== undefined && said.set === undefined && this.#isAtOnce(said.complete));
    return true;
  }

  #add(line: ScenarioStep, isExtra = false): void {
    this.#lines = [...this.#lines, { step: line, isExtra }];
  }

  #isAtOnce(id: string): boolean {
    const node = this.#net.nodes[this.#net.nodeOfId.get(id) ?? -1];
    return node !== undefined && node.inner < 0 && isDoneAtOnce(node);
  }

  /** Whether a task that needs nobody is given up before it is done: the scenario must let it wait. */
  #lostBy(act: Act, after: State): boolean {
    const left = new Set(after.scopes.flatMap(({ instances }) => instances.map(({ id }) => id)));
    const finished = 'at' in act ? act.at : -1;
    return look(this.#net, this.#state).instances.some(
      ({ instance, node }) =>
        instance.kind === 'work' &&
        node.inner < 0 &&
        isDoneAtOnce(node) &&
        instance.id !== finished &&
        !left.has(instance.id),
    );
  }

  /** The first of the ways to say it that means just this act. */
  #say(act: Act): ScenarioAct | undefined {
    const moment = this.#moment();
    const wanted = byStartEvent(this.#net, act);
    for (const candidate of candidatesFor(this.#net, this.#state, act)) {
      for (let number = 1; number <= MOST_ALIKE; number++) {
        const said = { ...candidate, ...(number > 1 && { number }) };
        const meant = actsOf(moment, said);
        if ('message' in meant) break;
        if (meant.length === 1 && same(meant[0], wanted)) return said;
        if (!('at' in act) && !('scope' in act)) break;
      }
    }
    return undefined;
  }

  #moment(): Moment {
    const [net, state] = [this.#net, this.#state];
    return { net, state, look: () => look(net, state) };
  }

  #active(state = this.#state): string[] {
    return look(this.#net, state)
      .instances.filter(
        ({ instance, node }) => instance.kind === 'wait' || (instance.kind === 'work' && node.inner < 0),
      )
      .map(({ node }) => node.id);
  }

  /** Without what is done by itself: the completions of tasks that nothing else makes wait. */
  brief(): readonly ScenarioStep[] {
    const needed = this.#steps(this.#calm.lines.filter(({ isExtra }) => !isExtra));
    const waits = new Set(waitsIn(this.#net, needed));
    return this.#steps(
      this.#calm.lines.filter(({ step: { do: act }, isExtra }) => !isExtra || waits.has(act?.complete ?? '')),
    );
  }

  whole(): readonly ScenarioStep[] {
    return this.#steps(this.#calm.lines);
  }

  #steps(lines: readonly Line[]): readonly ScenarioStep[] {
    const { state, passed } = this.#calm;
    const ends = this.#trace.slice(0, passed).flatMap(({ what, element }) => {
      const node = this.#net.nodes[this.#net.nodeOfId.get(element) ?? -1];
      return what === 'completed' && node?.kind === 'end' ? [element] : [];
    });
    const reached: ScenarioStep[] = ends.length > 0 ? [{ expect: { reached: [...new Set(ends)] } }] : [];
    const active = this.#active(state);
    const rest: ScenarioStep[] =
      state.scopes.length === 0 ? [{ expect: { ended: true } }] : active.length > 0 ? [{ expect: { active } }] : [];
    return [...lines.map((line) => line.step), ...reached, ...rest];
  }

  /** Whether the steps, run as a scenario, lead to the same end. */
  endsAlike(steps: readonly ScenarioStep[]): boolean {
    const { player, failure } = playScenario(this.#model, blockOf(steps));
    return !failure && sameEnd(this.#net, player.processes, this.#calm.state);
  }
}

/** A scenario of steps alone. */
function blockOf(steps: readonly ScenarioStep[]): Scenario {
  return {
    name: '',
    kind: 'bpmn',
    start: { before: [], variables: {} },
    waits: [],
    effects: [],
    watch: [],
    steps,
    unknown: 'choose',
  };
}

/** Tokens that rest in the recorded run have gone on in the one that was played. */
function sameEnd(net: Net, player: Player, recorded: State): boolean {
  let state = recorded;
  for (let moves = 0; moves < 10_000; moves++) {
    const scope = state.scopes.find(({ resting }) => resting.length > 0);
    if (!scope) break;
    const flow = net.flows[scope.resting[0] ?? -1]?.id ?? '';
    state = step(net, state, { do: 'advance', scope: scope.id, flow }, options).state;
  }
  return key(player.state) === key(state);
}

/** A process that begins at one place begins there: a scenario names the start event. */
function byStartEvent(net: Net, act: Act): Act {
  const process =
    act.do === 'start' && act.scope === undefined ? net.scopes[net.scopeOfId.get(act.node) ?? -1] : undefined;
  const entry = process?.entries.length === 1 ? net.nodes[process.entries[0] ?? -1] : undefined;
  return entry && act.do === 'start' ? { ...act, node: entry.id } : act;
}

/** How an act may be said, the plainest first. */
function candidatesFor(net: Net, state: State, act: Act): ScenarioAct[] {
  const set = 'set' in act && act.set ? { set: act.set } : {};
  const at = 'at' in act ? act.at : -1;
  const instance = state.scopes.flatMap(({ instances }) => instances).find(({ id }) => id === at);
  const element = net.nodes[instance?.node ?? -1]?.id ?? '';
  switch (act.do) {
    case 'start': {
      const entry = net.nodes[net.scopes[net.scopeOfId.get(act.node) ?? -1]?.entries[0] ?? -1];
      return [{ start: [entry && act.scope === undefined ? entry.id : act.node], ...set }];
    }
    case 'finish':
      return [{ complete: element, ...set }];
    case 'complete':
      return [{ complete: element }];
    case 'fault':
      return [{ fail: { element, error: act.error } }];
    case 'fire': {
      const [trigger] = net.nodes[net.nodeOfId.get(act.event) ?? -1]?.triggers ?? [];
      const plain: ScenarioAct[] =
        trigger?.kind === 'timer'
          ? [{ timer: act.event, ...set }]
          : trigger?.kind === 'message' && trigger.key
            ? [{ message: trigger.key, ...set }]
            : [];
      return [...plain, { occur: act.event, ...set }];
    }
    case 'signal':
      return [{ signal: act.name, ...set }];
    case 'choose':
      if ('flows' in act) return [{ choose: { element, flows: act.flows } }];
      return [{ choose: 'count' in act ? { element, count: act.count } : { element, again: act.again } }];
    case 'set':
      return [{ set: act.set }];
    default:
      return [];
  }
}

function same(one: unknown, other: unknown): boolean {
  return JSON.stringify(sorted(one)) === JSON.stringify(sorted(other));
}

function sorted(value: unknown): unknown {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return value;
  return Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1));
}

function withoutSet(act: Act): object {
  return Object.fromEntries(Object.entries(act).filter(([name]) => name !== 'set'));
}
