/** Draws again what a change of a model has touched, and leaves the rest of its drawing as it stands. */
import { drawingOf, drawingOfCases, layout, looksOf, looksOfCases } from '../layout/index.ts';
import type { Touched } from '../lint/index.ts';
import {
  allElements,
  append,
  type BPMNDiagram,
  type BPMNEdge,
  type BPMNShape,
  type CmmnDefinitions,
  type Definitions,
  is,
  isElement,
  type ModelElement,
} from '../model/index.ts';
import { drawCases, isDrawn } from './outputs.ts';

/** Nothing for a model without a drawing, unless all of it is to be drawn. */
export function redraw(definitions: Definitions | CmmnDefinitions, { undrawn, isAll }: Touched): void {
  if (is(definitions, 'cmmn:Definitions')) {
    if (isAll) drawCases(definitions, looksOfCases(drawingOfCases(definitions)));
  } else if (isAll) {
    redrawAll(definitions);
  } else if (undrawn.size > 0 && isDrawn(definitions)) redrawSome(definitions, undrawn);
}

type Drawn = BPMNShape | BPMNEdge;

/** Where there is one diagram its shapes and lines stay what they are, and only move. */
function redrawAll(definitions: Definitions): void {
  const looks = looksOf(drawingOf(definitions));
  const [diagram, ...others] = definitions.diagrams;
  const { value } = layout(definitions, looks);
  if (!diagram?.plane?.bpmnElement || others.length > 0 || value.length !== 1) {
    definitions.set('diagrams', value);
    return;
  }
  const there = drawnElements(definitions.diagrams);
  for (const [element, drawn] of drawnElements(value)) {
    const old = there.get(element);
    if (old) drawAs(old, drawn);
    else append(diagram.plane, 'planeElement', drawn);
  }
}

/** All that is drawn is pinned where it stands; the layout finds places for the rest. */
function redrawSome(definitions: Definitions, undrawn: ReadonlySet<ModelElement>): void {
  const drawing = drawingOf(definitions);
  const there = drawnElements(definitions.diagrams);
  const wanted = withNeeded(undrawn, there);
  const ids = new Set([...wanted].map((element) => element.get('id')));
  const pins = new Map([...drawing.pins].filter(([id]) => !ids.has(id)));
  const { value } = layout(definitions, { ...drawing, pins });
  // A new process has a diagram of its own.
  const added = value.filter(({ plane }) => is(plane?.bpmnElement, 'bpmn:Process') && undrawn.has(plane.bpmnElement));
  for (const diagram of added) append(definitions, 'diagrams', diagram);
  const made = drawnElements(value.filter((diagram) => !added.includes(diagram)));
  for (const element of wanted) {
    const [drawn, old] = [made.get(element), there.get(element)];
    if (!drawn) continue;
    if (old) drawAs(old, drawn);
    else {
      const plane = planeFor(element, definitions, there);
      if (plane) append(plane, 'planeElement', drawn);
    }
  }
}

/** A line needs the ends that it joins, an event its activity, and what lies in a sub-process that. */
function withNeeded(
  undrawn: ReadonlySet<ModelElement>,
  there: ReadonlyMap<ModelElement, Drawn>,
): ReadonlySet<ModelElement> {
  const wanted = new Set(undrawn);
  // A set grows while it is walked.
  for (const element of wanted) {
    const scope = is(element.$parent, 'bpmn:SubProcess') ? element.$parent : undefined;
    const needed = [...['sourceRef', 'targetRef', 'attachedToRef'].map((end) => element.get(end)), scope];
    for (const one of needed) if (isElement(one) && !there.has(one)) wanted.add(one);
  }
  return wanted;
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
  else if (drawn.label) old.set('label', drawn.label);
}

/** The plane on which something of the same scope is drawn. */
function planeFor(element: ModelElement, { diagrams }: Definitions, there: ReadonlyMap<ModelElement, Drawn>) {
  const scope = element.$parent;
  const beside = [...(scope ? allElements(scope) : [])].find((one) => one.$parent === scope && there.has(one));
  const drawn = beside && there.get(beside);
  const planes = diagrams.flatMap(({ plane }) => plane ?? []);
  return planes.find((plane) => drawn && plane.planeElement.includes(drawn)) ?? planes[0];
}
