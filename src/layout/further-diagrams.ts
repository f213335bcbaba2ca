/**
 * What is drawn by its pins alone. Needs: pins, the model, the diagrams of its sheets. Leaves: further diagrams of what has one already, and in the
 * first diagrams the elements that no sheet knows to draw, such as a flow without an end.
 */
import type { Point } from '../base/geometry.ts';
import {
  type BaseElement,
  type BPMNDiagram,
  type Definitions,
  elementsById,
  is,
  type ModelElement,
} from '../model/index.ts';
import { diagramOf, drawnAsPinned } from './emit.ts';
import type { LayoutPin } from './layout-file.ts';
import type { Pins } from './pins.ts';

/** Adds to the diagrams what only pins place; returns the further diagrams. */
export function drawPinned(
  definitions: Definitions,
  { pins, further }: Pins,
  diagrams: readonly BPMNDiagram[],
): BPMNDiagram[] {
  if (pins.size === 0 && further.length === 0) return [];
  const elements = elementsById(definitions) as ReadonlyMap<string, BaseElement>;
  addRest(pins, elements, diagrams);
  return further.flatMap(({ id, name, of, pins: own }, index) => {
    const root = elements.get(of);
    if (!root) return [];
    const number = diagrams.length + index + 1;
    const shown = [...own].flatMap(([key, pin]) => {
      const element = elements.get(key);
      return (element && drawnAsPinned(element, pin, `_${number}`)) ?? [];
    });
    const diagram = diagramOf(root, number, shown);
    diagram.id = id;
    if (name !== undefined) diagram.name = name;
    return [diagram];
  });
}

/** Elements with a pin that no diagram shows go onto the plane of what they lie in, else onto the first. */
function addRest(
  pins: ReadonlyMap<string, LayoutPin>,
  elements: ReadonlyMap<string, BaseElement>,
  diagrams: readonly BPMNDiagram[],
): void {
  const planes = new Map(diagrams.flatMap(({ plane }) => (plane?.bpmnElement ? [[plane.bpmnElement, plane]] : [])));
  const drawn = new Set(
    diagrams.flatMap(({ plane }) => plane?.planeElement ?? []).map((item) => item.get('bpmnElement')),
  );
  for (const pool of [...drawn]) {
    const process = isElement(pool) ? pool.get('processRef') : undefined;
    const plane = isElement(pool) && pool.$parent ? planes.get(pool.$parent as BaseElement) : undefined;
    if (plane && isElement(process)) planes.set(process as BaseElement, plane);
  }
  const boxes = boxesOf(diagrams);
  for (const [id, pin] of pins) {
    const element = elements.get(id);
    if (!element || drawn.has(element) || pin.undrawn) continue;
    const item = drawnAsPinned(element, carried(pin, element, pins, boxes), '');
    const plane = planeAround(element, planes) ?? diagrams[0]?.plane;
    if (!item || !plane) continue;
    item.$parent = plane;
    plane.planeElement.push(item);
  }
}

function boxesOf(diagrams: readonly BPMNDiagram[]): ReadonlyMap<unknown, Point> {
  const items = diagrams.flatMap(({ plane }) => plane?.planeElement ?? []);
  return new Map(
    items.flatMap((item) => (is(item, 'bpmndi:BPMNShape') && item.bounds ? [[item.bpmnElement, item.bounds]] : [])),
  );
}

/** The pin of a line that one shape holds, moved with that shape. */
function carried(
  pin: LayoutPin,
  element: BaseElement,
  pins: ReadonlyMap<string, LayoutPin>,
  boxes: ReadonlyMap<unknown, Point>,
): LayoutPin {
  const end = [element.get('sourceRef'), element.get('targetRef')].find((one) => isElement(one) && boxes.has(one));
  const now = boxes.get(end);
  const before = isElement(end) ? pins.get(String(end.get('id')))?.bounds : undefined;
  if (!pin.path || !now || !before) return pin;
  const [dx, dy] = [now.x - before.x, now.y - before.y];
  const moved = <P extends Point>(point: P): P => ({ ...point, x: point.x + dx, y: point.y + dy });
  return { ...pin, path: pin.path.map(moved), ...(pin.label && { label: moved(pin.label) }) };
}

function planeAround<T>(element: ModelElement, planes: ReadonlyMap<ModelElement, T>): T | undefined {
  for (let around = element.$parent; around; around = around.$parent) {
    const plane = planes.get(around);
    if (plane) return plane;
  }
  return undefined;
}

function isElement(value: unknown): value is ModelElement {
  return typeof value === 'object' && value !== null && '$type' in value;
}
