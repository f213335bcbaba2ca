/**
 * Pass K, first step. Needs: the collaboration. Leaves: the order of its pools from top to bottom: as declared, but a black box that talks with one
 * pool only stands beside it, so that its messages run through no other. Source: modelers put partners above or below the pool they belong to.
 */
import type { Collaboration, ModelElement, Participant } from '../model/index.ts';

/** The participants with an id, from top to bottom. */
export function poolOrder(collaboration: Collaboration): Participant[] {
  const pools = collaboration.participants.filter((pool) => pool.id);
  const above = new Map<Participant, Participant[]>(pools.map((pool) => [pool, []]));
  const below = new Map<Participant, Participant[]>(pools.map((pool) => [pool, []]));
  const partners = partnersOf(collaboration, pools);
  const staying = pools.filter((pool, index) => {
    const [partner, ...others] = pool.processRef ? [] : (partners.get(pool) ?? []);
    if (!partner?.processRef || others.length > 0) return true;
    const side = index < pools.indexOf(partner) ? above : below;
    side.get(partner)?.push(pool);
    return false;
  });
  return staying.flatMap((pool) => [...(above.get(pool) ?? []), pool, ...(below.get(pool) ?? [])]);
}

/** The pools that each pool exchanges messages with. */
function partnersOf(
  collaboration: Collaboration,
  pools: readonly Participant[],
): ReadonlyMap<Participant, ReadonlySet<Participant>> {
  const partners = new Map<Participant, Set<Participant>>(pools.map((pool) => [pool, new Set()]));
  for (const { sourceRef, targetRef } of collaboration.messageFlows) {
    const [source, target] = [poolOf(sourceRef, pools), poolOf(targetRef, pools)];
    if (!source || !target) continue;
    partners.get(source)?.add(target);
    partners.get(target)?.add(source);
  }
  return partners;
}

/** The pool that an end of a message is, or lies in. */
function poolOf(end: ModelElement | undefined, pools: readonly Participant[]): Participant | undefined {
  for (let element = end; element; element = element.$parent) {
    const found = pools.find((pool) => pool === element || pool.processRef === element);
    if (found) return found;
  }
  return undefined;
}
