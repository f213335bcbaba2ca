/** What one side has to do because of what happened on the other. */
import { isOver } from '../cases/life-cycles.ts';
import { mapped } from '../cases/read-mappings.ts';
import type { CaseInstance, ItemInstance } from '../cases/state.ts';
import type { CaseTraceEntry } from '../cases/trace.ts';
import type { Value } from '../expressions/expression.ts';
import { settle } from '../processes/cascade.ts';
import { Run } from '../processes/run.ts';
import { cancelScope } from '../processes/scopes.ts';
import { stepOptions } from '../processes/step.ts';
import type { TraceEntry } from '../processes/trace.ts';
import type { Link, Place } from './linked-state.ts';
import type { Named } from './read-calls.ts';
import type { LinkedRun } from './step-linked.ts';

type Variables = Readonly<Record<string, Value>>;

type Due =
  /** A task or call activity has begun. */
  | { readonly due: 'call'; readonly caller: Place; readonly element: string; readonly named: Named }
  /** What runs is over: its caller goes on. */
  | {
      readonly due: 'return';
      readonly link: Link;
      readonly how: 'complete' | 'terminate' | 'fault';
      readonly data: Variables;
    }
  /** Its caller is over: what it runs ends. */
  | { readonly due: 'cancel'; readonly link: Link }
  | { readonly due: 'pause' | 'resume'; readonly link: Link };

/** A case may run itself: what is called beyond that many in a step waits for somebody. */
const MOST_CALLS = 50;

const began = ['start', 'manualStart', 'reactivate'];

export class Calls {
  readonly #run: LinkedRun;
  #due: Due[] = [];
  #count = 0;

  constructor(run: LinkedRun) {
    this.#run = run;
  }

  /** Makes all calls and returns, until nothing is due. */
  settle(): void {
    for (let due = this.#due.shift(); due; due = this.#due.shift()) this.#make(due);
  }

  afterCases(trace: readonly CaseTraceEntry[]): void {
    for (const entry of trace) {
      if (entry.what !== 'went') continue;
      const place: Place = { in: 'cases', at: entry.instance };
      if (began.includes(entry.transition)) this.#begun(place, entry.element);
      for (const link of this.#run.state.links) {
        if (same(link.caller, place)) this.#callerWent(link, entry);
        if (same(link.callee, place) && isOver(entry.to)) {
          const data = this.#caseAt(entry.instance)?.data ?? {};
          this.#due.push({ due: 'return', link, how: entry.to === 'completed' ? 'complete' : 'terminate', data });
        }
      }
    }
  }

  #callerWent(link: Link, { from, to }: Extract<CaseTraceEntry, { readonly what: 'went' }>): void {
    if (isOver(to) || to === 'failed') this.#due.push({ due: 'cancel', link });
    else if (to === 'suspended') this.#due.push({ due: 'pause', link });
    else if (from === 'suspended') this.#due.push({ due: 'resume', link });
  }

  afterProcesses(trace: readonly TraceEntry[]): void {
    for (const entry of trace)
      if (entry.what === 'entered') this.#begun({ in: 'processes', at: entry.instance }, entry.element);
    for (const link of this.#run.state.links) {
      if (link.caller.in === 'processes' && !this.#nodeAt(link.caller.at)) this.#due.push({ due: 'cancel', link });
      if (link.callee.in === 'processes' && !this.#scopeAt(link.callee.at)) {
        const ended = trace.find((entry) => entry.what === 'ended' && entry.scope === link.callee.at);
        const data = ended?.what === 'ended' ? (ended.data ?? {}) : {};
        this.#due.push({ due: 'return', link, how: ended ? 'complete' : 'fault', data });
      }
    }
  }

  #begun(caller: Place, element: string): void {
    const named = this.#run.model.calls[caller.in].get(element);
    if (named) this.#due.push({ due: 'call', caller, element, named });
  }

