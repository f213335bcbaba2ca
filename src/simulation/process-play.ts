import {
  type Act,
  beginnings,
  type Net,
  type NetNode,
  type NodeInstance,
  type Variables,
  whyWaiting,
} from '../semantics/index.ts';
import { spanInWords } from './clock.ts';
import type { Happening, Moment, Offer, Play, Question, Reason } from './play.ts';
import { standingIn } from './process-standing.ts';
import { called, isMain, nameOf, occurrence, reasonOf, sentenceOf } from './process-words.ts';
import { RunNumbers } from './run-numbers.ts';
import { Session, type SessionStep } from './session.ts';
import { variablesIn } from './variables-read.ts';

/** An instance of a node with where it stands. */
interface Placed {
  readonly instance: NodeInstance;
  readonly node: NetNode;
  readonly scope: number;
  readonly root: number;
}

type NewOffer = Omit<Offer, 'isMain' | 'number'>;

/** A run of processes as a view shows it. */
export class ProcessPlay implements Play {
  readonly #session: Session;
  readonly #runs = new RunNumbers();
  #offered: readonly Act[] = [];
  /** All instances by their numbers, at the moment that is shown. */
  #placed: ReadonlyMap<number, Placed> = new Map();

  constructor(net: Net) {
    this.#session = new Session(net);
  }

  get breakpoints(): Set<string> {
    return this.#session.breakpoints;
  }

  get count(): number {
    return this.#session.history.count;
  }

  done(): readonly object[] | undefined {
    return this.#session.history.whole?.map(({ act }) => act);
  }

  isAtBreakpoint(): boolean {
    return this.#session.isAtBreakpoint();
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

  coverage(): { readonly passed: ReadonlySet<string>; readonly all: number } {
    const { nodes, flows } = this.#session.net;
    const inside = nodes.filter(({ kind }) => kind !== 'event-sub-process');
    return { passed: this.#session.history.passed(), all: inside.length + flows.length };
  }

  /** The model has changed while it runs. @returns ids of the elements whose tokens were dropped */
  replace(net: Net): readonly string[] {
    return this.#session.replace(net);
  }

  moment(): Moment {
    const session = this.#session;
    const { net, state, history } = session;
    this.#look();
    this.#offered = session.acts();
    const isAtRest = state.scopes.length === 0;
    return {
      offers: this.#offered.flatMap((act, number) => {
        const offer = this.#offer(act);
        return offer ? [{ ...offer, number, isMain: isAtRest || isMain(act) }] : [];
      }),
      questions: [...this.#placed.values()].flatMap((each) => this.#question(each) ?? []),
      standing: standingIn(net, state, (root) => this.#run(root)),
      waiting: whyWaiting(net, state).flatMap((each): Reason[] => {
        const reason = reasonOf(net, each);
        return reason ? [{ ...reason, run: this.#run(this.#rootOf(each.scope)) }] : [];
      }),
      coming: session.coming.map(({ at, element, due }) => ({
        element,
        run: this.#run(this.#placed.get(at)?.root ?? this.#rootOf(at)),
        label: `${called(this.#node(element))} in ${spanInWords(Math.max(0, due - session.now))}`,
      })),
      always: [...session.sticky].map(([element, flows]) => ({
        element,
        label: `${called(this.#node(element))} always ${this.#waysOf(flows)}`,
      })),
      stops: [...session.breakpoints].map((element) => ({ element, label: nameOf(net, element) })),
      sentries: [],
      variables: this.#variables(),
      time: session.now > 0 ? spanInWords(session.now) : '',
      isAtRest,
      canGoBack: history.canGoBack,
      canGoForward: history.canGoForward,
    };
  }

  takeAlways(number: number): readonly Happening[] | string {
    const act = this.#offered[number];
    const at = act?.do === 'choose' && 'flows' in act ? this.#placed.get(act.at) : undefined;
    if (at && act?.do === 'choose' && 'flows' in act) this.#session.sticky.set(at.node.id, act.flows);
    return this.take(number);
  }

  release(element: string): void {
    this.#session.sticky.delete(element);
  }

  take(number: number, set?: Variables): readonly Happening[] | string {
    const act = this.#offered[number];
    if (!act) return 'This is not offered any more.';
    return this.#do(set && (act.do === 'finish' || act.do === 'start' || act.do === 'fire') ? { ...act, set } : act);
  }

  answer(number: number, given: Variables | number): readonly Happening[] | string {
    const at = this.#placed.get(number);
    if (!at) return 'This is not asked any more.';
    if (typeof given === 'number') return this.#do({ do: 'choose', at: number, count: given });
    const changed = this.#do({ do: 'set', scope: at.scope, set: given });
    const [decided, other] = this.#session.acts().filter((act) => act.do === 'choose' && act.at === number);
    if (typeof changed === 'string' || !decided || other) return changed;
    const happened = this.#do(decided);
    return typeof happened === 'string' ? happened : [...changed, ...happened];
  }

  next(): readonly Happening[] | undefined {
    const act = this.#session.next();
    const happened = act && this.#do(act);
    return typeof happened === 'string' ? undefined : happened;
  }

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

  set(run: number, set: Variables): readonly Happening[] | string {
    const scope = this.#runs.rootOf(run);
    return scope === undefined ? 'This instance has ended.' : this.#do({ do: 'set', scope, set });
  }

  ends(id: string): { readonly source: string; readonly target: string } | undefined {
    const { net } = this.#session;
    const flow = net.flows[net.flowOfId.get(id) ?? -1] ?? net.messageFlows.find((each) => each.id === id);
    const [source, target] = [net.nodes[flow?.source ?? -1], net.nodes[flow?.target ?? -1]];
    return flow && { source: source?.id ?? '', target: target?.id ?? '' };
  }

  begin(): readonly Happening[] | undefined {
    const [way = []] = beginnings(this.#session.net);
    const happened = way.map((act) => this.#do(act));
    return way.length > 0 ? happened.flatMap((each) => (typeof each === 'string' ? [] : each)) : undefined;
  }

  happened(steps: number): readonly Happening[] {
    return this.#session.history.latest(steps).flatMap(({ step, number }) => this.#happenings(step, number));
  }

  #do(act: Act): readonly Happening[] | string {
    const refused = this.#session.do(act);
    if (refused !== undefined) return refused;
    const { history, state } = this.#session;
    this.#runs.forgetAllBut(new Set(state.scopes.map(({ root }) => root)));
    return history.last ? this.#happenings(history.last, history.count) : [];
  }

  #look(): void {
    const { net, state } = this.#session;
    const placed = state.scopes.flatMap(({ id, root, instances }) =>
      instances.flatMap((instance) => {
        const node = net.nodes[instance.node];
        return node ? [[instance.id, { instance, node, scope: id, root }] as const] : [];
      }),
    );
    this.#placed = new Map(placed);
  }

  #offer(act: Act): NewOffer | undefined {
    if (act.do === 'start') return this.#startOffer(act);
    if (!('at' in act)) return undefined;
    const at = this.#placed.get(act.at);
    const event = act.do === 'fire' ? this.#node(act.event) : undefined;
    const run = this.#run(at?.root ?? this.#rootOf(act.at));
    if (act.do === 'fire')
      return event && { element: event.id, kind: 'event', run, label: occurrence(event) + this.#time(act) };
    if (!at) return undefined;
    const offer = { element: at.node.id, run };
    if (act.do === 'choose') return this.#choice(act, at.node, run);
    if (act.do !== 'fault') return { ...offer, kind: 'finish', label: `Complete ${called(at.node)}` };
    return { ...offer, kind: 'fail', label: `Let ${called(at.node)} fail${act.error ? ` with ${act.error}` : ''}` };
  }

  /** When a timer would happen by itself. */
  #time(act: Extract<Act, { readonly do: 'fire' }>): string {
    const { coming, now } = this.#session;
    const timer = coming.find(({ at, element }) => at === act.at && element === act.event);
    return timer && timer.due > now ? ` (in ${spanInWords(timer.due - now)})` : '';
  }

  #startOffer(act: Extract<Act, { readonly do: 'start' }>): NewOffer {
    const { net } = this.#session;
    const node = this.#node(act.node);
    const process = net.scopes[net.scopeOfId.get(act.node) ?? -1];
    // A process begins where its first step is: that is what is on the screen of one without a pool.
    const entry = process && net.nodes[process.entries[0] ?? -1];
    const label = node ? `Start ${called(node)}` : `Start the process${process?.name ? ` "${process.name}"` : ''}`;
    const run = act.scope === undefined ? 0 : this.#run(this.#rootOf(act.scope));
    return { element: entry?.id ?? act.node, kind: 'start', label, run };
  }

  #choice(act: Extract<Act, { readonly do: 'choose' }>, node: NetNode, run: number): NewOffer {
    const offer = { element: node.id, run };
    if ('count' in act) return { ...offer, kind: 'count', label: `${act.count} × ${called(node)}` };
    if ('again' in act)
      return {
        ...offer,
        kind: 'again',
        label: act.again ? `${called(node)} once more` : `Go on after ${called(node)}`,
      };
    const [only, other] = act.flows;
    const element = only !== undefined && other === undefined ? only : node.id;
    return { element, kind: 'way', run, label: `${called(node)} ${this.#waysOf(act.flows)}`.trim() };
  }

  #waysOf(ids: readonly string[]): string {
    const { net } = this.#session;
    const flows = ids.flatMap((id) => net.flows[net.flowOfId.get(id) ?? -1] ?? []);
    return flows.map(({ name, target }) => name || called(net.nodes[target])).join(' and ');
  }

