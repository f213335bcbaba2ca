import type { Outcome } from '../base/problem.ts';
import type { BPMNDiagram, Definitions } from '../model/index.ts';
import { emit } from './emit.ts';
import { frame } from './frames.ts';
import { drawPinned } from './further-diagrams.ts';
import { drawAsKept } from './kept-drawing.ts';
import { addEnvelopes, placeFlowLabels, placeNodeLabels } from './labels.ts';
import type { LayoutCache } from './layout-cache.ts';
import { layoutScope, settle } from './layout-scope.ts';
import { isPinned, layoutPinned } from './pinned-sheet.ts';
import { noPins, type Pins } from './pins.ts';
import { readSheets } from './read-sheets.ts';
import { clearOfNames, routeAssociations, routeLinks, routeSequenceFlows } from './route-sheet.ts';
import { boundsOf } from './scope.ts';
import type { Sheet } from './sheet.ts';

/**
 * Draws everything drawable of a BPMN model: a fresh `BPMNDiagram` for the collaboration, one for each process that no pool shows, and one for the
 * inside of each collapsed sub-process. Pure: the model is only read; the caller hangs the diagrams into `definitions.diagrams`. Coordinates
 * are integers from 80,80; where pins say where things stand, all stays there.
 * @param cache what earlier layouts of the same document have made; the result is the same with and without
 */
export function layout(definitions: Definitions, kept: Pins = noPins, cache?: LayoutCache): Outcome<BPMNDiagram[]> {
  const { pins } = kept;
  const asKept = drawAsKept(definitions, kept);
  if (asKept) return { value: asKept, problems: [] };
  const layoutFreely = (sheet: Sheet) => layoutSheet(sheet, cache);
  cache?.begin();
  const diagrams = readSheets(definitions, pins).map((sheet, index) => {
    if (isPinned(sheet, pins)) {
      const { bounds, labels } = layoutPinned(sheet, pins, layoutFreely);
      return emit(sheet, index + 1, { pins, bounds, labels });
    }
    layoutFreely(sheet);
    return emit(sheet, index + 1, { pins });
  });
  return { value: [...diagrams, ...drawPinned(definitions, kept, diagrams)], problems: [] };
}

/** All passes of one diagram, in order. */
function layoutSheet(sheet: Sheet, cache: LayoutCache | undefined): void {
  const placed = layoutScope(sheet.scope, sheet.scope.links, cache);
  settle(placed, 0, 0);
  frame(sheet, placed.extent);
  const around = routeSequenceFlows(sheet, placed);
  for (const { node } of sheet.pools) around.addBorders(boundsOf(node));
  for (const { bounds } of sheet.lanes) if (bounds) around.addBorders(bounds);
  placeNodeLabels(sheet, placed, around);
  clearOfNames(placed, around);
  routeLinks(sheet, around);
  const flows = sheet.flows.map(([, flow]) => flow);
  addEnvelopes(flows, around);
  placeFlowLabels(flows, around);
  routeAssociations(sheet, around);
}
