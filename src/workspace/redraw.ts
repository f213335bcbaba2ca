/** Draws again what a change of a model has touched, and leaves the rest of its drawing as it stands. */
import { drawingOf, drawingOfCases, layout, looksOf, looksOfCases } from '../layout/index.ts';
import type { Touched } from '../lint/index.ts';
import {
  allElements,
  type BPMNDiagram,
  type BPMNEdge,
  type BPMNShape,
  type CmmnDefinitions,
  type Definitions,
  is,
  type ModelElement,
} from '../model/index.ts';
import { drawAll, drawCases, isDrawn } from './outputs.ts';

/** Nothing for a model without a drawing, unless all of it is to be drawn. */
export function redraw(definitions: Definitions | CmmnDefinitions, { undrawn, isAll }: Touched): void {
  if (is(definitions, 'cmmn:Definitions')) {
    if (isAll) drawCases(definitions, looksOfCases(drawingOfCases(definitions)));
  } else if (isAll) {
    drawAll(definitions, looksOf(drawingOf(definitions)));
  } else if (undrawn.size > 0 && isDrawn(definitions)) redrawSome(definitions, undrawn);
}

type Drawn = BPMNShape | BPMNEdge;

/** All that is drawn is pinned where it stands; the layout finds places for the rest. */
function redrawSome(definitions: Definitions, undrawn: ReadonlySet<ModelElement>): void {
  const drawing = drawingOf(definitions);
  const ids = new Set([...undrawn].map((element) => element.get('id')));
  const pins = new Map([...drawing.pins].filter(([id]) => !ids.has(id)));
  const made = drawnElements(layout(definitions, { ...drawing, pins }).value);
  const there = drawnElements(definitions.diagrams);
  for (const element of undrawn) {
    const [drawn, old] = [made.get(element), there.get(element)];
    if (!drawn) continue;
    if (old) drawAs(old, drawn);
    else planeFor(element, definitions, there)?.planeElement.push(drawn);
  }
}

function drawnElements(diagrams: readonly BPMNDiagram[]): Map<ModelElement, Drawn> {
  const found = new Map<ModelElement, Drawn>();
  for (const { plane } of diagrams)
    for (const one of plane?.planeElement ?? []) {
      if (!is(one, 'bpmndi:BPMNShape') && !is(one, 'bpmndi:BPMNEdge')) continue;
      if (one.bpmnElement && !found.has(one.bpmnElement)) found.set(one.bpmnElement, one);
    }
  return found;
}

/** A shape or line that is there takes over the place, and keeps all else that it says. */
function drawAs(old: Drawn, drawn: Drawn): void {
  if (is(old, 'bpmndi:BPMNEdge') && is(drawn, 'bpmndi:BPMNEdge')) old.set('waypoint', drawn.waypoint);
  if (is(old, 'bpmndi:BPMNShape') && is(drawn, 'bpmndi:BPMNShape')) old.set('bounds', drawn.bounds);
  if (old.label && drawn.label) old.label.set('bounds', drawn.label.bounds);
}

/** The plane on which something of the same scope is drawn. */
function planeFor(element: ModelElement, { diagrams }: Definitions, there: ReadonlyMap<ModelElement, Drawn>) {
  const scope = element.$parent;
  const beside = [...(scope ? allElements(scope) : [])].find((one) => one.$parent === scope && there.has(one));
  const drawn = beside && there.get(beside);
  const planes = diagrams.flatMap(({ plane }) => plane ?? []);
  return planes.find((plane) => drawn && plane.planeElement.includes(drawn)) ?? planes[0];
}
