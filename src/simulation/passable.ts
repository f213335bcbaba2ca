import type { CasePlan, LinkedModel, Net } from '../semantics/index.ts';

/**
 * Ids of what a run can pass, in the order of the model: an event sub-process is its content, a fragment is what stands in it, and no token comes to a
 * boundary event of compensation, but to its handler. What is only called, from another file, does not count.
 */
export function passable({ net, plan }: LinkedModel): string[] {
  const [scopes, items] = [ownScopes(net), ownItems(plan)];
  const isOwn = (node: number) => scopes.has(net.nodes[node]?.scope ?? -1);
  return [
    ...net.nodes.filter((node) => node.kind !== 'event-sub-process' && !isOfCompensation(node) && isOwn(node.index)),
    ...net.flows.filter(({ source }) => isOwn(source)),
    ...plan.items
      .filter(({ index, kind }) => kind !== 'fragment' && items.has(index))
      .flatMap((item) => [item, ...item.criteria.filter(({ kind }) => kind !== 'timer')]),
  ].map(({ id }) => id);
}

function isOfCompensation({ kind, triggers }: Net['nodes'][number]): boolean {
  return kind === 'boundary' && triggers.some((trigger) => trigger.kind === 'compensation');
}

/** Scopes inside others come after those. */
function ownScopes({ scopes, nodes, processes }: Net): ReadonlySet<number> {
  const own = new Set(processes);
  for (const { index, node } of scopes) if (own.has(nodes[node]?.scope ?? -1)) own.add(index);
  return own;
}

function ownItems({ cases, items, containers }: CasePlan): ReadonlySet<number> {
  const own = new Set(cases);
  for (const index of cases) for (const each of containers[items[index]?.inner ?? -1]?.within ?? []) own.add(each);
  return own;
}
