/** Moves items of a stage into a new one in it, with what is theirs alone: their sentries and definitions. */
import { allElements, type Cmmn, type ModelElement } from '../../model/index.ts';
import type { Gather } from './model-change.ts';

/** @param stage the new definition, @param item what stands for it; both are made, and empty */
export function gather(
  root: ModelElement,
  { stage: around, items }: Gather,
  stage: Cmmn.Stage,
  item: Cmmn.PlanItem,
): void {
  const inside = new Set<unknown>(items);
  const uses = [...allElements(root)].filter((one) => !inside.has(one) && !inside.has(one.$parent));
  const isTheirs = (property: string, value: unknown) => uses.every((one) => one.get(property) !== value);
  const sentries = new Set<unknown>(
    items.flatMap(({ entryCriteria, exitCriteria }) =>
      [...entryCriteria, ...exitCriteria].map(({ sentryRef }) => sentryRef),
    ),
  );
  const definitions = new Set<unknown>(items.map(({ definitionRef }) => definitionRef));
  move(around, stage, 'sentries', (one) => sentries.has(one) && isTheirs('sentryRef', one));
  move(around, stage, 'planItemDefinitions', (one) => definitions.has(one) && isTheirs('definitionRef', one));
  const at = around.planItems.findIndex((one) => inside.has(one));
  move(around, stage, 'planItems', (one) => inside.has(one));
  around.set('planItems', around.planItems.toSpliced(at, 0, item));
  around.set('planItemDefinitions', [...list(around, 'planItemDefinitions'), stage]);
  item.$parent = around;
  stage.$parent = around;
}

function move(from: ModelElement, to: ModelElement, property: string, isMoved: (one: ModelElement) => boolean): void {
  const [moved, left] = [list(from, property).filter(isMoved), list(from, property).filter((one) => !isMoved(one))];
  if (moved.length === 0) return;
  from.set(property, left);
  to.set(property, moved);
  for (const one of moved) one.$parent = to;
}

function list(element: ModelElement, property: string): ModelElement[] {
  const value: unknown = element.get(property);
  return Array.isArray(value) ? value : [];
}
