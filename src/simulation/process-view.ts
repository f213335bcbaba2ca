import {
  type Act,
  type Net,
  type NetNode,
  type NodeInstance,
  type State,
  type Variables,
  whyWaiting,
} from '../semantics/index.ts';
import { type Coming, isByTimer, spanInWords, type Time } from './clock.ts';
import type { Offer, Question, Reason, Standing } from './moment.ts';
import { standingIn } from './process-standing.ts';
import { called, nameOf, occurrence, reasonOf } from './process-words.ts';
import { keyOf } from './roots.ts';
import { variablesIn } from './variables-read.ts';

/** An instance of a node with where it stands. */
interface Placed {
  readonly instance: NodeInstance;
  readonly node: NetNode;
}

export type NewOffer = Omit<Offer, 'isMain' | 'number'>;

/** The processes of a run at a moment, in words and ids. */
export class ProcessView {
  readonly #net: Net;
  readonly #state: State;
  readonly #time: Time;
  readonly #run: (at: number) => number;
  readonly #placed: ReadonlyMap<number, Placed>;

  /** @param run the number of the run that a scope or node instance belongs to */
  constructor(net: Net, state: State, time: Time, run: (at: number) => number) {
    this.#net = net;
    this.#state = state;
    this.#time = time;
    this.#run = run;
    this.#placed = placedIn(net, state);
  }

  /** @param calling the numbers of call activities that run something: it shows what is at work */
  standing(calling: ReadonlySet<number>): Standing[] {
    return standingIn(this.#net, this.#state, this.#run, calling);
  }

  waiting(): Reason[] {
    return whyWaiting(this.#net, this.#state).flatMap((each) => {
      const reason = reasonOf(this.#net, each);
      return reason ? [{ ...reason, run: this.#run(each.scope) }] : [];
    });
  }

  variables(): { readonly run: number; readonly name: string; readonly value: Variables[string] }[] {
    return this.#state.scopes.flatMap((scope) =>
      Object.entries(scope.data).map(([name, value]) => ({ run: this.#run(scope.id), name, value })),
    );
  }

  /** A timer that comes by itself. */
  timer({ element, due }: Coming): string {
    return `${called(this.#node(element))} in ${spanInWords(Math.max(0, due - this.#time.now))}`;
  }

  offer(act: Act): NewOffer | undefined {
    if (act.do === 'start') return this.#startOffer(act);
    if (!('at' in act)) return undefined;
    const run = this.#run(act.at);
    if (act.do === 'fire') {
      const event = this.#node(act.event);
      return (
        event && { element: event.id, kind: 'event', run, label: occurrence(event, act.trigger) + this.#timeOf(act) }
      );
    }
    const node = this.#placed.get(act.at)?.node;
    if (!node) return undefined;
    const offer = { element: node.id, run };
    if (act.do === 'choose') return this.#choice(act, node, run);
    if (act.do !== 'fault') return { ...offer, kind: 'finish', label: `Complete ${called(node)}` };
    return { ...offer, kind: 'fail', label: `Let ${called(node)} fail${act.error ? ` with ${act.error}` : ''}` };
  }

  /** When a timer would happen by itself. */
  #timeOf(act: Extract<Act, { readonly do: 'fire' }>): string {
    if (!isByTimer(this.#net, act)) return '';
    const { coming, now } = this.#time;
    const timer = coming.find((each) => each.in === 'processes' && each.at === act.at && each.element === act.event);
    return timer && timer.due > now ? ` (in ${spanInWords(timer.due - now)})` : '';
  }

  #startOffer(act: Extract<Act, { readonly do: 'start' }>): NewOffer {
    const node = this.#node(act.node);
    const process = this.#net.scopes[this.#net.scopeOfId.get(act.node) ?? -1];
    // A process begins where its first step is: that is what is on the screen of one without a pool.
    const entry = process && this.#net.nodes[process.entries[0] ?? -1];
    const by = node && act.trigger !== undefined ? `: ${occurrence(node, act.trigger)}` : '';
    const label = node ? `Start ${called(node)}${by}` : `Start the process${process?.name ? ` "${process.name}"` : ''}`;
    const run = act.scope === undefined ? 0 : this.#run(act.scope);
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
    return { element, kind: 'way', run, label: `${called(node)} ${waysOf(this.#net, act.flows)}`.trim() };
  }

  /** What would decide in place of a person. */
  questions(): Question[] {
    return [...this.#placed.values()].flatMap((each) => this.#question(each) ?? []);
  }

  #question({ instance, node }: Placed): Question | undefined {
    if (instance.kind !== 'choice') return undefined;
    const asked = { key: keyOf({ in: 'processes', at: instance.id }), element: node.id, run: this.#run(instance.id) };
    if (instance.choice === 'count') return { ...asked, label: `How many times ${called(node)}?`, reads: [] };
    const texts = node.outgoing.flatMap((flow) => this.#net.flows[flow]?.condition?.text ?? []);
    const reads = [...new Set(texts.flatMap((text) => variablesIn(text)))];
    if ((instance.choice !== 'flow' && instance.choice !== 'flows') || reads.length === 0) return undefined;
    return { ...asked, label: `${called(node)} depends on ${reads.join(', ')}`, reads };
  }

  /** Where somebody decides. */
  gatewayAt(at: number): NetNode | undefined {
    return this.#placed.get(at)?.node;
  }

  #node(id: string): NetNode | undefined {
    return this.#net.nodes[this.#net.nodeOfId.get(id) ?? -1];
  }
}

/** `"Covered?" always yes`. */
export function alwaysInWords(net: Net, gateway: string, flows: readonly string[]): string {
  return `${nameOf(net, gateway)} always ${waysOf(net, flows)}`;
}

function waysOf(net: Net, ids: readonly string[]): string {
  const flows = ids.flatMap((id) => net.flows[net.flowOfId.get(id) ?? -1] ?? []);
  return flows.map(({ name, target }) => name || called(net.nodes[target])).join(' and ');
}

function placedIn(net: Net, state: State): ReadonlyMap<number, Placed> {
  const placed = state.scopes.flatMap(({ instances }) =>
    instances.flatMap((instance) => {
      const node = net.nodes[instance.node];
      return node ? [[instance.id, { instance, node }] as const] : [];
    }),
  );
  return new Map(placed);
}
