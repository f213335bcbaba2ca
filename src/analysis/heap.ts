import type { State } from '../semantics/index.ts';
import { HEAP } from './moves.ts';

/** Whether tokens or process instances pile up: there is no need to see how high. */
export function isHeap({ scopes }: State): boolean {
  const many = (values: readonly number[]) => {
    const counts = new Map<number, number>();
    for (const value of values) {
      const count = (counts.get(value) ?? 0) + 1;
      if (count > HEAP) return true;
      counts.set(value, count);
    }
    return false;
  };
  const roots = scopes.length > HEAP ? scopes.filter(({ owner }) => owner < 0) : [];
  if (roots.length > HEAP && many(roots.map(({ scope }) => scope))) return true;
  return scopes.some(
    ({ tokens, resting, instances }) =>
      (tokens.length > HEAP && many(tokens)) ||
      (resting.length > HEAP && many(resting)) ||
      (instances.length > HEAP && many(instances.flatMap(({ body, node }) => (body < 0 ? [node] : [])))),
  );
}
