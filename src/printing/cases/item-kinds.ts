/** Which word makes a definition, and what may be said of an item of each kind (CMMN 1.1, 5.4). */
import { type PlanItemKind, planItemTypes } from '../../language/index.ts';
import { isElement, type ModelElement } from '../../model/index.ts';

const kinds = new Map<string, PlanItemKind>(
  (Object.keys(planItemTypes) as PlanItemKind[]).map((kind) => [planItemTypes[kind], kind]),
);

/** The word for a definition; undefined for what the language has no word for. */
export function kindOf(definition: ModelElement | undefined): PlanItemKind | undefined {
  return isElement(definition) ? kinds.get(definition.$type) : undefined;
}

const WORK: ReadonlySet<PlanItemKind> = new Set(['human', 'process', 'case', 'decision', 'task', 'stage']);

/** Whether people or machines work on items of a kind: these alone may be left, or be started by hand. */
export function isWork(kind: PlanItemKind): boolean {
  return WORK.has(kind);
}

/** Whether items of a kind wait for criteria, and may have to be, or happen again. */
export function mayWait(kind: PlanItemKind): boolean {
  return isWork(kind) || kind === 'milestone';
}
