import {
  type LinkedAct,
  type LinkedModel,
  type LinkedTraceEntry,
  linkedBeginnings,
  type Place,
  type Variables,
} from '../semantics/index.ts';
import { callsAround } from './calls-around.ts';
import { callsByHand } from './calls-by-hand.ts';
import { CaseView } from './case-view.ts';
import { calledIn, isMain as isMainInCases, sentenceOf as sentenceOfCase } from './case-words.ts';
import { spanInWords } from './clock.ts';
import type { Happening, Moment, Offer, Question } from './moment.ts';
import { numbered } from './numbered-offers.ts';
import { passable } from './passable.ts';
import { alwaysInWords, ProcessView } from './process-view.ts';
import { isMain, nameOf, sentenceOf } from './process-words.ts';
import { keyOf, type Roots } from './roots.ts';
import { RunNumbers } from './run-numbers.ts';
import { Session, type SessionStep } from './session.ts';
import { setting } from './setting.ts';

/** A run of a model that somebody plays, as a view shows it. A sentence in place of what happened says why something is not possible. */
export class Play {
  readonly #session: Session;
  readonly #runs = new RunNumbers();
  #offered: readonly LinkedAct[] = [];
  /** Ids of the nodes, flows and items that can be passed. */
  #own: ReadonlySet<string>;

  constructor(model: LinkedModel) {
    this.#session = new Session(model);
    this.#own = new Set(passable(model));
  }