  #make(due: Due): void {
    if (due.due === 'call') this.#call(due.caller, due.element, due.named);
    // What is no longer linked has been settled already.
    else if (this.#run.state.links.includes(due.link)) {
      if (due.due === 'return') this.#return(due.link, due.how, due.data);
      else if (due.due === 'cancel') this.#cancel(due.link);
      else this.#pass(due.link, due.due === 'pause' ? 'suspend' : 'reactivate');
    }
  }

  #call(caller: Place, element: string, named: Named): void {
    // It may have been ended by what else followed from the same act.
    if (named.isBlocking && !this.#isAtWork(caller)) return;
    if (this.#count++ >= MOST_CALLS) {
      this.#run.trace.push({ in: 'links', entry: { what: 'left', element, called: named.id, caller } });
      return;
    }
    const { cases, processes } = this.#run.state;
    const callee: Place = { in: named.in, at: named.in === 'cases' ? cases.next : processes.next };
    if (named.isBlocking) this.#link({ caller, callee, element, called: named.id });
    const entry = { what: 'called', element, called: named.id, caller, ...(named.isBlocking && { callee }) } as const;
    this.#run.trace.push({ in: 'links', entry });
    const set = mapped(this.#seenBy(caller), this.#mappingsOf(caller.in, element)?.inputs);
    if (named.in === 'cases') this.#forget(named.id);
    this.#run.do(
      named.in === 'cases'
        ? { in: 'cases', act: { do: 'open', case: named.id, set } }
        : { in: 'processes', act: { do: 'start', node: named.id, set } },
    );
  }

  /** Of a case that is called again and again only the latest that is over is kept, so that a loop does not fill the memory. */
  #forget(id: string): void {
    const item = this.#run.model.plan.caseOfId.get(id);
    const isDone = ({ instances: [root] }: CaseInstance) => root?.item === item && isOver(root?.state ?? 'active');
    const done = this.#run.state.cases.cases.filter(isDone).slice(0, -1);
    if (done.length === 0) return;
    const cases = this.#run.state.cases.cases.filter((each) => !done.includes(each));
    this.#run.state = { ...this.#run.state, cases: { ...this.#run.state.cases, cases } };
  }

  #return(link: Link, how: 'complete' | 'terminate' | 'fault', data: Variables): void {
    this.#unlink(link);
    const { caller, callee, element, called } = link;
    const set = mapped(data, this.#mappingsOf(caller.in, element)?.outputs);
    this.#run.trace.push({ in: 'links', entry: { what: 'returned', element, called, caller, callee } });
    if (how === 'fault') this.#takeOver();
    if (caller.in === 'processes') this.#run.do({ in: 'processes', act: { do: 'finish', at: caller.at, set } });
    else this.#run.do({ in: 'cases', act: { do: 'transition', at: caller.at, transition: how, set } });
  }

  /** An error that ended a called process is not one that nobody caught: its task has failed by it. */
  #takeOver(): void {
    const { processes } = this.#run.state;
    const failures = processes.failures.slice(0, -1);
    this.#run.state = { ...this.#run.state, processes: { ...processes, failures } };
  }

  #cancel(link: Link): void {
    this.#unlink(link);
    const { at } = link.callee;
    if (link.callee.in === 'processes') {
      const trace: TraceEntry[] = [];
      const run = new Run(this.#run.model.net, this.#run.state.processes, stepOptions, trace);
      cancelScope(run, at);
      settle(run);
      this.#run.happened(run.state(), trace);
    } else {
      const state = this.#caseAt(at)?.instances[0]?.state;
      const transition = state === 'active' ? 'terminate' : 'close';
      if (state && !isOver(state)) this.#run.do({ in: 'cases', act: { do: 'transition', at, transition } });
    }
  }

  /** A process has no pause of its own: what is in it is refused as long as its task is suspended. */
  #pass({ callee }: Link, transition: 'suspend' | 'reactivate'): void {
    if (callee.in === 'cases') this.#run.do({ in: 'cases', act: { do: 'transition', at: callee.at, transition } });
  }

  #link(link: Link): void {
    this.#run.state = { ...this.#run.state, links: [...this.#run.state.links, link] };
  }

  #unlink(link: Link): void {
    this.#run.state = { ...this.#run.state, links: this.#run.state.links.filter((each) => each !== link) };
  }

  #mappingsOf(side: Place['in'], element: string) {
    const { plan } = this.#run.model;
    return side === 'cases' ? plan.items[plan.itemOfId.get(element) ?? -1] : undefined;
  }

  #isAtWork({ in: side, at }: Place): boolean {
    return side === 'processes' ? this.#nodeAt(at) !== undefined : this.#itemAt(at)?.state === 'active';
  }

  #seenBy({ in: side, at }: Place): Variables {
    if (side === 'cases') return this.#run.state.cases.cases.find(({ instances }) => has(instances, at))?.data ?? {};
    const run = new Run(this.#run.model.net, this.#run.state.processes, stepOptions, undefined);
    return run.seen(run.scopes.find(({ instances }) => has(instances, at)));
  }

  #nodeAt(at: number) {
    for (const { instances } of this.#run.state.processes.scopes)
      for (const { id, kind, node } of instances)
        if (id === at && kind === 'work') return this.#run.model.net.nodes[node];
    return undefined;
  }

  #scopeAt(at: number) {
    return this.#run.state.processes.scopes.find(({ id }) => id === at);
  }

  #caseAt(at: number): CaseInstance | undefined {
    return this.#run.state.cases.cases.find(({ id }) => id === at);
  }

  #itemAt(at: number): ItemInstance | undefined {
    for (const { instances } of this.#run.state.cases.cases) {
      const found = instances.find(({ id }) => id === at);
      if (found) return found;
    }
    return undefined;
  }
}

export function same(one: Place, other: Place): boolean {
  return one.in === other.in && one.at === other.at;
}

function has(instances: readonly { readonly id: number }[], id: number): boolean {
  return instances.some((each) => each.id === id);
}
