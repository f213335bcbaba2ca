import {
  type Act,
  beginnings,
  type Net,
  type NetNode,
  type NodeInstance,
  type TraceEntry,
  type Variables,
  type Waiting,
  whyWaiting,
} from '../semantics/index.ts';
import { spanInWords } from './clock.ts';
import type { Happening, Moment, Offer, Play, Standing } from './play.ts';
import { Session, type SessionStep } from './session.ts';

/** A run of processes as a view shows it. */
export class ProcessPlay implements Play {
  readonly #session: Session;
  #offered: readonly Act[] = [];
  /** Number of the process instance by its scope, given in the order in which they begin. */
  readonly #runs = new Map<number, number>();

  constructor(net: Net) {
    this.#session = new Session(net);
  }

  get breakpoints(): Set<string> {
    return this.#session.breakpoints;
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
    this.#offered = session.acts();
    const isAtRest = session.state.scopes.length === 0;
    return {
      offers: this.#offered.flatMap((act, number) =>
        this.#offer(act, number).map((offer) => ({ ...offer, isMain: isAtRest || isMain(act) })),
      ),
      standing: this.#standing(),
      waiting: whyWaiting(session.net, session.state).flatMap((each) => this.#reason(each)),
      variables: this.#variables(),
      time: session.now > 0 ? spanInWords(session.now) : '',
      isAtRest,
      canGoBack: session.history.canGoBack,
      canGoForward: session.history.canGoForward,
    };
  }

  takeAlways(number: number): readonly Happening[] | string {
    const act = this.#offered[number];
    const at = act?.do === 'choose' && 'flows' in act ? this.#instance(act.at) : undefined;
    if (at && act?.do === 'choose' && 'flows' in act) this.#session.sticky.set(at.node.id, act.flows);
    return this.take(number);
  }

  take(number: number, set?: Variables): readonly Happening[] | string {
    const act = this.#offered[number];
    if (!act) return 'This is not offered any more.';
    return this.#do(set && (act.do === 'finish' || act.do === 'start' || act.do === 'fire') ? { ...act, set } : act);
  }

  next(): readonly Happening[] | undefined {
    const act = this.#session.next();
    const happened = act && this.#do(act);
    return typeof happened === 'string' ? undefined : happened;
  }

