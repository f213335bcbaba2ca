import type { Run } from './run.ts';

/** From now on two process instances talk with each other. */
export function meet(run: Run, one: number, other: number): void {
  for (const [from, to] of [
    [one, other],
    [other, one],
  ] as const) {
    const scope = run.edit(from);
    if (scope && from !== to && !scope.partners.includes(to)) scope.partners = [...scope.partners, to];
  }
}
