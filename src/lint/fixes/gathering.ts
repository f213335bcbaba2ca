/** Which items of a full stage can be put into a stage of their own: nothing outside waits for them, and they wait for nothing there. */
import { type Cmmn, is, type ModelElement } from '../../model/index.ts';
import { caseItems, controlOf, itemsWithin, nameOfItem, planItemPartsOf } from '../case-queries.ts';
import type { LintModel } from '../lint-model.ts';
import type { ModelChange } from './model-change.ts';

/** About half of the items, in their order; nothing if no items stand beside each other so. */
export function gathering(stage: Cmmn.PlanFragment, context: LintModel): readonly ModelChange[] | undefined {
  const items = stage.planItems;
  if (!is(stage, 'cmmn:Stage')) return undefined;
  const [best] = runsOf(items, groupsOf(items, context))
    .filter((run) => run.length > 1 && run.length < items.length)
    .sort((one, other) => Math.abs(2 * one.length - items.length) - Math.abs(2 * other.length - items.length));
  const names = (best ?? []).map(nameOfItem).filter((name) => name !== '');
  const [first, last] = [names[0], names.at(-1)];
  if (!best || first === undefined || first === last) return undefined;
  return [
    { kind: 'gather', stage, items: best, name: `${first} … ${last}` },
    ...(context.hasDrawing && context.all('cmmndi:CMMNShape').length > 0
      ? ([{ kind: 'redraw', elements: 'all' }] as const)
      : []),
  ];
}

/** The group of each item, by what waits for what; none: something outside of the stage has to do with it, or waits for its end. */
function groupsOf(
  items: readonly Cmmn.PlanItem[],
  { all }: LintModel,
): (item: Cmmn.PlanItem) => Cmmn.PlanItem | undefined {
  const within = new Map(items.map((item) => [item, itemsWithin(item)]));
  const topOf = (element: ModelElement | undefined) =>
    items.find((item) => item === element || (element !== undefined && within.get(item)?.has(element)));
  const group = new Map(items.map((item) => [item, item]));
  const tied = new Set(items.filter((item) => controlOf(item)?.requiredRule));
  const join = (waiting: ModelElement | undefined, source: ModelElement | undefined) => {
    const [one, other] = [topOf(waiting), topOf(source)];
    if (one && other) {
      const [kept, gone] = [group.get(one) ?? one, group.get(other) ?? other];
      for (const [item, own] of group) if (own === gone) group.set(item, kept);
    } else for (const item of [one, other]) if (item) tied.add(item);
  };
  for (const criterion of all('cmmn:Criterion'))
    for (const { sourceRef } of planItemPartsOf(criterion)) join(criterion.$parent, sourceRef);
  for (const item of caseItems({ all })) {
    const { definitionRef } = item;
    const start = is(definitionRef, 'cmmn:TimerEventListener') ? definitionRef.timerStart : undefined;
    if (is(start, 'cmmn:PlanItemStartTrigger')) join(item, start.sourceRef);
  }
  const tiedGroups = new Set([...tied].map((item) => group.get(item)));
  return (item) => (tiedGroups.has(group.get(item)) ? undefined : group.get(item));
}

/** How many places are tried as the first of a run. */
const mostPlaces = 24;

/** Runs of items that hold all of the groups of their items. */
function runsOf(
  items: readonly Cmmn.PlanItem[],
  groupOf: (item: Cmmn.PlanItem) => Cmmn.PlanItem | undefined,
): readonly (readonly Cmmn.PlanItem[])[] {
  const groups = items.map(groupOf);
  const [firsts, lasts] = [new Map<unknown, number>(), new Map<unknown, number>()];
  for (const [index, group] of groups.entries()) {
    if (!firsts.has(group)) firsts.set(group, index);
    lasts.set(group, index);
  }
  const every = Math.ceil(items.length / mostPlaces);
  const runs: (readonly Cmmn.PlanItem[])[] = [];
  for (let from = 0; from < items.length; from += every) {
    let needed = from;
    for (let to = from; to < items.length; to++) {
      const group = groups[to];
      if (!group || (firsts.get(group) ?? 0) < from) break;
      needed = Math.max(needed, lasts.get(group) ?? to);
      if (needed === to) runs.push(items.slice(from, to + 1));
    }
  }
  return runs;
}
