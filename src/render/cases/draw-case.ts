import Diagram from 'diagram-js/lib/Diagram.js';
import type { Bounds } from '../../base/geometry.ts';
import { type CmmnDi, is, type ModelElement } from '../../model/index.ts';
import { DrawingDocument } from '../dom/document.ts';
import type { DrawingElement } from '../dom/element.ts';
import { withDrawingGlobals } from '../dom/globals.ts';
import type { Drawing, Failure, Placed } from '../drawing.ts';
import { Extent } from '../geometry/extent.ts';
import { type DrawnElements, labelsInFront } from '../labels-in-front.ts';
import { CmmnTreeWalker, DrawModule, ImportModule } from './cmmn-js.ts';
import { partsByCase } from './parts-by-case.ts';

/** An editor has an outline around each element, this far (px) outside; it counts for the view box of cmmn-js's own export. */
const outlineOffset = 6;

/** What diagram-js and cmmn-js offer by these names. */
interface Services {
  canvas: { getActiveLayer(): DrawingElement };
  cmmnImporter: { root(diagram: object): Placed; add(semantic: object, parent?: unknown): Placed };
  elementRegistry: DrawnElements;
}

/**
 * Draws a diagram of cases with cmmn-js's importer and renderer, on a DOM of our own and without the rest of its viewer.
 * The walker notes on the elements what it drew: they must be a copy that nobody else uses.
 *
 * @throws Error if nothing can be drawn
 */
export function drawCase(diagram: CmmnDi.CMMNDiagram): Drawing {
  const document = new DrawingDocument();
  return withDrawingGlobals(document, () => {
    const canvas = { container: document.body };
    const drawing = new Diagram<Services>({ canvas, modules: [DrawModule, ImportModule] } as object);
    const failures = importDiagram(drawing.get('cmmnImporter'), diagram);
    const layer = drawing.get('canvas').getActiveLayer();
    const drawn = drawing.get('elementRegistry');
    labelsInFront(layer, drawn);
    const places = drawn.getAll();
    return {
      layer,
      definitions: document.body.querySelector('defs'),
      bounds: pictureBounds(layer, places),
      places,
      failures,
    };
  });
}

/** Does what cmmn-js's `importCmmnDiagram` does, and keeps what goes wrong instead of giving up or printing it. */
function importDiagram(importer: Services['cmmnImporter'], diagram: CmmnDi.CMMNDiagram): Failure[] {
  const failures: Failure[] = [];
  const root = importer.root(diagram);
  const visitor: ConstructorParameters<typeof CmmnTreeWalker>[0] = {
    root: () => root,
    element(element: ModelElement & { id?: string; cmmnElementRef?: { id?: string } }, parent) {
      if (!isDefined(element)) {
        failures.push({ element: element.id, reason: 'what it is does not stand in the file' });
        return undefined;
      }
      try {
        return importer.add(element, parent);
      } catch (error) {
        failures.push({ element: element.cmmnElementRef?.id ?? element.id, reason: reasonOf(error) });
        return undefined;
      }
    },
    addItem() {},
    error(message, { element }) {
      failures.push({ element: element?.id, reason: message });
    },
  };
  for (const part of partsByCase(diagram))
    new CmmnTreeWalker(visitor).handleDefinitions({ CMMNDI: { diagrams: [part] } }, part);
  return failures;
}

/** Whether the file says what kind of item a plan item is: cmmn-js takes for granted that it does. */
function isDefined(element: ModelElement): boolean {
  const isItem = is(element, 'cmmn:PlanItem') || is(element, 'cmmn:DiscretionaryItem');
  return !isItem || is(element.definitionRef, 'cmmn:PlanItemDefinition');
}

function reasonOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}

/** The box around all that is drawn and around the outlines of all elements. */
function pictureBounds(layer: DrawingElement, elements: readonly Placed[]): Bounds {
  const extent = new Extent();
  extent.addBox(layer.getBBox());
  for (const element of elements.filter(({ parent, hidden }) => parent && !hidden)) extent.addBox(outline(element));
  return extent.bounds;
}

function outline(element: Placed): Bounds {
  const box = new Extent();
  if (element.waypoints) for (const point of element.waypoints) box.add(point);
  else box.addBox(element);
  const { x, y, width, height } = box.bounds;
  return {
    x: x - outlineOffset,
    y: y - outlineOffset,
    width: width + 2 * outlineOffset,
    height: height + 2 * outlineOffset,
  };
}