  set(run: number, set: Variables): readonly Happening[] | string {
    const scope = [...this.#runs].find(([, number]) => number === run)?.[0];
    return scope === undefined ? 'This instance has ended.' : this.#do({ do: 'set', scope, set });
  }

  ends(flow: string): { readonly source: string; readonly target: string } | undefined {
    const { net } = this.#session;
    const found = net.flows[net.flowOfId.get(flow) ?? -1];
    const [source, target] = [net.nodes[found?.source ?? -1], net.nodes[found?.target ?? -1]];
    return source && target && { source: source.id, target: target.id };
  }

  begin(): readonly Happening[] | undefined {
    const [way = []] = beginnings(this.#session.net);
    const happened = way.map((act) => this.#do(act));
    return way.length > 0 ? happened.flatMap((each) => (typeof each === 'string' ? [] : each)) : undefined;
  }

  happened(steps: number): readonly Happening[] {
    return this.#session.history.latest(steps).flatMap(({ step, number }) => this.#happenings(step, number));
  }

  get count(): number {
    return this.#session.history.count;
  }

  #do(act: Act): readonly Happening[] | string {
    const refused = this.#session.do(act);
    if (refused !== undefined) return refused;
    const { last, count } = this.#session.history;
    return last ? this.#happenings(last, count) : [];
  }

  #offer(act: Act, number: number): Omit<Offer, 'isMain'>[] {
    const { net } = this.#session;
    const offer = (element: string, kind: Offer['kind'], label: string, run: number) => ({
      number,
      element,
      kind,
      label,
      run,
    });
    const at = 'at' in act ? this.#instance(act.at) : undefined;
    const run = at ? this.#run(at.root) : 0;
    switch (act.do) {
      case 'start':
        return [this.#startOffer(act, number)];
      case 'finish':
        return at ? [offer(at.node.id, 'finish', `Complete ${called(at.node)}`, run)] : [];
      case 'fault':
        return at
          ? [offer(at.node.id, 'fail', `Let ${called(at.node)} fail${act.error ? ` with ${act.error}` : ''}`, run)]
          : [];
      case 'fire': {
        const event = net.nodes[net.nodeOfId.get(act.event) ?? -1];
        const scope = this.#session.state.scopes.find(({ id }) => id === act.at);
        return event
          ? [offer(event.id, 'event', occurrence(event) + this.#time(act), at ? run : this.#run(scope?.root ?? 0))]
          : [];
      }
      case 'choose':
        return at ? [this.#choice(act, number, at.node, run)] : [];
      case 'complete':
        return at ? [offer(at.node.id, 'finish', `Complete ${called(at.node)}`, run)] : [];
      default:
        return [];
    }
  }

  /** When a timer would happen by itself. */
  #time(act: Extract<Act, { readonly do: 'fire' }>): string {
    const { coming, now } = this.#session;
    const timer = coming.find(({ at, element }) => at === act.at && element === act.event);
    return timer && timer.due > now ? ` (in ${spanInWords(timer.due - now)})` : '';
  }

  #startOffer(act: Extract<Act, { readonly do: 'start' }>, number: number): Omit<Offer, 'isMain'> {
    const { net } = this.#session;
    const node = net.nodes[net.nodeOfId.get(act.node) ?? -1];
    const process = net.scopes[net.scopeOfId.get(act.node) ?? -1];
    const inside = this.#session.state.scopes.find(({ id }) => id === act.scope);
    // A process begins where its first step is: that is what is on the screen of one without a pool.
    const entry = process && net.nodes[process.entries[0] ?? -1];
    const label = node ? `Start ${called(node)}` : `Start the process${process?.name ? ` "${process.name}"` : ''}`;
    return { number, element: entry?.id ?? act.node, kind: 'start', label, run: inside ? this.#run(inside.root) : 0 };
  }

  #choice(
    act: Extract<Act, { readonly do: 'choose' }>,
    number: number,
    node: NetNode,
    run: number,
  ): Omit<Offer, 'isMain'> {
    const { net } = this.#session;
    if ('count' in act)
      return { number, element: node.id, kind: 'count', label: `${act.count} × ${called(node)}`, run };
    if ('again' in act)
      return {
        number,
        element: node.id,
        kind: 'again',
        label: act.again ? `${called(node)} once more` : `Go on after ${called(node)}`,
        run,
      };
    const flows = act.flows.flatMap((id) => net.flows[net.flowOfId.get(id) ?? -1] ?? []);
    const names = flows.map(({ name, target }) => name || called(net.nodes[target]));
    const [only] = flows;
    const element = flows.length === 1 && only ? only.id : node.id;
    return { number, element, kind: 'way', label: `${called(node)} ${names.join(' and ')}`.trim(), run };
  }

  #instance(id: number): { node: NetNode; root: number } | undefined {
    for (const scope of this.#session.state.scopes) {
      const instance = scope.instances.find((each) => each.id === id);
      const node = instance && this.#session.net.nodes[instance.node];
      if (node) return { node, root: scope.root };
    }
    return undefined;
  }

  #run(root: number): number {
    let number = this.#runs.get(root);
    if (number === undefined) {
      number = this.#runs.size + 1;
      this.#runs.set(root, number);
    }
    return number;
  }

  #standing(): Standing[] {
    const { net, state } = this.#session;
    const found = new Map<string, { element: string; state: string; runs: number[] }>();
    const add = (element: string | undefined, kind: string, root: number) => {
      if (element === undefined) return;
      const key = `${element} ${kind}`;
      const known = found.get(key) ?? { element, state: kind, runs: [] };
      known.runs.push(this.#run(root));
      found.set(key, known);
    };
    for (const scope of state.scopes) {
      for (const { node, kind } of scope.instances)
        if (kind !== 'body') add(net.nodes[node]?.id, states[kind], scope.root);
      for (const flow of scope.tokens) add(net.nodes[net.flows[flow]?.target ?? -1]?.id, 'waiting', scope.root);
      for (const flow of scope.resting) add(net.flows[flow]?.id, 'waiting', scope.root);
    }
    for (const { flow, from } of state.messages) add(net.messageFlows[flow]?.id, 'message', from);
    return [...found.values()];
  }

  #reason({
    element,
    for: what,
    filled,
    missing,
    from,
    isForEver,
  }: Waiting): { element: string; sentence: string; isForEver: boolean }[] {
    const { net } = this.#session;
    const node = net.nodes[net.nodeOfId.get(element) ?? -1];
    const names = (ids: readonly string[]) =>
      ids.map((id) => called(net.nodes[net.flows[net.flowOfId.get(id) ?? -1]?.source ?? -1])).join(' and ');
    if (what === 'stuck')
      return [
        { element, isForEver, sentence: `${called(node)} has no way on: no condition holds, and there is no default.` },
      ];
    if (what === 'event') return [{ element, isForEver, sentence: `${called(node)} waits for its event.` }];
    if (what !== 'join') return [];
    const still =
      from === undefined ? '' : `; a token at ${called(net.nodes[net.nodeOfId.get(from) ?? -1])} may still come`;
    const never = isForEver ? ' None can come any more: it waits for ever.' : '';
    return [
      {
        element,
        isForEver,
        sentence: `${called(node)} has a token from ${names(filled)} and waits for one from ${names(missing)}${still}.${never}`,
      },
    ];
  }

  #variables(): Moment['variables'] {
    return this.#session.state.scopes.flatMap((scope) =>
      Object.entries(scope.data).map(([name, value]) => ({ run: this.#run(scope.root), name, value })),
    );
  }

  #happenings({ trace, state }: SessionStep, step: number): Happening[] {
    const { net } = this.#session;
    const root = new Map(state.scopes.map(({ id, root: of }) => [id, of]));
    return trace.map((entry) => {
      const { element, what } = entry;
      const scope = 'scope' in entry ? entry.scope : 0;
      return { step, element, what, run: this.#run(root.get(scope) ?? scope), sentence: sentenceOf(net, entry) };
    });
  }
}

