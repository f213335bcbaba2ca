import BpmnTreeWalker from 'bpmn-js/lib/import/BpmnTreeWalker.js';
import type { Bounds } from '../base/geometry.ts';
import { drawnLabel } from '../base/text-wrap.ts';
import { type Definitions, is, type ModelElement, ownPropertyOf } from '../model/index.ts';
import { DrawingDocument } from './dom/document.ts';
import type { DrawingElement } from './dom/element.ts';
import { withDrawingGlobals } from './dom/globals.ts';
import type { Drawing, Failure, Placed } from './drawing.ts';
import { type DrawingServices, drawingServices } from './drawing-services.ts';
import { Extent } from './geometry/extent.ts';
import { labelsInFront } from './labels-in-front.ts';
import type { PlaneToDraw } from './planes.ts';

/**
 * Draws a plane with bpmn-js's importer and renderer, on a DOM of our own and without the rest of its viewer
 * (selection, overlays, reading XML).
 *
 * @throws Error if the plane shows nothing that can be drawn
 */
export function drawPlane(definitions: Definitions, { plane }: PlaneToDraw): Drawing {
  const document = new DrawingDocument();
  return withDrawingGlobals(document, () => {
    const { importer, canvas } = drawingServices(document);
    const failures = withDrawnLabels(plane, () => importPlane(importer, definitions, plane));
    const layer = canvas.show();
    labelsInFront(layer, canvas);
    const places = canvas.getAll();
    return { layer, definitions: null, bounds: pictureBounds(layer, places), places, failures };
  });
}

/** Properties that bpmn-js draws as they are. */
const labelProperties = ['name', 'text'];

/** Draws while labels that are too long have only their beginning; the model is as it was afterwards. */
function withDrawnLabels<Result>(plane: PlaneToDraw['plane'], draw: () => Result): Result {
  const restore: (() => void)[] = [];
  for (const item of plane.planeElement) {
    const element = item.get('bpmnElement') as ModelElement | undefined;
    for (const property of labelProperties) {
      const label = element && ownPropertyOf(element, property);
      if (typeof label !== 'string' || drawnLabel(label) === label) continue;
      element?.set(property, drawnLabel(label));
      restore.push(() => element?.set(property, label));
    }
  }
  try {
    return draw();
  } finally {
    for (const bring of restore) bring();
  }
}

/** Does what bpmn-js's `importBpmnDiagram` does, for one plane, and keeps what goes wrong instead of printing it. */
function importPlane(
  importer: DrawingServices['importer'],
  definitions: Definitions,
  plane: PlaneToDraw['plane'],
): Failure[] {
  const failures: Failure[] = [];
  const walker = new BpmnTreeWalker({
    root: (element: object, di: object) => importer.add(element, di),
    element(element: { id?: string }, di: object, parent?: object) {
      try {
        return importer.add(element, di, parent);
      } catch (error) {
        failures.push({ element: element.id, reason: reasonOf(error) });
        return undefined;
      }
    },
    error(message: string, context: { element?: { id?: string } }) {
      failures.push({ element: context.element?.id, reason: message });
    },
  });
  const drawn = { plane };
  // The walker only looks for the diagram, and for processes with lanes, in what it takes for the definitions.
  walker.handleDefinitions({ diagrams: [drawn], rootElements: withLanes(definitions) } as never, drawn as never);
  return failures;
}

/** The processes that bpmn-js draws even if no pool refers to them: those with lanes. */
function withLanes(definitions: Definitions): object[] {
  return definitions.rootElements.filter((each) => is(each, 'bpmn:Process') && each.laneSets.length > 0);
}

function reasonOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}

/**
 * The box around all that is drawn and around the places of all elements. In an editor these have invisible shapes to
 * click on, which count for the view box of bpmn-js's own export, too.
 */
function pictureBounds(layer: DrawingElement, elements: readonly Placed[]): Bounds {
  const extent = new Extent();
  extent.addBox(layer.getBBox());
  for (const element of elements.filter(({ parent, hidden }) => parent && !hidden)) {
    if (element.waypoints) for (const point of element.waypoints) extent.add(point);
    else extent.addBox(element);
  }
  return extent.bounds;
}
