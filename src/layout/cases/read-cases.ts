/**
 * Pass A for cases: the model → what is to be drawn, in the order of the file. Only what has an id can be drawn: shapes refer to it. Source: CMMN
 * 1.1, chapter 6 (notation).
 */
import { type Cmmn, type CmmnDefinitions, is } from '../../model/index.ts';
import type { LayoutPin } from '../layout-file.ts';
import type { LayoutNode, NodeKind, Size } from '../scope.ts';
import { labelSize, noteSize, sizeOf } from '../sizes.ts';
import type { CaseContainer, CaseCriterion, CaseItem, CasePlan, CaseSheet } from './case-sheet.ts';
import { Connectors } from './connectors.ts';
import { itemSize } from './item-size.ts';
import { readConnectors } from './read-connectors.ts';

const criterionSize: Size = { width: 20, height: 28 };
/** Stages in stages are drawn as deep as this; what is deeper stays collapsed. */
const deepest = 100;

/** Those tied to what is shown; those that pins place, too; or all that are tied to nothing elsewhere. */
export type ShownNotes = 'tied' | 'placed' | 'all';

/**
 * @param pins say what is collapsed, what connectors say, and what is not drawn
 * @param shows which plans are read, by their ids
 * @param notes which notes are read beside those on what is shown
 */
export function readCases(
  definitions: CmmnDefinitions,
  pins: ReadonlyMap<string, LayoutPin>,
  shows: (plan: string) => boolean = () => true,
  notes: ShownNotes = 'all',
): CaseSheet {
  return new CaseReader(pins).read(definitions, shows, notes);
}

class CaseReader {
  readonly #pins: ReadonlyMap<string, LayoutPin>;
  readonly #nodes = new Map<Cmmn.CMMNElement, LayoutNode>();
  readonly #items = new Map<LayoutNode, CaseItem>();
  /** Definitions that are drawn open: what they hold has one place, whoever else uses them. */
  readonly #opened = new Set<Cmmn.CMMNElement>();

  constructor(pins: ReadonlyMap<string, LayoutPin>) {
    this.#pins = pins;
  }

