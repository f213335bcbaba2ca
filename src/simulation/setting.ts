import type { LinkedAct, LinkedModel, LinkedState, Place, Variables } from '../semantics/index.ts';
import { keyOf, type Roots } from './roots.ts';

/**
 * The acts by which variables of a run change: those of its outermost process or case, and of all that runs for it, which began with these
 * variables.
 */
export function setting(
  { net }: LinkedModel,
  { processes, cases }: LinkedState,
  roots: Roots,
  run: Place,
  set: Variables,
): LinkedAct[] {
  const isOfRun = (place: Place) => keyOf(roots.of(place)) === keyOf(run);
  const scopes = processes.scopes.filter(
    ({ id, scope }) => net.scopes[scope]?.kind === 'process' && isOfRun({ in: 'processes', at: id }),
  );
  const open = cases.cases.filter(({ id }) => isOfRun({ in: 'cases', at: id }));
  return [
    ...scopes.map(({ id }): LinkedAct => ({ in: 'processes', act: { do: 'set', scope: id, set } })),
    ...open.map(({ id }): LinkedAct => ({ in: 'cases', act: { do: 'set', at: id, set } })),
  ];
}
