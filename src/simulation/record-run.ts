/** Turns what was done in a run into a scenario that does the same. */
import {
  isOver,
  type LinkedAct,
  type LinkedModel,
  type LinkedState,
  linkedKey,
  look,
  lookAtCases,
  nothingRuns,
  stepLinked,
} from '../semantics/index.ts';
import { openQuestions } from './case-questions.ts';
import { meaningOf, type Sides } from './meaning.ts';
import { isDoneAtOnce, playScenario, waitsIn } from './run-scenario.ts';
import { candidatesFor, isSame, withoutSet } from './said-acts.ts';
import type { Expectation, Scenario, ScenarioAct, ScenarioStep } from './scenario.ts';

const options = { unknown: 'choose', traced: true } as const;

/** Of more that wait at one element none is told from the others. */
const MOST_ALIKE = 100;

/** What a scenario is for: the processes that begin with its first act, or a case. */
export type About = { readonly processes: readonly string[] } | { readonly case: string };

/**
 * A scenario that does what was done, and expects what was there then.
 * @returns undefined: no scenario does the same, as a step was made that scenarios have no word for
 */
export function recordRun(model: LinkedModel, acts: readonly LinkedAct[], about: About): Scenario | undefined {
  const recorder = new Recorder(model, about, acts);
  for (const act of acts) if (!recorder.take(act)) return undefined;
  return [recorder.brief(), recorder.whole()].find((scenario) => recorder.endsAlike(scenario));
}

interface Line {
  readonly step: ScenarioStep;
  /** Said for what would be done without it too: a task that needs nobody is done. */
  readonly isExtra: boolean;
}

class Recorder {
  readonly #model: LinkedModel;
  readonly #about: About;
  readonly #kind: Scenario['kind'];
  #state: LinkedState = nothingRuns;
  /** End events that were reached, each once. */
  readonly #ends = new Set<string>();
  readonly #lines: Line[] = [];
  /** What the scenario begins with, as long as nothing else was done. */
  #opening: readonly LinkedAct[];
  #variables: Scenario['start']['variables'] = {};
  /** What a step means that was said already: the variables of a run change in several places. */
  #meant: readonly LinkedAct[] = [];
  /** The case that was opened first by an act. */
  #opened = 0;

  /** @param acts what will be told */
  constructor(model: LinkedModel, about: About, acts: readonly LinkedAct[]) {
    this.#model = model;
    this.#about = about;
    this.#kind = 'case' in about ? 'cmmn' : 'bpmn';
    const opening = this.#openingActs();
    this.#opening = opening.every((act, at) => acts[at] && isSame(act, withoutSet(acts[at]))) ? opening : [];
  }

  #openingActs(): readonly LinkedAct[] {
    const about = this.#about;
    if ('case' in about) return [{ in: 'cases', act: { do: 'open', case: about.case } }];
    const meaning = meaningOf(this.#sides(), 'bpmn', { start: about.processes });
    return 'message' in meaning ? [] : meaning.acts;
  }

