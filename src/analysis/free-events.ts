import type { Act, Net, NetNode, State, Trigger } from '../semantics/index.ts';
import { look } from '../semantics/index.ts';

/** What comes from outside: from nobody, or from a process that is not looked at now. */
export class FreeEvents {
  readonly #net: Net;
  /** What the processes that are looked at bring about: kind and key. */
  readonly #thrown = new Set<string>();
  /** Nodes that wait for what only another process of the file brings about: `enabled` leaves these to it. */
  readonly #toOffer = new Set<number>();
  readonly #inside: ReadonlySet<number>;

  /** @param inside all scopes that are looked at */
  constructor(net: Net, inside: ReadonlySet<number>) {
    this.#net = net;
    this.#inside = inside;
    for (const node of net.nodes)
      if (inside.has(node.scope) && (node.kind === 'throw' || node.kind === 'end' || node.kind === 'task'))
        for (const { kind, key } of node.triggers) this.#thrown.add(`${kind} ${key}`);
    const waits = net.nodes.filter(({ scope, triggers }) => inside.has(scope) && triggers.length > 0);
    for (const node of waits)
      if (node.triggers.some((trigger) => this.#isOthers(node, trigger))) this.#toOffer.add(node.index);
  }

  /** Whether this comes from outside whenever it likes. */
  isFree(node: NetNode, { kind, key, condition }: Trigger): boolean {
    if (kind === 'timer') return true;
    if (kind === 'conditional') return condition?.evaluate(noData) === undefined;
    if (kind === 'message') return !this.#comesInside(node) && !this.#isThrown('message', key);
    return kind === 'signal' && !this.#isThrown('signal', key);
  }

  /** Whether somebody who is looked at brings it about. */
  isThrownInside(kind: Trigger['kind'], key: string): boolean {
    return this.#isThrown(kind, key);
  }

  /** Events of others that may happen now. */
  acts(state: State): Act[] {
    if (this.#toOffer.size === 0) return [];
    return look(this.#net, state).awaited.flatMap(({ at, node, triggers }): Act[] => {
      if (!this.#toOffer.has(node.index)) return [];
      const act = { do: 'fire', at, event: node.id } as const;
      if (node.triggers.length === 1) return [act];
      const others = triggers.filter((trigger) => this.#isOthers(node, trigger));
      return others.map((trigger) => ({ ...act, trigger: node.triggers.indexOf(trigger) }));
    });
  }

  #isOthers(node: NetNode, { kind, key }: Trigger): boolean {
    if (kind === 'signal') return !this.#isThrown(kind, key) && this.#isThrownAnywhere(key);
    const flows = node.receives.flatMap((flow) => this.#net.messageFlows[flow] ?? []);
    const hasPartner = flows.some(({ sourceScope }) => sourceScope >= 0);
    return kind === 'message' && hasPartner && !this.#comesInside(node);
  }

  #comesInside({ receives }: NetNode): boolean {
    return receives.some((flow) => this.#inside.has(this.#net.messageFlows[flow]?.sourceScope ?? -1));
  }

  #isThrown(kind: string, key: string): boolean {
    return this.#thrown.has(`${kind} ${key}`);
  }

  #isThrownAnywhere(key: string): boolean {
    return this.#net.nodes.some(
      ({ kind, triggers }) =>
        (kind === 'throw' || kind === 'end') && triggers.some((each) => each.kind === 'signal' && each.key === key),
    );
  }
}

const noData = { get: () => undefined, all: () => ({}) };
