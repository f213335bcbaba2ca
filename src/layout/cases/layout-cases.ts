import type { Outcome } from '../../base/problem.ts';
import { measureText } from '../../base/text-metrics.ts';
import type { CmmnDefinitions, CmmnDi } from '../../model/index.ts';
import { placeFlowLabels } from '../labels.ts';
import { noPins, type Pins } from '../pins.ts';
import { boundsOf, type Flow, type LayoutNode } from '../scope.ts';
import type { CaseCanvas } from './case-canvas.ts';
import { type CaseDiagram, caseDiagrams } from './case-diagrams.ts';
import type { Block, CaseConnector, CaseContainer, CaseCriterion, CasePlan, CaseSheet } from './case-sheet.ts';
import { CaseSurroundings } from './case-surroundings.ts';
import { alignExits, placeCriteria, sortCriteria } from './criteria.ts';
import { emitCases } from './emit-cases.ts';
import { addFiles } from './file-row.ts';
import { heightIn } from './height-in.ts';
import { labelBelow } from './item-block.ts';
import { moveCriteria } from './move-criteria.ts';
import { moveFiles } from './move-files.ts';
import { isPinned, placeAmong } from './pinned-cases.ts';
import { type LeastSize, placeContainer } from './place-container.ts';
import { readCases } from './read-cases.ts';
import { ConnectorRouter } from './route-connectors.ts';

const planSize = { width: 250, height: 160 } as const;
/** The tab with the title of a plan takes half its width, less this. */
const tabMargin = 70;
const longestTitle = 400;
/** Between two plans, the tab with the title of the lower one among it; and from a plan to its notes. */
const planGap = 80;
const noteGap = 50;
/** Of what cmmn-js draws in the middle of the lower side: whether it is open, completes by itself, is repeated. */
const marksWidth = 60;

/**
 * Draws all cases of a CMMN model, each in a fresh `CMMNDiagram` (`case-diagrams.ts` says what stands together). Pure: the model is only read. Where pins say
 * where things stand, all stays there; they also say what is collapsed, and which connectors show their event.
 */
export function layoutCases(definitions: CmmnDefinitions, kept: Pins = noPins): Outcome<CmmnDi.CMMNDiagram[]> {
  const ids = new Set<string>();
  const value = caseDiagrams(definitions, kept).flatMap((diagram) => {
    const sheet = readCases(definitions, diagram.pins, diagram.shows, diagram.notes);
    return sheet.shapes.length > 0 ? [layoutSheet(sheet, diagram, ids)] : [];
  });
  return { value, problems: [] };
}

function layoutSheet(sheet: CaseSheet, { pins, ...facts }: CaseDiagram, ids: Set<string>): CmmnDi.CMMNDiagram {
  if (isPinned(sheet, pins)) {
    const canvas = placeAmong(sheet, pins, (plan) => placePlan(plan, sheet));
    connectPinned(sheet, canvas);
    return emitCases(sheet, facts, { ids, pins, bounds: canvas.bounds });
  }
  for (const plan of sheet.plans) placePlan(plan, sheet);
  stackPlans(sheet);
  const criteria = settleCriteria(sheet);
  connect(sheet, criteria);
  return emitCases(sheet, facts, { ids, pins });
}

function placePlan({ container, criteria, files }: CasePlan, { connectors }: CaseSheet): void {
  const { node } = container;
  const rest = (content: Block) => addFiles(content, files, node, connectors);
  placeContainer(container, connectors, rest, leastSize(container, criteria, connectors));
  const arrival = { fromRight: false, fromWithin: true, goesOn: false };
  const host = { node, criteria, hasTable: false };
  placeCriteria(host, () => arrival, false);
  alignExits(node, criteria, connectors, (source) => heightIn(source, node));
}

/** Room for the title, and at the right for words on the connectors that end there. */
function leastSize(
  { title }: CaseContainer,
  criteria: readonly CaseCriterion[],
  connectors: CaseSheet['connectors'],
): LeastSize {
  const words = criteria.flatMap(({ node }) => connectors.to(node).map(({ flow }) => flow.label?.width ?? 0));
  const tab = Math.min(longestTitle, measureText(title ?? '', { fontSize: 12 })) + tabMargin;
  return {
    width: Math.max(planSize.width, 2 * tab),
    height: planSize.height,
    right: words.reduce((widest, width) => Math.max(widest, width), 0),
  };
}

/** Plans below each other, their notes at their right, notes on nothing below all; then all places are places on the sheet. */
function stackPlans({ plans, loose }: CaseSheet): void {
  let y = 0;
  for (const { container, notes } of plans) {
    const { node } = container;
    node.x = node.width / 2;
    node.y = y + node.height / 2;
    const bottom = stackNotes(notes, node.width + noteGap, y);
    y = Math.max(y + node.height, bottom) + planGap;
  }
  stackNotes(loose, 0, y);
  for (const { container, files } of plans) {
    for (const file of files) shift(file, container.node);
    settle(container);
  }
}

