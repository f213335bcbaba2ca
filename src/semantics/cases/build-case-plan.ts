import { type Cmmn, type CmmnDefinitions, is, keptElements } from '../../model/index.ts';
import type { Expression } from '../expressions/expression.ts';
import { Expressions } from '../processes/read-expressions.ts';
import { type CaseContainer, type CaseFileEntry, type CaseItem, type CasePlan, eventKey, type Hearer } from './plan.ts';
import { readCriteria, timerStart } from './read-criteria.ts';
import { kindOf, lifeCycleOf, readDefinition, readRules } from './read-definition.ts';
import { readFiles } from './read-files.ts';
import { readTable } from './read-table.ts';

type Open<T> = { -readonly [K in keyof T]: T[K] };
type Element = Cmmn.PlanItem | Cmmn.DiscretionaryItem;

/** What the readers of parts need to know of the whole. */
export interface Source {
  /** CMMN 1.0: a task without a rule for it is started by hand, and criteria are references. */
  readonly isVersion10: boolean;
  readonly definitions: CmmnDefinitions;
  /** An expression ready to be evaluated; undefined: there is none, or it is empty. */
  conditionOf(expression: Cmmn.Expression | undefined): Expression | undefined;
  itemOf(element: Cmmn.CMMNElement | undefined): number;
  fileOf(element: Cmmn.CMMNElement | undefined): number;
}

const CMMN_1_0 = 'http://www.omg.org/spec/CMMN/20131201/MODEL';

/**
 * The plan index of one or several models. What has no way of running, such as a plan item without a definition or a stage inside itself, is left
 * out; the rest runs.
 */
export function buildCasePlan(models: readonly CmmnDefinitions[]): CasePlan {
  return new Builder().build(models);
}

class Builder {
  readonly #items: Open<CaseItem>[] = [];
  readonly #elements: (Element | Cmmn.Stage)[] = [];
  readonly #sources: Source[] = [];
  readonly #containers: Open<CaseContainer>[] = [];
  readonly #files: CaseFileEntry[] = [];
  readonly #cases: number[] = [];
  readonly #caseOfId = new Map<string, number>();
  readonly #itemOf = new Map<Cmmn.CMMNElement, number>();
  readonly #fileOf = new Map<Cmmn.CMMNElement, number>();
  readonly #containerOf = new Map<Cmmn.PlanFragment, number>();
  /** Definitions around the one that is being read: none of them can stand in it again. */
  readonly #around = new Set<Cmmn.PlanItemDefinition>();

