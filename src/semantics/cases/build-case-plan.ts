import {
  type Cmmn,
  type CmmnDefinitions,
  elementsById,
  type ForeignElement,
  is,
  keptElements,
  type ModelElement,
  referenceText,
} from '../../model/index.ts';
import { Expressions } from '../processes/read-expressions.ts';
import type { Source } from './case-source.ts';
import {
  type CaseContainer,
  type CaseFileEntry,
  type CaseItem,
  type CasePlan,
  type Criterion,
  eventKey,
  type Hearer,
  type OnPart,
} from './plan.ts';
import { readCriteria, timerStart } from './read-criteria.ts';
import { kindOf, lifeCycleOf, readDefinition, readRules } from './read-definition.ts';
import { readFiles } from './read-files.ts';
import { oldTimerStart, readOldEvent, readOldEvents } from './read-old-events.ts';
import { readTable } from './read-table.ts';

type Open<T> = { -readonly [K in keyof T]: T[K] };
type Element = Cmmn.PlanItem | Cmmn.DiscretionaryItem;

const CMMN_1_0 = 'http://www.omg.org/spec/CMMN/20131201/MODEL';

/**
 * The plan index of one or several models. What has no way of running, such as a plan item without a definition or a stage inside itself, is left
 * out; the rest runs.
 * @param called models of which only what is called runs
 */
export function buildCasePlan(models: readonly CmmnDefinitions[], called: readonly CmmnDefinitions[] = []): CasePlan {
  return new Builder().build(models, called);
}

class Builder {
  readonly #items: Open<CaseItem>[] = [];
  readonly #elements: (Element | Cmmn.Stage)[] = [];
  readonly #sources: Source[] = [];
  readonly #containers: Open<CaseContainer>[] = [];
  readonly #files: CaseFileEntry[] = [];
  readonly #cases: number[] = [];
  readonly #caseOfId = new Map<string, number>();
  readonly #itemOf = new Map<ModelElement, number>();
  readonly #fileOf = new Map<ModelElement, number>();
  readonly #containerOf = new Map<Cmmn.PlanFragment, number>();
  /** Definitions around the one that is being read: none of them can stand in it again. */
  readonly #around = new Set<Cmmn.PlanItemDefinition>();

  build(models: readonly CmmnDefinitions[], called: readonly CmmnDefinitions[]): CasePlan {
    for (const definitions of models) this.#addCases(definitions);
    const own = this.#cases.length;
    for (const definitions of called) this.#addCases(definitions);
    for (const item of this.#items) this.#describe(item);
    for (const container of this.#containers) container.within = this.#within(container.index, new Set());
    return {
      items: this.#items,
      containers: this.#containers,
      files: this.#files,
      cases: this.#cases.slice(0, own),
      itemOfId: new Map(this.#items.map(({ id, index }) => [id, index])),
      fileOfId: new Map(this.#files.map(({ id, index }) => [id, index])),
      caseOfId: this.#caseOfId,
      hearers: hearersOf(this.#items),
      heard: new Set(this.#items.flatMap(({ criteria }) => criteria.flatMap(({ parts }) => parts.flatMap(sourceItem)))),
    };
  }

  #addCases(definitions: CmmnDefinitions): void {
    const expressions = new Expressions(definitions.expressionLanguage);
    const isVersion10 = Object.values(definitions.$attrs).includes(CMMN_1_0);
    const known = isVersion10 ? elementsById(definitions) : undefined;
    const source: Source = {
      elementOf: (id) => known?.get(id),
      oldEvents: isVersion10 ? readOldEvents(definitions) : new Map(),
      conditionOf: (expression) => expressions.ofText(bodyOf(expression), expression?.language),
      isVersion10,
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
    const kind = element === definition ? 'case' : kindOf(definition);
    const name = element.name ?? definition.name ?? '';
    const item = this.#push(element, source, { kind, name, type: definition.$type });
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
    return item.index;
  }

  #push(
    element: Element | Cmmn.Stage,
    source: Source,
    known: Pick<CaseItem, 'kind' | 'name' | 'type'>,
  ): Open<CaseItem> {
    const index = this.#items.length;
    const item: Open<CaseItem> = {
      ...known,
      index,
      id: element.id ?? `item-${index}`,
      cycle: lifeCycleOf(known.kind),
      inner: -1,
      isBlocking: true,
      autoComplete: false,
      criteria: [],
      hasEntry: false,
      hasCondition: false,
      plannable: [],
      gates: [],
      roles: [],
    };
    this.#items.push(item);
    this.#elements.push(element);
    this.#sources.push(source);
    this.#itemOf.set(element, index);
    return item;
  }

  /** @returns -1: it has no definition, or one that is around it */
  #addChild(element: Element, source: Source): number {
    const definition = element.definitionRef;
    if (definition) return this.#around.has(definition) ? -1 : this.#addItem(element, definition, source);
    const event = oldEventOf(element, source);
    if (!event) return -1;
    const item = this.#push(element, source, {
      kind: 'listener',
      name: element.name ?? '',
      type: 'cmmn:EventListener',
    });
    readOldEvent(event, item);
    return item.index;
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
    item.criteria = [...readCriteria(element, item.id, source), ...startOf(element, item.id, source)];
    item.hasEntry = item.criteria.some(({ kind }) => kind === 'entry');
    item.hasCondition = item.criteria.some(({ condition }) => condition !== undefined);
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

function startOf(element: Element | Cmmn.Stage, id: string, source: Source): Criterion[] {
  if (is(element, 'cmmn:Stage')) return [];
  const event = oldEventOf(element, source);
  if (event) return oldTimerStart(event, id, source);
  return is(element.definitionRef, 'cmmn:TimerEventListener') ? timerStart(element.definitionRef, id, source) : [];
}

/** The event of CMMN 1.0 that an item names. */
function oldEventOf(element: Element, { oldEvents }: Source): ForeignElement | undefined {
  return element.definitionRef ? undefined : oldEvents.get(referenceText(element, 'definitionRef') ?? '');
}

/** CMMN 1.0, and some tools in 1.1, write the text of an expression into an element `body`. */
function bodyOf(expression: Cmmn.Expression | undefined): string | undefined {
  if (!expression || expression.body?.trim()) return expression?.body;
  return keptElements(expression).find(({ $descriptor }) => $descriptor.ns.localName === 'body')?.$body;
}

function sourceItem({ of, source }: OnPart): number[] {
  return of === 'item' ? [source] : [];
}

function hearersOf(items: readonly CaseItem[]): Map<string, Hearer[]> {
  const hearers = new Map<string, Hearer[]>();
  for (const kind of ['exit', 'entry', 'timer'] as const)
    for (const item of items)
      for (const [criterion, each] of item.criteria.entries())
        for (const [part, onPart] of each.kind === kind ? each.parts.entries() : []) {
          const key = eventKey(onPart);
          const known = hearers.get(key);
          const hearer = { item: item.index, criterion, part };
          if (known) known.push(hearer);
          else hearers.set(key, [hearer]);
        }
  return hearers;
}