function stackNotes(notes: readonly LayoutNode[], x: number, top: number): number {
  let y = top;
  for (const note of notes) {
    note.x = x + note.width / 2;
    note.y = y + note.height / 2;
    y += note.height + noteGap / 2;
  }
  return y;
}

function settle({ node, items }: CaseContainer): void {
  for (const item of items) {
    for (const each of [item.node, ...item.notes]) shift(each, node);
    if (item.inner) settle(item.inner);
  }
}

function shift(node: LayoutNode, by: LayoutNode): void {
  node.x += by.x;
  node.y += by.y;
}

function settleCriteria({ plans, connectors }: CaseSheet): Map<LayoutNode, CaseCriterion> {
  const hosts = plans.flatMap(({ container, criteria }) => [
    criteria,
    ...allItems(container).map((item) => item.criteria),
  ]);
  for (const criteria of hosts) sortCriteria(criteria, connectors);
  for (const { node, dx, dy } of hosts.flat()) {
    node.x = (node.host?.x ?? 0) + dx;
    node.y = (node.host?.y ?? 0) + dy;
  }
  return new Map(hosts.flat().map((criterion) => [criterion.node, criterion]));
}

function connect(sheet: CaseSheet, criteria: ReadonlyMap<LayoutNode, CaseCriterion>): void {
  for (const [, node] of sheet.shapes) if (node.label) node.labelBounds = labelBelow(node);
  const { router, open } = lead(sheet, criteria, new Set());
  moveCriteria(criteria.values(), open, router);
  moveFiles(sheet, router);
  putWords(open, router);
}

/** Connectors that hold their ends keep their way; the others are led among them. */
function connectPinned(sheet: CaseSheet, { paths, labels }: CaseCanvas): void {
  for (const [, node] of sheet.shapes) {
    const label = labels.get(node);
    if (label) node.labelBounds = label;
  }
  const kept = new Set<CaseConnector>();
  for (const connector of sheet.connectors.all) {
    const { flow } = connector;
    const [path, label] = [paths.get(flow), labels.get(flow)];
    if (!path) continue;
    flow.points = [...path];
    if (label) flow.labelBounds = label;
    kept.add(connector);
  }
  const criteria = sheet.plans.flatMap(({ container, criteria: own }) => [
    ...own,
    ...allItems(container).flatMap((item) => item.criteria),
  ]);
  const { router, open } = lead(sheet, new Map(criteria.map((criterion) => [criterion.node, criterion])), kept);
  putWords(open, router);
}

/** Leads all connectors but those that are kept, round all that is drawn. */
function lead(
  { plans, connectors, shapes }: CaseSheet,
  criteria: ReadonlyMap<LayoutNode, CaseCriterion>,
  kept: ReadonlySet<CaseConnector>,
): { router: ConnectorRouter; open: Flow[] } {
  const around = new CaseSurroundings(shapes.map(([, node]) => node));
  for (const [, node] of shapes) if (node.labelBounds) around.addText(node.labelBounds);
  for (const { container } of plans) for (const box of fixedTexts(container)) around.addText(box);
  for (const { flow } of kept) {
    around.addFlow(flow);
    if (flow.labelBounds) around.addText(flow.labelBounds);
  }
  const open = connectors.all.filter((connector) => !kept.has(connector)).map(({ flow }) => flow);
  const router = new ConnectorRouter(connectors.all, criteria, around);
  router.lead(open);
  return { router, open };
}

function putWords(flows: readonly Flow[], { around }: ConnectorRouter): void {
  around.lookFor();
  placeFlowLabels(flows, around);
}

/** Titles, planning tables, and the marks in the middle of a lower side, which connectors and their words keep clear of. */
function fixedTexts(container: CaseContainer): ReturnType<typeof boundsOf>[] {
  const { x, y, width, height } = boundsOf(container.node);
  const title = { x: x + 20, y, width: Math.min(200, width - 40), height: 22 };
  const tables = container.items
    .filter(({ hasTable }) => hasTable)
    .map(({ node }) => ({ x: node.x - 16, y: node.y - node.height / 2 - 18, width: 32, height: 26 }));
  const marks = { x: x + width / 2 - marksWidth / 2, y: y + height - 22, width: marksWidth, height: 20 };
  return [title, marks, ...tables, ...container.items.flatMap(({ inner }) => (inner ? fixedTexts(inner) : []))];
}

function allItems({ items }: CaseContainer): CaseContainer['items'] {
  return items.flatMap((item) => [item, ...(item.inner ? allItems(item.inner) : [])]);
}