  build(models: readonly CmmnDefinitions[]): CasePlan {
    for (const definitions of models) this.#addCases(definitions);
    for (const item of this.#items) this.#describe(item);
    for (const container of this.#containers) container.within = this.#within(container.index, new Set());
    return {
      items: this.#items,
      containers: this.#containers,
      files: this.#files,
      cases: this.#cases,
      itemOfId: new Map(this.#items.map(({ id, index }) => [id, index])),
      fileOfId: new Map(this.#files.map(({ id, index }) => [id, index])),
      caseOfId: this.#caseOfId,
      hearers: hearersOf(this.#items),
    };
  }

  #addCases(definitions: CmmnDefinitions): void {
    const expressions = new Expressions(definitions.expressionLanguage);
    const source: Source = {
      conditionOf: (expression) => expressions.ofText(bodyOf(expression), expression?.language),
      isVersion10: Object.values(definitions.$attrs).includes(CMMN_1_0),
      definitions,
      itemOf: (element) => (element && this.#itemOf.get(element)) ?? -1,
      fileOf: (element) => (element && this.#fileOf.get(element)) ?? -1,
    };
    for (const each of definitions.cases) {
      const plan = each.casePlanModel;
      if (!plan) continue;
      const index = this.#addItem(plan, plan, source);
      this.#cases.push(index);
      for (const id of [this.#items[index]?.id, each.id]) if (id) this.#caseOfId.set(id, index);
      readFiles(each.caseFileModel, index, this.#files, this.#fileOf);
    }
  }

  #addItem(element: Element | Cmmn.Stage, definition: Cmmn.PlanItemDefinition, source: Source): number {
    const index = this.#items.length;
    const kind = element === definition ? 'case' : kindOf(definition);
    const item: Open<CaseItem> = {
      index,
      id: element.id ?? `item-${index}`,
      name: element.name ?? definition.name ?? '',
      kind,
      cycle: lifeCycleOf(kind),
      type: definition.$type,
      inner: -1,
      isBlocking: true,
      autoComplete: false,
      criteria: [],
      hasEntry: false,
      plannable: [],
      gates: [],
      roles: [],
    };
    this.#items.push(item);
    this.#elements.push(element);
    this.#sources.push(source);
    this.#itemOf.set(element, index);
    this.#around.add(definition);
    readDefinition(definition, item, source);
    if (is(definition, 'cmmn:PlanFragment')) item.inner = this.#addContainer(definition, source);
    const table =
      is(definition, 'cmmn:Stage') || is(definition, 'cmmn:HumanTask') ? definition.planningTable : undefined;
    item.plannable = readTable(table, source).flatMap(({ element: row, gates }) => {
      const known = this.#itemOf.get(row);
      const added = known ?? this.#addChild(row, source);
      const entry = this.#items[added];
      if (entry) entry.gates = gates;
      return added < 0 ? [] : [added];
    });
    this.#around.delete(definition);
    return index;
  }

  /** @returns -1: it has no definition, or one that is around it */
  #addChild(element: Element, source: Source): number {
    const definition = element.definitionRef;
    return definition && !this.#around.has(definition) ? this.#addItem(element, definition, source) : -1;
  }

  /** The container of a definition; several plan items may share it. */
  #addContainer(definition: Cmmn.PlanFragment, source: Source): number {
    const known = this.#containerOf.get(definition);
    if (known !== undefined) return known;
    const index = this.#containers.length;
    const container: Open<CaseContainer> = { index, items: [], within: new Set() };
    this.#containers.push(container);
    this.#containerOf.set(definition, index);
    container.items = definition.planItems.flatMap((element) => {
      const added = this.#addChild(element, source);
      return added < 0 ? [] : [added];
    });
    return index;
  }

  /** The rest, when all items and file items that it may refer to are known. */
  #describe(item: Open<CaseItem>): void {
    const [element, source] = [this.#elements[item.index], this.#sources[item.index]];
    if (!element || !source) return;
    const definition = is(element, 'cmmn:Stage') ? element : element.definitionRef;
    const control = is(element, 'cmmn:Stage') ? undefined : element.itemControl;
    Object.assign(item, readRules(item.kind, control, definition?.defaultControl, source));
    const start = is(definition, 'cmmn:TimerEventListener') ? timerStart(definition, item.id, source) : [];
    item.criteria = [...readCriteria(element, item.id, source), ...start];
    item.hasEntry = item.criteria.some(({ kind }) => kind === 'entry');
  }

  #within(container: number, found: Set<number>): Set<number> {
    const add = (index: number): void => {
      if (found.has(index)) return;
      found.add(index);
      const item = this.#items[index];
      if (item && item.inner >= 0) this.#within(item.inner, found);
      for (const each of item?.plannable ?? []) add(each);
    };
    for (const index of this.#containers[container]?.items ?? []) add(index);
    for (const item of this.#items) if (item.inner === container) for (const each of item.plannable) add(each);
    return found;
  }
}

/** CMMN 1.0, and some tools in 1.1, write the text of an expression into an element `body`. */
function bodyOf(expression: Cmmn.Expression | undefined): string | undefined {
  if (!expression || expression.body?.trim()) return expression?.body;
  return keptElements(expression).find(({ $descriptor }) => $descriptor.ns.localName === 'body')?.$body;
}

function hearersOf(items: readonly CaseItem[]): Map<string, Hearer[]> {
  const hearers = new Map<string, Hearer[]>();
  for (const kind of ['exit', 'entry', 'timer'] as const)
    for (const item of items)
      for (const [criterion, each] of item.criteria.entries())
        for (const [part, onPart] of each.kind === kind ? each.parts.entries() : []) {
          const key = eventKey(onPart);
          hearers.set(key, [...(hearers.get(key) ?? []), { item: item.index, criterion, part }]);
        }
  return hearers;
}
