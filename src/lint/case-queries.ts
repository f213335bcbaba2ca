/** What several rules ask of the elements of cases. */
import { type Cmmn, is, type ModelElement } from '../model/index.ts';
import type { LintModel } from './lint-model.ts';
import { around, nameOf, reachable } from './queries.ts';

/** What is done in a case: a plan item, or an item that people may plan. */
export type CaseItem = Cmmn.PlanItem | Cmmn.DiscretionaryItem;

/** All items of all cases. */
export function caseItems({ all }: Pick<LintModel, 'all'>): readonly CaseItem[] {
  return [...all('cmmn:PlanItem'), ...all('cmmn:DiscretionaryItem')];
}

/** The case around an element. */
export function caseOf(element: ModelElement): Cmmn.Case | undefined {
  return around(element, 'cmmn:Case');
}

/** The items that a stage or plan fragment holds, those that people may plan too. */
export function itemsIn(fragment: Cmmn.PlanFragment): readonly CaseItem[] {
  const table = is(fragment, 'cmmn:Stage') ? discretionaryItems(fragment.planningTable) : [];
  return [...fragment.planItems, ...table];
}

/** The items of a planning table, and of the tables in it. */
export function discretionaryItems(table: Cmmn.PlanningTable | undefined): readonly Cmmn.DiscretionaryItem[] {
  const tables = reachable(table ? [table] : [], (one) =>
    is(one, 'cmmn:PlanningTable') ? one.tableItems.filter((item) => is(item, 'cmmn:PlanningTable')) : [],
  );
  return [...tables].flatMap((one) =>
    is(one, 'cmmn:PlanningTable') ? one.tableItems.filter((item) => is(item, 'cmmn:DiscretionaryItem')) : [],
  );
}

/** All items that happen within an item: a stage holds some, and these may hold others. */
export function itemsWithin(item: CaseItem): ReadonlySet<ModelElement> {
  const held = (one: ModelElement) => {
    const definition = one.get('definitionRef');
    return is(definition, 'cmmn:PlanFragment') ? itemsIn(definition) : [];
  };
  return reachable(held(item), held);
}

/** What controls an item: its own rules, where it has any, else those of its definition. */
export function controlOf(item: CaseItem): Cmmn.PlanItemControl | undefined {
  return item.itemControl ?? item.definitionRef?.defaultControl;
}

/** What a condition is without any data: without a condition a rule always holds. */
export function constantOf(condition: Cmmn.Expression | undefined): boolean | undefined {
  const text = (condition?.body ?? 'true').replace(/^\s*(?:=|[$#]\{)?\s*|\s*\}?\s*$/g, '').toLowerCase();
  return text === 'true' ? true : text === 'false' ? false : undefined;
}

/** The events that a criterion waits for, each of a plan item. */
export function planItemPartsOf(criterion: Cmmn.Criterion): readonly Cmmn.PlanItemOnPart[] {
  return (criterion.sentryRef?.onParts ?? []).filter((part) => is(part, 'cmmn:PlanItemOnPart'));
}

/** The name of an item: its own, else that of its definition. */
export function nameOfItem(item: CaseItem): string {
  return nameOf(item) || (item.definitionRef ? nameOf(item.definitionRef) : '');
}
