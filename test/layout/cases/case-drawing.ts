/** A drawing of cases as its interchange says: shapes and lines with their places, and who belongs to whom in the model. */
import type { Bounds, Point } from '../../../src/base/geometry.ts';
import { type CmmnDi, is, type ModelElement } from '../../../src/model/index.ts';

export interface Shape {
  readonly id: string;
  readonly element: ModelElement;
  readonly box: Bounds;
  readonly label: Bounds | undefined;
  readonly isCollapsed: boolean;
  readonly isContainer: boolean;
}

export interface Edge {
  readonly id: string;
  readonly points: readonly Point[];
  readonly label: Bounds | undefined;
  /** Ids of the elements that it joins. */
  readonly ends: readonly string[];
}

export type Segment = readonly [Point, Point];

/** People set criteria by hand (px). */
const tolerance = 2;
const nowhere: Bounds = { x: Number.NaN, y: Number.NaN, width: Number.NaN, height: Number.NaN };

export class CaseDrawing {
  readonly shapes: readonly Shape[];
  readonly edges: readonly Edge[];
  readonly #byId: ReadonlyMap<string, Shape>;

  constructor({ diagramElements }: CmmnDi.CMMNDiagram) {
    this.shapes = diagramElements.flatMap((each) => (is(each, 'cmmndi:CMMNShape') ? shapeOf(each) : []));
    this.edges = diagramElements.flatMap((each) => (is(each, 'cmmndi:CMMNEdge') ? [edgeOf(each, this.shapes)] : []));
    this.#byId = new Map(this.shapes.map((shape) => [shape.id, shape]));
  }

  box(id: string): Bounds {
    return this.#byId.get(id)?.box ?? nowhere;
  }

  /** The side of its host that the middle of a criterion is on; undefined if it is on none. */
  sideOf({ element, box }: Shape): 'left' | 'right' | 'top' | 'bottom' | undefined {
    const host = this.box(String(element.$parent?.get('id')));
    const [left, top] = [box.x + box.width / 2 - host.x, box.y + box.height / 2 - host.y];
    const isBeside =
      left > -tolerance && top > -tolerance && left < host.width + tolerance && top < host.height + tolerance;
    if (!isBeside) return undefined;
    if (left < tolerance) return 'left';
    if (left > host.width - tolerance) return 'right';
    return top < tolerance ? 'top' : top > host.height - tolerance ? 'bottom' : undefined;
  }

  /** The stage or plan that holds an item in the model, as far as it is drawn open. */
  parentOf(element: ModelElement): Shape | undefined {
    let outer = element.$parent;
    while (outer && !is(outer, 'cmmn:PlanFragment') && !is(outer, 'cmmn:HumanTask') && !is(outer, 'cmmn:Case'))
      outer = outer.$parent;
    const shown = is(outer, 'cmmn:Case') ? outer.casePlanModel : outer;
    const shape = this.shapes.find((each) => shown && (each.element === shown || definitionOf(each.element) === shown));
    if (is(outer, 'cmmn:HumanTask')) return shape && this.parentOf(shape.element);
    return shape?.isContainer && shape.element !== element ? shape : undefined;
  }
}

function shapeOf(shape: CmmnDi.CMMNShape): Shape[] {
  const { cmmnElementRef: element, bounds, label } = shape;
  if (!element || !bounds) return [];
  const definition = definitionOf(element);
  const isCollapsed = shape.isCollapsed === true;
  return [
    {
      id: String(element.id),
      element,
      box: boxOf(bounds),
      label: label?.bounds && boxOf(label.bounds),
      isCollapsed,
      isContainer: is(definition, 'cmmn:PlanFragment') && !isCollapsed,
    },
  ];
}

function definitionOf(element: ModelElement): ModelElement | undefined {
  return is(element, 'cmmn:PlanItem') || is(element, 'cmmn:DiscretionaryItem') ? element.definitionRef : element;
}

function edgeOf(edge: CmmnDi.CMMNEdge, shapes: readonly Shape[]): Edge {
  const { cmmnElementRef: element, waypoint, label } = edge;
  const points = waypoint.map(({ x = Number.NaN, y = Number.NaN }) => ({ x, y }));
  const [source, target] = endsOf(edge).map((end, index) => {
    const point = index === 0 ? points[0] : points.at(-1);
    return end?.id ?? (point && shapeAt(point, shapes)?.id);
  });
  return {
    id: element?.id ?? `${source}_${target}`,
    points,
    label: label?.bounds && boxOf(label.bounds),
    ends: [String(source), String(target)],
  };
}

function endsOf({ cmmnElementRef: element, sourceCMMNElementRef, targetCMMNElementRef }: CmmnDi.CMMNEdge) {
  if (is(element, 'cmmn:Association')) return [element.sourceRef, element.targetRef];
  if (is(element, 'cmmn:PlanItemOnPart')) return [element.exitCriterionRef ?? element.sourceRef, targetCMMNElementRef];
  if (is(element, 'cmmn:CaseFileItemOnPart')) return [element.sourceRef, targetCMMNElementRef];
  return [sourceCMMNElementRef, targetCMMNElementRef];
}

/** Some tools do not say where a line ends: at the smallest shape that it touches there. */
function shapeAt({ x, y }: Point, shapes: readonly Shape[]): Shape | undefined {
  const point = { x: x - tolerance, y: y - tolerance, width: 2 * tolerance, height: 2 * tolerance };
  const met = shapes.filter(
    ({ box }) =>
      point.x < box.x + box.width &&
      box.x < point.x + point.width &&
      point.y < box.y + box.height &&
      box.y < point.y + point.height,
  );
  return met.sort((a, b) => a.box.width * a.box.height - b.box.width * b.box.height)[0];
}

function boxOf({ x = Number.NaN, y = Number.NaN, width = Number.NaN, height = Number.NaN }: Partial<Bounds>): Bounds {
  return { x, y, width, height };
}

export function segmentsOf({ points }: Edge): Segment[] {
  return points.slice(1).map((b, index) => [points[index] ?? b, b]);
}

export function contains(outer: Bounds, inner: Bounds): boolean {
  return (
    outer.x <= inner.x &&
    outer.y <= inner.y &&
    inner.x + inner.width <= outer.x + outer.width &&
    inner.y + inner.height <= outer.y + outer.height
  );
}