  read(definitions: CmmnDefinitions, shows: (plan: string) => boolean, notes: ShownNotes): CaseSheet {
    const shown = definitions.cases.filter(({ casePlanModel }) => casePlanModel?.id && shows(casePlanModel.id));
    const plans = shown.flatMap((each) => this.#plan(each) ?? []);
    const loose = this.#notes(definitions, plans, notes);
    const connectors = new Connectors(readConnectors(definitions, this.#nodes, this.#pins));
    return { plans, connectors, shapes: [...this.#nodes], loose };
  }

  #plan({ casePlanModel, caseFileModel }: Cmmn.Case): CasePlan | undefined {
    if (!casePlanModel?.id || !this.#isDrawn(casePlanModel)) return undefined;
    const node = this.#node(casePlanModel, 'container', { width: 0, height: 0 });
    const container = this.#container(casePlanModel, node, casePlanModel.name, 0);
    const criteria = this.#criteria(casePlanModel.exitCriteria, node, false);
    const files = fileItems(caseFileModel?.caseFileItems ?? []).flatMap((item) => {
      if (!item.id || this.#nodes.has(item) || !this.#isDrawn(item)) return [];
      return [this.#node(item, 'data', sizeOf('data'), { label: labelSize(item.name), parent: node })];
    });
    return { element: casePlanModel, container, criteria, files, notes: [] };
  }

  #container(definition: Cmmn.PlanFragment, node: LayoutNode, title: string | undefined, depth: number): CaseContainer {
    this.#opened.add(definition);
    const container: CaseContainer = { node, title, items: [] };
    for (const item of definition.planItems) this.#item(item, container, depth, false);
    if (is(definition, 'cmmn:Stage')) this.#table(definition.planningTable, container, depth, true);
    return container;
  }

  #table(table: Cmmn.PlanningTable | undefined, container: CaseContainer, depth: number, isOfTable: boolean): void {
    for (const item of table?.tableItems ?? []) {
      if (is(item, 'cmmn:PlanningTable')) this.#table(item, container, depth, isOfTable);
      if (is(item, 'cmmn:DiscretionaryItem')) this.#item(item, container, depth, isOfTable);
    }
  }

  #item(
    element: Cmmn.PlanItem | Cmmn.DiscretionaryItem,
    container: CaseContainer,
    depth: number,
    isOfTable: boolean,
  ): void {
    const { definitionRef: definition, id } = element;
    if (!id || !definition || this.#nodes.has(element) || !this.#isDrawn(element)) return;
    const name = element.name || definition.name;
    const isFragment = is(definition, 'cmmn:PlanFragment');
    const isCollapsed =
      isFragment && (this.#pins.get(id)?.expanded === false || this.#opened.has(definition) || depth >= deepest);
    const kind = isFragment && !isCollapsed ? 'container' : is(definition, 'cmmn:EventListener') ? 'event' : 'task';
    const size = kind === 'task' ? itemSize(element, name) : sizeOf(kind);
    const label = kind === 'event' ? labelSize(name) : undefined;
    const node = this.#node(element, kind, size, { label, parent: container.node });
    const item: CaseItem = {
      element,
      node,
      criteria: [
        ...this.#criteria(element.entryCriteria, node, true),
        ...this.#criteria(element.exitCriteria, node, false),
      ],
      hasTable: hasTable(definition),
      isCollapsed,
      notes: [],
      isOfTable,
      ...(kind === 'container' && isFragment && { inner: this.#container(definition, node, name, depth + 1) }),
    };
    this.#items.set(node, item);
    container.items.push(item);
    if (is(definition, 'cmmn:HumanTask')) this.#table(definition.planningTable, container, depth, false);
  }

  #criteria(criteria: readonly CaseCriterion['element'][], host: LayoutNode, isEntry: boolean): CaseCriterion[] {
    return criteria.flatMap((element) => {
      if (!element.id || this.#nodes.has(element) || !this.#isDrawn(element)) return [];
      const node = this.#node(element, 'gateway', criterionSize, { host });
      return [{ element, isEntry, node, side: isEntry ? 'left' : 'right', dx: 0, dy: 0 }];
    });
  }

  /** Notes go to the item that they are tied to, else to the plan; returns those tied to nothing in a plan. */
  #notes({ artifacts }: CmmnDefinitions, plans: readonly CasePlan[], shown: ShownNotes): LayoutNode[] {
    const loose: LayoutNode[] = [];
    for (const element of artifacts) {
      if (!is(element, 'cmmn:TextAnnotation') || !element.id || !this.#isDrawn(element)) continue;
      const host = this.#hostOf(element, artifacts);
      if (!host && !this.#isShown(element, artifacts, shown)) continue;
      const item = host && this.#items.get(host);
      const node = this.#node(element, 'note', noteSize(element.text), item ? { parent: host.parent } : {});
      const plan = plans.find(({ container }) => host && (container.node === host || isWithin(host, container.node)));
      (item?.notes ?? plan?.notes ?? loose).push(node);
    }
    return loose;
  }

  /** Of the notes on nothing that is shown those tied to nothing at all: others are notes of a plan in another diagram. */
  #isShown(note: Cmmn.TextAnnotation, artifacts: readonly Cmmn.Artifact[], shown: ShownNotes): boolean {
    if (shown === 'tied') return false;
    if (this.#pins.has(String(note.id))) return true;
    return shown === 'all' && !artifacts.some((each) => is(each, 'cmmn:Association') && isTied(each, note));
  }

  #hostOf(note: Cmmn.TextAnnotation, artifacts: readonly Cmmn.Artifact[]): LayoutNode | undefined {
    for (const each of artifacts) {
      if (!is(each, 'cmmn:Association')) continue;
      const { sourceRef, targetRef } = each;
      const other = sourceRef === note ? targetRef : targetRef === note ? sourceRef : undefined;
      const node = other && this.#nodes.get(other);
      if (node) return node.host ?? node;
    }
    return undefined;
  }

  #isDrawn({ id }: { readonly id?: string | undefined }): boolean {
    return !this.#pins.get(String(id))?.undrawn;
  }

  #node(element: Cmmn.CMMNElement, kind: NodeKind, size: Size, more: Partial<LayoutNode> = {}): LayoutNode {
    const id = String(element.get('id'));
    const node: LayoutNode = { id, kind, ...size, band: 0, x: 0, y: 0, boundary: [], satellites: [], ...more };
    this.#nodes.set(element, node);
    return node;
  }
}

function isTied({ sourceRef, targetRef }: Cmmn.Association, note: Cmmn.TextAnnotation): boolean {
  return (sourceRef === note || targetRef === note) && sourceRef !== undefined && targetRef !== undefined;
}

function isWithin(node: LayoutNode, container: LayoutNode): boolean {
  for (let parent = node.parent; parent; parent = parent.parent) if (parent === container) return true;
  return false;
}

/** File items and their children, in the order of the file. */
function fileItems(items: readonly Cmmn.CaseFileItem[]): Cmmn.CaseFileItem[] {
  return items.flatMap((item) => [item, ...fileItems(item.children?.caseFileItems ?? [])]);
}

function hasTable(definition: Cmmn.PlanItemDefinition): boolean {
  return (is(definition, 'cmmn:Stage') || is(definition, 'cmmn:HumanTask')) && definition.planningTable !== undefined;
}
