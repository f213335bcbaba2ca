/** Items of cases that can never begin, by what was shown of all runs. */
import { is, type ModelElement } from '../model/index.ts';
import { type CaseItem, planItemPartsOf } from './case-queries.ts';
import type { Proof } from './proof.ts';
import { reachable } from './queries.ts';

export interface DeadItem {
  readonly item: CaseItem;
  readonly message: string;
  /** The dead items that wait for this one and for which it waits, itself among them; empty: it waits for something else. */
  readonly ring: readonly CaseItem[];
}

/** The items that can never begin. */
export function deadItems(proofs: readonly Proof[]): readonly DeadItem[] {
  const dead = proofs.flatMap(({ property, elements: [item], message }) =>
    property === 'noDeadActivities' && item && isCaseItem(item) ? [{ item, message }] : [],
  );
  const items: ReadonlySet<ModelElement> = new Set(dead.map(({ item }) => item));
  const awaited = new Map(
    dead.map(({ item }) => [item as ModelElement, awaitedBy(item).filter((one) => items.has(one))]),
  );
  const next = (item: ModelElement) => awaited.get(item) ?? [];
  const behind = new Map(dead.map(({ item }) => [item as ModelElement, reachable(next(item), next)]));
  return dead.map(({ item, message }) => {
    const isInRing = (one: ModelElement) => behind.get(item)?.has(one) && behind.get(one)?.has(item);
    return { item, message, ring: dead.map((other) => other.item).filter(isInRing) };
  });
}

function isCaseItem(element: ModelElement): element is CaseItem {
  return is(element, 'cmmn:PlanItem') || is(element, 'cmmn:DiscretionaryItem');
}

/** What the entry criteria of an item wait for. */
function awaitedBy(item: CaseItem): ModelElement[] {
  return item.entryCriteria.flatMap(planItemPartsOf).flatMap(({ sourceRef }) => sourceRef ?? []);
}
