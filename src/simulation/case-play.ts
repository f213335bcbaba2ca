import {
  type CaseAct,
  type CaseLook,
  type CasePlan,
  type CaseState,
  type CaseTraceEntry,
  caseStartActs,
  enabledInCases,
  isOver,
  lookAtCases,
  migrateCases,
  noCases,
  type SeenInstance,
  stepCase,
  type Variables,
} from '../semantics/index.ts';
import { called, calledIn, isMain, kindOf, reasonOf, rules, sentenceOf, sourceOf, verbOf } from './case-words.ts';
import { History } from './history.ts';
import type { Happening, Moment, Offer, Play, Question, Reason, Standing } from './play.ts';
import { RunNumbers } from './run-numbers.ts';
import { variablesIn } from './variables-read.ts';

interface CaseSessionStep {
  readonly act: CaseAct;
  readonly state: CaseState;
  readonly trace: readonly CaseTraceEntry[];
  /** For each entry of the trace, the case that it belongs to. */
  readonly cases: readonly number[];
}

const options = { unknown: 'choose', traced: true } as const;

/** A run of cases as a view shows it: the states of the items, and what one may do with each. */
export class CasePlay implements Play {
  #plan: CasePlan;
  readonly #history = new History<CaseState, CaseSessionStep>(noCases, passedBy);
  #offered: readonly CaseAct[] = [];
  readonly #runs = new RunNumbers();
  readonly breakpoints = new Set<string>();

  constructor(plan: CasePlan) {
    this.#plan = plan;
  }