  /** What would decide in place of a person. */
  #question({ instance, node, root }: Placed): Question | undefined {
    if (instance.kind !== 'choice') return undefined;
    const asked = { number: instance.id, element: node.id, run: this.#run(root) };
    if (instance.choice === 'count') return { ...asked, label: `How many times ${called(node)}?`, reads: [] };
    const texts = node.outgoing.flatMap((flow) => this.#session.net.flows[flow]?.condition?.text ?? []);
    const reads = [...new Set(texts.flatMap(variablesIn))];
    if ((instance.choice !== 'flow' && instance.choice !== 'flows') || reads.length === 0) return undefined;
    return { ...asked, label: `${called(node)} depends on ${reads.join(', ')}`, reads };
  }

  #node(id: string): NetNode | undefined {
    const { net } = this.#session;
    return net.nodes[net.nodeOfId.get(id) ?? -1];
  }

  #rootOf(scope: number): number {
    return this.#session.state.scopes.find(({ id }) => id === scope)?.root ?? scope;
  }

  #run(root: number): number {
    return this.#runs.of(root);
  }

  #variables(): Moment['variables'] {
    return this.#session.state.scopes.flatMap((scope) =>
      Object.entries(scope.data).map(([name, value]) => ({ run: this.#run(scope.root), name, value })),
    );
  }

  #happenings({ trace, roots }: SessionStep, step: number): Happening[] {
    const { net } = this.#session;
    return trace.map((entry, at) => {
      const { element, what } = entry;
      return { step, element, what, run: this.#run(roots[at] ?? 0), sentence: sentenceOf(net, entry) };
    });
  }
}
