import type { Outcome } from '../base/problem.ts';
import type { BPMNDiagram, Definitions } from '../model/index.ts';
import { emit } from './emit.ts';
import { frame } from './frames.ts';
import { placeFlowLabels, placeNodeLabels } from './labels.ts';
import { layoutScope, settle } from './layout-scope.ts';
import { readSheets } from './read-sheets.ts';
import { routeLinks, routeSequenceFlows } from './route-sheet.ts';
import type { Sheet } from './sheet.ts';

/**
 * Draws everything drawable of a BPMN model: a fresh `BPMNDiagram` for the collaboration and one for each process that no pool shows.
 * Pure: the model is only read; the caller hangs the diagrams into `definitions.diagrams`. Coordinates are integers from 80,80.
 */
export function layout(definitions: Definitions): Outcome<BPMNDiagram[]> {
  const diagrams = readSheets(definitions).map((sheet, index) => {
    layoutSheet(sheet);
    return emit(sheet, index + 1);
  });
  return { value: diagrams, problems: [] };
}

/** All passes of one diagram, in order. */
function layoutSheet(sheet: Sheet): void {
  const placed = layoutScope(sheet.scope, sheet.scope.links);
  settle(placed, 0, 0);
  frame(sheet, placed.extent);
  const around = routeSequenceFlows(sheet, placed);
  placeNodeLabels(sheet, placed, around);
  routeLinks(sheet, around);
  placeFlowLabels(sheet, around);
}