  moment(): Moment {
    const state = this.#history.state;
    const seen = lookAtCases(this.#plan, state);
    this.#offered = [...enabledInCases(this.#plan, state, options), ...caseStartActs(this.#plan)];
    const isAtRest = seen.instances.every(({ instance }) => isOver(instance.state));
    return {
      offers: this.#offered.map((act, number) => ({
        ...this.#offer(act, number, seen),
        isMain: isMain(act) || isAtRest,
      })),
      standing: this.#standing(seen),
      questions: seen.instances.flatMap((each) => this.#question(each) ?? []),
      waiting: seen.instances.flatMap((each) => this.#reasons(each)),
      coming: [],
      always: [],
      stops: [...this.breakpoints].map((element) => ({ element, label: calledIn(this.#plan, element) })),
      sentries: this.#sentries(seen),
      variables: state.cases.flatMap(({ id, data }) =>
        Object.entries(data).map(([name, value]) => ({ run: this.#run(id), name, value })),
      ),
      time: '',
      isAtRest,
      canGoBack: this.#history.canGoBack,
      canGoForward: this.#history.canGoForward,
    };
  }

  take(number: number, set?: Variables): readonly Happening[] | string {
    const act = this.#offered[number];
    if (!act) return 'This is not offered any more.';
    return this.#do(set && act.do !== 'choose' && act.do !== 'advance' ? { ...act, set } : act);
  }

  /** A case has no ways to choose once for all. */
  takeAlways(number: number): readonly Happening[] | string {
    return this.take(number);
  }

  release(): void {
    // Nothing is ever chosen once for all.
  }

  answer(number: number, given: Variables | number): readonly Happening[] | string {
    const found = this.#history.state.cases.find(({ instances }) => instances.some(({ id }) => id === number));
    if (!found || typeof given === 'number') return 'This is not asked any more.';
    return this.#do({ do: 'set', at: found.id, set: given });
  }

  begin(): readonly Happening[] | undefined {
    const [first] = caseStartActs(this.#plan);
    const happened = first && this.#do(first);
    return typeof happened === 'string' ? undefined : happened;
  }

  /** What rests goes on; else the oldest task is completed. In a case all else is for people to decide. */
  next(): readonly Happening[] | undefined {
    const possible = enabledInCases(this.#plan, this.#history.state, options);
    const { instances } = lookAtCases(this.#plan, this.#history.state);
    const isTask = (at: number) => instances.find(({ instance }) => instance.id === at)?.item.kind === 'task';
    const act =
      possible.find((each) => each.do === 'advance') ??
      possible.find((each) => each.do === 'transition' && each.transition === 'complete' && isTask(each.at));
    const happened = act && this.#do(act);
    return typeof happened === 'string' ? undefined : happened;
  }

  round(): readonly (readonly Happening[])[] {
    const happened = this.next();
    return happened ? [happened] : [];
  }

  set(run: number, set: Variables): readonly Happening[] | string {
    const at = this.#runs.rootOf(run);
    return at === undefined ? 'This instance has ended.' : this.#do({ do: 'set', at, set });
  }

  back(): void {
    this.#history.back();
  }

  forward(): void {
    this.#history.forward();
  }

  reset(): void {
    this.#history.reset();
    this.#runs.clear();
  }

  happened(steps: number): readonly Happening[] {
    return this.#history.latest(steps).flatMap(({ step, number }) => this.#happenings(step, number));
  }

  done(): readonly object[] | undefined {
    return this.#history.whole?.map(({ act }) => act);
  }

  get count(): number {
    return this.#history.count;
  }

  coverage(): { readonly passed: ReadonlySet<string>; readonly all: number } {
    return { passed: this.#history.passed(), all: this.#plan.items.length };
  }

  /** Nothing moves along the connectors of a case. */
  ends(): undefined {
    return undefined;
  }

  isAtBreakpoint(): boolean {
    return (this.#history.last?.trace ?? []).some(
      (entry) =>
        entry.what === 'went' &&
        (entry.to === 'active' || entry.to === 'enabled') &&
        this.breakpoints.has(entry.element),
    );
  }

  /** The model has changed while it runs. @returns ids of the items whose instances were dropped */
  replace(plan: CasePlan): readonly string[] {
    const old = this.#plan;
    const { dropped } = migrateCases(this.#history.state, old, plan);
    this.#history.change((state) => migrateCases(state, old, plan).state);
    this.#plan = plan;
    return dropped;
  }

  #do(act: CaseAct): readonly Happening[] | string {
    const before = this.#history.state;
    const { state, trace, refused } = stepCase(this.#plan, before, act, options);
    if (refused !== undefined) return refused;
    const step = { act, state, trace, cases: casesOf(before, state, trace) };
    this.#history.add(step);
    this.#runs.forgetAllBut(new Set(state.cases.map(({ id }) => id)));
    return this.#happenings(step, this.#history.count);
  }

  #offer(act: CaseAct, number: number, { instances }: CaseLook): Omit<Offer, 'isMain'> {
    const at = 'at' in act ? instances.find(({ instance }) => instance.id === act.at) : undefined;
    const run = at ? this.#run(at.case.id) : 0;
    const item = at?.item;
    const offer = { number, element: item?.id ?? '', run };
    const name = (id: string) => calledIn(this.#plan, id);
    switch (act.do) {
      case 'open':
        return { ...offer, element: act.case, kind: 'start', label: `Open the case ${name(act.case)}` };
      case 'transition':
        return { ...offer, kind: kindOf(act.transition), label: `${verbOf(act.transition)} ${called(item)}` };
      case 'plan':
        return { ...offer, element: act.item, kind: 'plan', label: `Add ${name(act.item)}`, table: offer.element };
      case 'file':
        return { ...offer, element: act.item, kind: 'event', label: `${verbOf(act.transition)} ${name(act.item)}` };
      case 'choose': {
        const about =
          'rule' in act ? `${called(item)} is ${rules[act.rule]}` : `The condition of ${called(item)} holds`;
        return { ...offer, kind: 'way', label: act.holds ? about : `Not: ${about}` };
      }
      case 'advance':
        return { ...offer, kind: 'again', label: `Once more: ${called(item)}` };
      default:
        return { ...offer, kind: 'state', label: `Set a variable of ${called(item)}` };
    }
  }

  /** What there is of each item, by state: of what is over, the latest. */
  #standing({ instances, files }: CaseLook): Standing[] {
    const found = new Map<string, { element: string; state: string; runs: number[] }>();
    const add = (element: string, state: string, run: number) => {
      const known = found.get(`${element} ${state}`) ?? { element, state, runs: [] };
      known.runs.push(run);
      found.set(`${element} ${state}`, known);
    };
    for (const { item, instance, case: each } of instances) add(item.id, instance.state, this.#run(each.id));
    for (const { file, case: each } of files) add(file.id, 'there', this.#run(each.id));
    return [...found.values()];
  }

  #reasons(seen: SeenInstance): Reason[] {
    if (seen.instance.state !== 'available') return [];
    const entries = seen.criteria.filter(({ criterion }) => criterion.kind !== 'exit');
    return entries.map((each) => ({ ...reasonOf(this.#plan, seen, each), run: this.#run(seen.case.id) }));
  }

  /** The variables that would decide what is asked for of an instance. */
  #question({ case: { id }, instance, item }: SeenInstance): Question | undefined {
    const conditions = instance.asks.map((question) =>
      typeof question === 'number' ? item.criteria[question]?.condition : item[question]?.condition,
    );
    const reads = [...new Set(conditions.flatMap((condition) => variablesIn(condition?.text ?? '')))];
    const label = `${called(item)} depends on ${reads.join(', ')}`;
    return reads.length === 0 ? undefined : { number: instance.id, element: item.id, run: this.#run(id), label, reads };
  }

  /** The criteria of what is not over yet, each with what it has heard. */
  #sentries({ instances }: CaseLook): Moment['sentries'] {
    const listening = instances.filter(({ instance }) => !isOver(instance.state));
    return listening.flatMap(({ criteria }) =>
      criteria.map(({ criterion, occurred }) => ({
        element: criterion.id,
        parts: criterion.parts.map((part, at) => ({
          source: sourceOf(this.#plan, part),
          hasOccurred: occurred[at] ?? false,
        })),
      })),
    );
  }

  #run(id: number): number {
    return this.#runs.of(id);
  }

  #happenings({ trace, cases }: CaseSessionStep, step: number): Happening[] {
    return trace.map((entry, at) => {
      const { element, what } = entry;
      return { step, element, what, run: this.#run(cases[at] ?? 0), sentence: sentenceOf(this.#plan, entry) };
    });
  }
}

/** The case of each entry: instances may begin and end within the step. */
function casesOf(before: CaseState, after: CaseState, trace: readonly CaseTraceEntry[]): number[] {
  const caseOf = new Map<number, number>();
  for (const { id, instances } of [...before.cases, ...after.cases]) {
    caseOf.set(id, id);
    for (const each of instances) caseOf.set(each.id, id);
  }
  let last = 0;
  return trace.map(({ instance }) => {
    last = caseOf.get(instance) ?? last;
    return last;
  });
}

function passedBy({ trace }: CaseSessionStep): string[] {
  return trace.flatMap((entry) =>
    entry.what === 'went' && (entry.to === 'active' || entry.to === 'completed') ? [entry.element] : [],
  );
}