  /** What is there now; the numbers of its offers replace all earlier ones. */
  moment(): Moment {
    const session = this.#session;
    const { state, history, time } = session;
    const { processes, cases, roots } = this.#views();
    this.#offered = session.acts();
    const isAtRest = state.processes.scopes.length === 0 && cases.isAtRest;
    const offers = this.#offered.flatMap((each, number): Offer[] => {
      const offer = each.in === 'processes' ? processes.offer(each.act) : cases.offer(each.act);
      if (!offer) return [];
      const around = this.#own.has(offer.element) ? {} : this.#around(each);
      return [{ ...offer, ...around, number, isMain: isAtRest || isMainAct(each) }];
    });
    const calling = state.links.flatMap(({ caller }) => (caller.in === 'processes' ? [caller.at] : []));
    return {
      offers: numbered(offers, this.#offered),
      questions: [...processes.questions(), ...cases.questions()],
      standing: [...processes.standing(new Set(calling)), ...cases.standing()],
      waiting: [
        ...processes.waiting(),
        ...cases.waiting(),
        ...callsByHand(
          session.model,
          state,
          (id) => this.#name(id),
          (place) => this.#runs.of(roots.of(place)),
        ),
      ],
      coming: time.coming.map((each) => ({
        element: each.element,
        run: this.#runs.of(roots.of(each)),
        label: each.in === 'processes' ? processes.timer(each) : cases.timer(each),
      })),
      stops: [...session.breakpoints].map((element) => ({ element, label: this.#name(element) })),
      always: [...session.sticky].map(([element, flows]) => ({
        element,
        label: alwaysInWords(session.model.net, element, flows),
      })),
      sentries: cases.sentries(),
      variables: different([...processes.variables(), ...cases.variables()]),
      time: time.now > 0 ? spanInWords(time.now) : '',
      isAtRest,
      canGoBack: history.canGoBack,
      canGoForward: history.canGoForward,
    };
  }

  /** Takes an offer. @param set variables that change with it */
  take(number: number, set?: Variables): readonly Happening[] | string {
    const act = this.#offered[number];
    return act ? this.#do(set ? withSet(act, set) : act) : 'This is not offered any more.';
  }

  /** Does an act as `done` tells them: one of a run that was found elsewhere. */
  perform(act: LinkedAct): readonly Happening[] | string {
    return this.#do(act);
  }

  /** Takes an offer now and wherever it is offered again: a way at a gateway. */
  takeAlways(number: number): readonly Happening[] | string {
    const offered = this.#offered[number];
    const act = offered?.in === 'processes' ? offered.act : undefined;
    if (act?.do === 'choose' && 'flows' in act) {
      const gateway = this.#views().processes.gatewayAt(act.at);
      if (gateway) this.#session.sticky.set(gateway.id, act.flows);
    }
    return this.take(number);
  }

  /** Asks at a gateway again, where a way was chosen once for all. */
  release(element: string): void {
    this.#session.sticky.delete(element);
  }

  /** Answers a question by values, or by a number: what it decides then happens. */
  answer(key: Question['key'], given: Variables | number): readonly Happening[] | string {
    const [side = '', number = ''] = key.split(' ');
    const place: Place = { in: side === 'cases' ? 'cases' : 'processes', at: Number(number) };
    if (typeof given === 'number')
      return this.#do({ in: 'processes', act: { do: 'choose', at: place.at, count: given } });
    const changed = this.#set(this.#session.roots().of(place), given);
    const [decided, other] = this.#session
      .acts()
      .filter((each) => each.in === 'processes' && each.act.do === 'choose' && each.act.at === place.at);
    if (typeof changed === 'string' || place.in === 'cases' || !decided || other) return changed;
    const happened = this.#do(decided);
    return typeof happened === 'string' ? happened : [...changed, ...happened];
  }

  /**
   * Begins as a run begins from outside, by the first of its ways that is on the screen, else by the first.
   * @returns undefined: there is none
   */
  begin(isSeen: (element: string) => boolean = () => true): readonly Happening[] | undefined {
    const ways = linkedBeginnings(this.#session.model);
    const { processes, cases } = this.#views();
    const placeOf = ([first]: readonly LinkedAct[]) =>
      (first?.in === 'cases' ? cases.offer(first.act) : first && processes.offer(first.act))?.element ?? '';
    const way = ways.find((each) => isSeen(placeOf(each))) ?? ways[0];
    return way?.flatMap((act) => {
      const happened = this.#do(act);
      return typeof happened === 'string' ? [] : happened;
    });
  }

  /** Goes on by itself, as far as one act. @returns undefined: somebody has to decide */
  next(): readonly Happening[] | undefined {
    const act = this.#session.next();
    const happened = act && this.#do(act);
    return typeof happened === 'string' ? undefined : happened;
  }

  /** Each instance goes on by itself, as far as one act, and up to a break point. @returns for each what happened; none: somebody has to decide */
  round(): readonly (readonly Happening[])[] {
    const all: (readonly Happening[])[] = [];
    for (const act of this.#session.nextOfEach()) {
      const happened = this.#do(act);
      // What another one has done in this round may have ended it.
      if (typeof happened !== 'string') all.push(happened);
      if (this.isAtBreakpoint()) break;
    }
    return all;
  }

  /** Sets variables of an instance, and of what it calls. */
  set(run: number, set: Variables): readonly Happening[] | string {
    const root = this.#runs.rootOf(run);
    return root ? this.#set(root, set) : 'This instance has ended.';
  }

  back(): void {
    this.#session.history.back();
  }

  forward(): void {
    this.#session.history.forward();
  }

  reset(): void {
    this.#session.history.reset();
    this.#runs.clear();
  }

  /** What has happened last, the latest step last, as far back as it is kept: at most so many steps. */
  happened(steps: number): readonly Happening[] {
    return this.#session.history.latest(steps).flatMap(({ step, number }) => this.#happenings(step, number));
  }

  /** All that was done from the beginning; undefined: it was more than is kept. */
  done(): readonly LinkedAct[] | undefined {
    return this.#session.history.whole?.map(({ act }) => act);
  }

  /** How many steps were made in all. */
  get count(): number {
    return this.#session.history.count;
  }

  /** Ids of what was passed, and how many elements there are in all. */
  coverage(): { readonly passed: ReadonlySet<string>; readonly all: number } {
    const passed = this.#session.history.passed();
    return { passed: new Set([...passed].filter((id) => this.#own.has(id))), all: this.#own.size };
  }

  /** Where a flow begins and ends; undefined: it is no flow that a token takes. */
  ends(id: string): { readonly source: string; readonly target: string } | undefined {
    const { net } = this.#session.model;
    const flow = net.flows[net.flowOfId.get(id) ?? -1] ?? net.messageFlows.find((each) => each.id === id);
    const [source, target] = [net.nodes[flow?.source ?? -1], net.nodes[flow?.target ?? -1]];
    return flow && { source: source?.id ?? '', target: target?.id ?? '' };
  }

  /** Elements at which playing stops. */
  get breakpoints(): Set<string> {
    return this.#session.breakpoints;
  }

  /** Whether the last step has come to one of them. */
  isAtBreakpoint(): boolean {
    return this.#session.isAtBreakpoint();
  }

  /** The model has changed while it runs. @returns ids of the elements at which something stood that has no place any more */
  replace(model: LinkedModel): readonly string[] {
    this.#own = new Set(passable(model));
    return this.#session.replace(model);
  }

  #views(): { readonly processes: ProcessView; readonly cases: CaseView; readonly roots: Roots } {
    const { model, state, time } = this.#session;
    const roots = this.#session.roots();
    const run = (side: Place['in']) => (at: number) => this.#runs.of(roots.of({ in: side, at }));
    return {
      roots,
      processes: new ProcessView(model.net, state.processes, time, run('processes')),
      cases: new CaseView(model.plan, state.cases, time, run('cases')),
    };
  }

  #do(act: LinkedAct): readonly Happening[] | string {
    const refused = this.#session.do(act);
    if (refused !== undefined) return refused;
    const { history, state } = this.#session;
    const living: Place[] = [
      ...state.processes.scopes.map(({ root }): Place => ({ in: 'processes', at: root })),
      ...state.cases.cases.map(({ id }): Place => ({ in: 'cases', at: id })),
    ];
    this.#runs.forgetAllBut(new Set(living.map(keyOf)));
    return history.last ? this.#happenings(history.last, history.count) : [];
  }

  #set(run: Place, set: Variables): readonly Happening[] | string {
    const { model, state } = this.#session;
    const acts = setting(model, state, this.#session.roots(), run, set);
    if (acts.length === 0) return 'This instance has ended.';
    // What the first changes may end the others.
    const happened = acts.map((act) => this.#do(act));
    return happened.flatMap((each) => (typeof each === 'string' ? [] : each));
  }

  #happenings({ trace, roots }: SessionStep, step: number): Happening[] {
    return trace.map((each, at) => {
      const { element, what } = each.entry;
      const root = roots[at];
      return { step, element, what, run: root ? this.#runs.of(root) : 0, sentence: this.#sentence(each) };
    });
  }

  /** By what something is called that stands in another file. */
  #around({ in: side, act }: LinkedAct): Pick<Offer, 'around'> {
    const { model, state } = this.#session;
    const around = 'at' in act ? callsAround(model, state, { in: side, at: act.at }) : [];
    return around.length > 0 ? { around } : {};
  }

  #sentence({ in: side, entry }: LinkedTraceEntry): string {
    const { net, plan } = this.#session.model;
    if (side === 'processes') return sentenceOf(net, entry);
    if (side === 'cases') return sentenceOfCase(plan, entry);
    const { what, caller, element, called } = entry;
    const kind = this.#session.model.calls[caller.in].get(element)?.in === 'cases' ? 'case' : 'process';
    const [name, callee] = [this.#name(element), `${kind} ${this.#name(called)}`];
    if (what === 'called') return `${name} runs the ${callee}`;
    return what === 'returned'
      ? `The ${callee} is over, and ${name} goes on`
      : `${name} waits for somebody: the ${callee} was called too often at once`;
  }

  /** What an element of either side is called. */
  #name(id: string): string {
    const { net, plan } = this.#session.model;
    const isInCases = plan.itemOfId.has(id) || plan.caseOfId.has(id) || plan.fileOfId.has(id);
    return isInCases ? calledIn(plan, id) : nameOf(net, id);
  }
}

function isMainAct(each: LinkedAct): boolean {
  return each.in === 'processes' ? isMain(each.act) : isMainInCases(each.act);
}

function withSet(each: LinkedAct, set: Variables): LinkedAct {
  if (each.in === 'processes') {
    const { act } = each;
    return act.do === 'finish' || act.do === 'start' || act.do === 'fire'
      ? { in: 'processes', act: { ...act, set } }
      : each;
  }
  const { act } = each;
  return act.do === 'choose' || act.do === 'advance' ? each : { in: 'cases', act: { ...act, set } };
}

/** What calls and what is called mostly know the same. */
function different(variables: Moment['variables']): Moment['variables'] {
  const found = new Map(variables.map((each) => [JSON.stringify([each.run, each.name, each.value]), each]));
  return [...found.values()];
}
