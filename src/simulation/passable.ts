import type { LinkedModel } from '../semantics/index.ts';

/** Ids of what a run can pass, in the order of the model: an event sub-process is its content, a fragment is what stands in it. */
export function passable({ net, plan }: LinkedModel): string[] {
  const items = plan.items.filter(({ kind }) => kind !== 'fragment');
  return [
    ...net.nodes.filter(({ kind }) => kind !== 'event-sub-process'),
    ...net.flows,
    ...items.flatMap((item) => [item, ...item.criteria.filter(({ kind }) => kind !== 'timer')]),
  ].map(({ id }) => id);
}