  /** Id of the plan of the case that the scenario is for. */
  get #planOfCase(): string | undefined {
    const { plan } = this.#model;
    return 'case' in this.#about ? plan.items[plan.caseOfId.get(this.#about.case) ?? -1]?.id : undefined;
  }

  /** @returns whether scenarios have a word for it */
  take(act: LinkedAct): boolean {
    const { state, trace, refused } = stepLinked(this.#model, this.#state, act, options);
    if (refused !== undefined || (act.in === 'processes' && act.act.holds)) return false;
    if (act.act.do !== 'advance' && !this.#tell(act, state)) return false;
    if (act.act.do === 'open' && this.#opened === 0) this.#opened = this.#state.cases.next;
    this.#state = state;
    for (const { in: side, entry } of trace)
      if (side === 'processes' && entry.what === 'completed' && this.#isEnd(entry.element))
        this.#ends.add(entry.element);
    return true;
  }

  #isEnd(id: string): boolean {
    const { net } = this.#model;
    return net.nodes[net.nodeOfId.get(id) ?? -1]?.kind === 'end';
  }

  #tell(act: LinkedAct, after: LinkedState): boolean {
    const [opening, ...openings] = this.#opening;
    this.#opening = openings;
    if (opening && isSame(withoutSet(act), opening)) return this.#open(act);
    const [meant, ...others] = this.#meant;
    this.#meant = others;
    if (meant && isSame(act, meant)) return true;
    const lost = this.#lostBy(act, after);
    if (lost) this.#add({ expect: lost }, true);
    const said = this.#say(act);
    if (!said) return false;
    this.#add({ do: said }, said.complete !== undefined && said.set === undefined && this.#isAtOnce(said.complete));
    return true;
  }

  /** A case begins by itself, with its variables; processes begin by one line. */
  #open({ act }: LinkedAct): boolean {
    const set = 'set' in act && act.set ? { set: act.set } : {};
    if ('case' in this.#about) this.#variables = set.set ?? {};
    else if (this.#lines.length === 0) this.#add({ do: { start: this.#about.processes, ...set } });
    return true;
  }

  #add(step: ScenarioStep, isExtra = false): void {
    this.#lines.push({ step, isExtra });
  }

  #isAtOnce(id: string): boolean {
    const { net } = this.#model;
    const node = net.nodes[net.nodeOfId.get(id) ?? -1];
    return node !== undefined && node.inner < 0 && isDoneAtOnce(node);
  }

  /** What is given up by an act before it is done or decided: the scenario must let it wait, and says so. */
  #lostBy({ in: side, act }: LinkedAct, after: LinkedState): Expectation | undefined {
    const isMeant = (in_: LinkedAct['in'], at: number) => side === in_ && 'at' in act && act.at === at;
    const left = new Set(after.processes.scopes.flatMap(({ instances }) => instances.map(({ id }) => id)));
    const isLost = look(this.#model.net, this.#state.processes).instances.some(
      ({ instance: { id, kind }, node }) =>
        (kind === 'choice' || (kind === 'work' && node.inner < 0 && isDoneAtOnce(node))) &&
        !left.has(id) &&
        !isMeant('processes', id),
    );
    const asked = openQuestions(this.#sides().cases);
    const still = openQuestions(this.#sides(after).cases);
    const unanswered = asked.filter(
      ({ instance, question }) =>
        !isMeant('cases', instance.id) &&
        !still.some((each) => each.instance.id === instance.id && each.question === question),
    );
    if (!isLost && unanswered.length === 0) return undefined;
    const states = Object.fromEntries(unanswered.map(({ item }) => [item.id, this.#latestState(item.id)]));
    return { ...(isLost && { active: this.#active() }), ...(unanswered.length > 0 && { states }) };
  }

  /** The first of the ways to say it that means just this act. */
  #say(act: LinkedAct): ScenarioAct | undefined {
    const sides = this.#sides();
    for (const { said: candidate, isFor } of candidatesFor(this.#model, this.#state, act, this.#planOfCase)) {
      for (let number = candidate.number ?? 0; number <= MOST_ALIKE; number++) {
        const said = { ...candidate, ...(number > 0 && { number }) };
        const meaning = meaningOf(sides, this.#kind, said);
        if ('message' in meaning) break;
        const [first, ...others] = meaning.acts;
        if (first && isSame(first, isFor)) {
          this.#meant = others;
          return said;
        }
        if (!('at' in act.act) && !('scope' in act.act)) break;
      }
    }
    return undefined;
  }

  #sides(state = this.#state): Sides {
    const { net, plan } = this.#model;
    return {
      model: this.#model,
      state,
      processes: { net, state: state.processes, look: () => look(net, state.processes) },
      cases: {
        plan,
        state: state.cases,
        main: state.cases.cases.find(({ id }) => id === this.#opened) ?? state.cases.cases.at(-1),
        look: () => lookAtCases(plan, state.cases),
      },
    };
  }

  /** What is at work or waits in processes; of a scenario for a case, the tasks at work in cases too. */
  #active(): string[] {
    const inProcesses = look(this.#model.net, this.#state.processes).instances.filter(
      ({ instance: { kind, id }, node }) =>
        kind === 'wait' || kind === 'choice' || (kind === 'work' && node.inner < 0 && !this.#isCalling(id)),
    );
    const inCases =
      this.#kind === 'cmmn'
        ? lookAtCases(this.#model.plan, this.#state.cases).instances.filter(
            ({ instance, item }) => instance.state === 'active' && item.kind === 'task',
          )
        : [];
    return [...inProcesses.map(({ node }) => node.id), ...inCases.map(({ item }) => item.id)];
  }

  #isCalling(at: number): boolean {
    return this.#state.links.some(({ caller }) => caller.in === 'processes' && caller.at === at);
  }

  /** The state of each item of a case that says how it stands: cases that are called, tasks, what was reached, what is asked of it. */
  #states(): NonNullable<Expectation['states']> {
    const asked = new Set(openQuestions(this.#sides().cases).map(({ item }) => item.id));
    const telling = lookAtCases(this.#model.plan, this.#state.cases).instances.filter(
      ({ item: { id, kind }, instance }) =>
        (kind === 'case' && id !== this.#planOfCase) ||
        kind === 'task' ||
        (kind === 'milestone' && isOver(instance.state)) ||
        asked.has(id),
    );
    return Object.fromEntries(telling.map(({ item }) => [item.id, this.#latestState(item.id)]));
  }

  #latestState(id: string) {
    const { instances } = lookAtCases(this.#model.plan, this.#state.cases);
    const found = instances.filter(({ item }) => item.id === id).sort((a, b) => a.instance.id - b.instance.id);
    return found.at(-1)?.instance.state ?? 'available';
  }

  /** Without what is done by itself: the completions of tasks that nothing else makes wait. */
  brief(): Scenario {
    const needed = this.#scenario(this.#lines.filter(({ isExtra }) => !isExtra));
    const waits = new Set(waitsIn(this.#model.net, needed.steps));
    return this.#scenario(
      this.#lines.filter(({ step: { do: act }, isExtra }) => !isExtra || waits.has(act?.complete ?? '')),
    );
  }

  whole(): Scenario {
    return this.#scenario(this.#lines);
  }

  #scenario(lines: readonly Line[]): Scenario {
    const about = this.#about;
    return {
      name: '',
      kind: this.#kind,
      start: { before: [], variables: this.#variables, ...('case' in about && { case: about.case }) },
      waits: [],
      effects: [],
      watch: [],
      steps: [...lines.map(({ step }) => step), ...this.#end()],
      unknown: 'choose',
    };
  }

  /** What is there in the end, an expectation each. */
  #end(): ScenarioStep[] {
    const { processes } = this.#state;
    const [active, states] = [this.#active(), this.#states()];
    const isEnded = this.#kind === 'bpmn' && processes.scopes.length === 0;
    return [
      ...(this.#ends.size > 0 ? [{ expect: { reached: [...this.#ends] } }] : []),
      ...(isEnded ? [{ expect: { ended: true } }] : []),
      ...(!isEnded && active.length > 0 ? [{ expect: { active } }] : []),
      ...this.#endOfCase(),
      ...Object.entries(states).map(([id, state]) => ({ expect: { states: { [id]: state } } })),
    ];
  }

  #endOfCase(): ScenarioStep[] {
    const { main } = this.#sides().cases;
    const state = main?.instances[0]?.state;
    return this.#kind === 'cmmn' && state ? [{ expect: { case: state } }] : [];
  }

  /** Whether a scenario leads to the same end. What rests in the recorded run has gone on in the one that was played. */
  endsAlike(scenario: Scenario): boolean {
    const { player, failure } = playScenario(this.#model, scenario);
    return !failure && linkedKey(player.state) === linkedKey(this.#atRest());
  }

  #atRest(): LinkedState {
    const { net } = this.#model;
    let state = this.#state;
    for (let moves = 0; moves < 10_000; moves++) {
      const scope = state.processes.scopes.find(({ resting }) => resting.length > 0);
      const item = state.cases.cases
        .flatMap(({ instances }) => instances)
        .find(({ rests, state: its }) => rests !== undefined && its === 'available');
      const act: LinkedAct | undefined = scope
        ? {
            in: 'processes',
            act: { do: 'advance', scope: scope.id, flow: net.flows[scope.resting[0] ?? -1]?.id ?? '' },
          }
        : item && { in: 'cases', act: { do: 'advance', at: item.id } };
      const done = act && stepLinked(this.#model, state, act, options);
      if (!done || done.refused !== undefined) break;
      state = done.state;
    }
    return state;
  }
}
