import type { Net, State, TraceEntry } from '../semantics/index.ts';

/** Instances that have ended and whose numbers are still known. */
const mostEnded = 4_000;

/** The numbers by which people tell process or case instances apart, from 1 in the order in which they begin. */
export class RunNumbers {
  readonly #numbers = new Map<number, number>();
  #next = 1;

  of(root: number): number {
    const known = this.#numbers.get(root);
    if (known !== undefined) return known;
    this.#numbers.set(root, this.#next);
    return this.#next++;
  }

  rootOf(number: number): number | undefined {
    for (const [root, each] of this.#numbers) if (each === number) return root;
    return undefined;
  }

  /** A run without end begins instances without end: the numbers of those that are long over are forgotten. */
  forgetAllBut(roots: ReadonlySet<number>): void {
    if (this.#numbers.size < mostEnded + roots.size) return;
    const ended = [...this.#numbers.keys()].filter((root) => !roots.has(root));
    for (const root of ended.slice(0, mostEnded / 2)) this.#numbers.delete(root);
  }

  clear(): void {
    this.#numbers.clear();
    this.#next = 1;
  }
}

/** The process instance to which each entry of a step belongs, by its scope. Scopes may begin and end within the step. */
export function rootsOf(net: Net, before: State, after: State, trace: readonly TraceEntry[]): number[] {
  const roots = new Map([...before.scopes, ...after.scopes].map(({ id, root }) => [id, root]));
  /** Of a scope of the net that was entered: for which instance. */
  const entered = new Map<number, number>();
  let sender: number | undefined;
  return trace.map((entry) => {
    if (!('scope' in entry)) {
      const kept = before.messages.find(({ flow }) => net.messageFlows[flow]?.id === entry.element);
      return kept?.from ?? sender ?? 0;
    }
    if (entry.what === 'started' && !roots.has(entry.scope))
      roots.set(entry.scope, entered.get(net.scopeOfId.get(entry.element) ?? -1) ?? entry.scope);
    const root = roots.get(entry.scope) ?? entry.scope;
    const inner = net.nodes[net.nodeOfId.get(entry.element) ?? -1]?.inner ?? -1;
    if (inner >= 0) entered.set(inner, root);
    if (entry.what === 'threw') sender = root;
    return root;
  });
}
