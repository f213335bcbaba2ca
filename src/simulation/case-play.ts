import {
  type CaseAct,
  type CaseItem,
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
import { History } from './history.ts';
import type { Happening, Moment, Offer, Play, Standing } from './play.ts';

interface CaseSessionStep {
  readonly state: CaseState;
  readonly trace: readonly CaseTraceEntry[];
}

const options = { unknown: 'choose', traced: true } as const;

/** A run of cases as a view shows it: the states of the items, and what one may do with each. */
export class CasePlay implements Play {
  #plan: CasePlan;
  readonly #history = new History<CaseState, CaseSessionStep>(noCases, passedBy);
  #offered: readonly CaseAct[] = [];
  readonly #runs = new Map<number, number>();
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
      waiting: seen.instances.flatMap((each) => this.#reasons(each)),
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

  set(run: number, set: Variables): readonly Happening[] | string {
    const at = [...this.#runs].find(([, number]) => number === run)?.[0];
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
    const { state, trace, refused } = stepCase(this.#plan, this.#history.state, act, options);
    if (refused !== undefined) return refused;
    const step = { state, trace };
    this.#history.add(step);
    return this.#happenings(step, this.#history.count);
  }

  #offer(act: CaseAct, number: number, { instances }: CaseLook): Omit<Offer, 'isMain'> {
    const at = 'at' in act ? instances.find(({ instance }) => instance.id === act.at) : undefined;
    const run = at ? this.#run(at.case.id) : 0;
    const item = at?.item;
    const element = item?.id ?? '';
    switch (act.do) {
      case 'open':
        return { number, element: act.case, kind: 'start', run, label: `Open the case ${this.#called(act.case)}` };
      case 'transition':
        return {
          number,
          element,
          kind: kindOf(act.transition),
          run,
          label: `${inWords(act.transition)} ${called(item)}`,
        };
      case 'plan':
        return { number, element: act.item, kind: 'start', run, label: `Add ${this.#called(act.item)}` };
      case 'file':
        return {
          number,
          element: act.item,
          kind: 'event',
          run,
          label: `${inWords(act.transition)} ${this.#called(act.item)}`,
        };
      case 'choose': {
        const about =
          'rule' in act ? `${called(item)} is ${rules[act.rule]}` : `The condition of ${called(item)} holds`;
        return { number, element, kind: 'way', run, label: act.holds ? about : `Not: ${about}` };
      }
      case 'advance':
        return { number, element, kind: 'again', run, label: `Once more: ${called(item)}` };
      default:
        return { number, element, kind: 'state', run, label: `Set a variable of ${called(item)}` };
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

  #reasons({ item, instance, criteria }: SeenInstance): Moment['waiting'][number][] {
    if (instance.state !== 'available') return [];
    return criteria
      .filter(({ criterion }) => criterion.kind !== 'exit')
      .map(({ criterion, occurred, condition }) => {
        const missing = criterion.parts.filter((_, at) => !occurred[at]).map((part) => this.#event(part));
        const rest = missing.length > 0 ? `waits until ${missing.join(' and ')}` : 'has heard all that it waits for';
        const unless = condition === false && missing.length === 0 ? ', but its condition does not hold' : '';
        return {
          element: item.id,
          sentence: `${called(item)} ${rest}${unless}.`,
          isForEver: criterion.parts.some(({ source }) => source < 0),
        };
      });
  }

  #event({ of, source, transition }: SeenInstance['criteria'][number]['criterion']['parts'][number]): string {
    const what = of === 'item' ? this.#plan.items[source] : this.#plan.files[source];
    return `${what ? `"${what.name || what.id}"` : 'something that is not there'} ${pastOf(transition)}`;
  }

  #run(id: number): number {
    let number = this.#runs.get(id);
    if (number === undefined) {
      number = this.#runs.size + 1;
      this.#runs.set(id, number);
    }
    return number;
  }

  #called(id: string): string {
    const item = this.#plan.items[this.#plan.itemOfId.get(id) ?? this.#plan.caseOfId.get(id) ?? -1];
    const file = this.#plan.files[this.#plan.fileOfId.get(id) ?? -1];
    return `"${(item ?? file)?.name || id}"`;
  }

  #happenings({ trace, state }: CaseSessionStep, step: number): Happening[] {
    const caseOf = new Map(state.cases.flatMap(({ id, instances }) => instances.map((each) => [each.id, id] as const)));
    return trace.map((entry) => {
      const { element, what, instance } = entry;
      return { step, element, what, run: this.#run(caseOf.get(instance) ?? instance), sentence: this.#sentence(entry) };
    });
  }

  #sentence(entry: CaseTraceEntry): string {
    const name = this.#called(entry.element);
    switch (entry.what) {
      case 'went':
        return entry.from === undefined ? `${name} is ${entry.to}` : `${name} went from ${entry.from} to ${entry.to}`;
      case 'heard':
        return `${name} heard part ${entry.part + 1} of what it waits for`;
      case 'planned':
        return `${name} was added`;
      case 'filed':
        return `${name} ${pastOf(entry.transition)}`;
      case 'asked':
        return `${name} needs a decision: ${entry.about}`;
      default:
        return `${name} would go on for ever, and rests`;
    }
  }
}

function passedBy({ trace }: CaseSessionStep): string[] {
  return trace.flatMap((entry) =>
    entry.what === 'went' && (entry.to === 'active' || entry.to === 'completed') ? [entry.element] : [],
  );
}

function called(item: CaseItem | undefined): string {
  return item ? `"${item.name || item.id}"` : 'the case';
}

const rules = { required: 'required', manual: 'started by hand', repetition: 'repeated' } as const;

const kinds: Readonly<Record<string, Offer['kind']>> = {
  complete: 'finish',
  occur: 'event',
  manualStart: 'start',
  reactivate: 'again',
  fault: 'fail',
  terminate: 'fail',
};

function kindOf(transition: string): Offer['kind'] {
  return kinds[transition] ?? 'state';
}

/** Work goes on by these; the rest interrupts it, or sets it aside. */
function isMain(act: CaseAct): boolean {
  if (act.do === 'transition')
    return ['complete', 'occur', 'manualStart', 'resume', 'reenable'].includes(act.transition);
  return act.do !== 'open' && act.do !== 'set';
}

/** `manualStart` → `Start`, `addChild` → `Add child`. */
function inWords(transition: string): string {
  const words =
    transition === 'manualStart' ? 'start' : transition.replace(/[A-Z]/g, (letter) => ` ${letter.toLowerCase()}`);
  return words.charAt(0).toUpperCase() + words.slice(1);
}

const past: Readonly<Record<string, string>> = {
  occur: 'occurs',
  exit: 'exits',
  start: 'starts',
  manualStart: 'starts by hand',
  addChild: 'gets a child',
  removeChild: 'loses a child',
  addReference: 'gets a reference',
  removeReference: 'loses a reference',
};

function pastOf(transition: string): string {
  return past[transition] ?? `${transition}s`;
}