const states: Readonly<Record<NodeInstance['kind'], string>> = {
  work: 'at-work',
  body: 'at-work',
  wait: 'waiting',
  reset: 'waiting',
  choice: 'choice',
  throw: 'at-work',
  compensation: 'at-work',
  stuck: 'stuck',
};

/** Work goes on by these; the rest fails it, or begins another instance. */
function isMain(act: Act): boolean {
  return act.do !== 'fault' && (act.do !== 'start' || act.scope !== undefined);
}

function called(node: NetNode | undefined): string {
  return node ? `"${node.name || node.id}"` : 'the start';
}

function occurrence(event: NetNode): string {
  const [trigger] = event.triggers;
  const name = event.name || trigger?.name;
  return `${kindWords[trigger?.kind ?? ''] ?? 'Event'}${name ? ` "${name}"` : ''} happens`;
}

const kindWords: Readonly<Record<string, string>> = {
  message: 'Message',
  signal: 'Signal',
  timer: 'Timer',
  conditional: 'Condition',
  escalation: 'Escalation',
};

const happenings: Readonly<Record<TraceEntry['what'], (name: string, entry: TraceEntry) => string>> = {
  started: (name) => `${name} began`,
  took: (name) => `A token took ${name}`,
  entered: (name) => `${name} was reached`,
  completed: (name) => `${name} was completed`,
  cancelled: (name) => `${name} was cancelled`,
  threw: (name, entry) => `${name} threw ${thrown(entry)}`,
  caught: (name, entry) => `${name} caught ${thrown(entry)}`,
  compensated: (name) => `${name} is compensated`,
  sent: (name) => `A message went along ${name}`,
  kept: (name) => `The message on ${name} waits for its receiver`,
  ended: (name) => `${name} ended`,
  failed: (name, entry) =>
    'reason' in entry && entry.reason === 'uncaught-error'
      ? `Nobody caught the error of ${name}`
      : `${name} has no way on`,
};

function thrown(entry: TraceEntry): string {
  return 'kind' in entry ? `${entry.kind}${entry.key ? ` "${entry.key}"` : ''}` : '';
}

function sentenceOf(net: Net, entry: TraceEntry): string {
  const { element } = entry;
  const node = net.nodes[net.nodeOfId.get(element) ?? -1] ?? net.scopes[net.scopeOfId.get(element) ?? -1];
  const flow = net.flows[net.flowOfId.get(element) ?? -1];
  const way = flow && (flow.name ? `"${flow.name}"` : `the flow to ${called(net.nodes[flow.target])}`);
  return happenings[entry.what](way ?? (node ? `"${node.name || node.id}"` : element), entry);
}
