/** What a drawing of cases shows, and what is wrong with it, judged by its places alone. */
import type { Bounds, Point } from '../../../src/base/geometry.ts';
import { type CmmnDi, is, type ModelElement } from '../../../src/model/index.ts';

/** Facts that a fixture's author can check by eye; ids are those of the model. */
export interface CaseFacts {
  readonly leftToRight?: readonly (readonly string[])[];
  readonly topToBottom?: readonly (readonly string[])[];
  /** Each list: shapes whose middles have one height. */
  readonly level?: readonly (readonly string[])[];
  readonly inside?: Readonly<Record<string, readonly string[]>>;
  /** The side of its host that a criterion sits on. */
  readonly sides?: Readonly<Record<string, string>>;
  /** Bends of a line, by its on-part or association, or `source_target`. */
  readonly bends?: Readonly<Record<string, number>>;
  readonly collapsed?: readonly string[];
  readonly crossings?: number;
}

interface Shape {
  readonly id: string;
  readonly element: ModelElement;
  readonly box: Bounds;
  readonly label: Bounds | undefined;
  readonly isCollapsed: boolean;
  readonly isContainer: boolean;
}

interface Edge {
  readonly id: string;
  readonly points: readonly Point[];
  readonly label: Bounds | undefined;
  readonly ends: readonly string[];
}

export class CaseDrawing {
  readonly shapes: readonly Shape[];
  readonly edges: readonly Edge[];

  constructor({ diagramElements }: CmmnDi.CMMNDiagram) {
    this.shapes = diagramElements.flatMap((each) => (is(each, 'cmmndi:CMMNShape') ? shapeOf(each) : []));
    this.edges = diagramElements.flatMap((each) => (is(each, 'cmmndi:CMMNEdge') ? [edgeOf(each)] : []));
  }

  box(id: string): Bounds {
    const nowhere = { x: Number.NaN, y: Number.NaN, width: Number.NaN, height: Number.NaN };
    return this.shapes.find((shape) => shape.id === id)?.box ?? nowhere;
  }

  /** The facts that `wanted` asks for, to be compared with it. */
  facts(wanted: CaseFacts): CaseFacts {
    const middle = (id: string) => this.box(id).y + this.box(id).height / 2;
    const sorted = (by: (id: string) => number) => (ids: readonly string[]) => [...ids].sort((a, b) => by(a) - by(b));
    return {
      ...(wanted.leftToRight && { leftToRight: wanted.leftToRight.map(sorted((id) => this.box(id).x)) }),
      ...(wanted.topToBottom && { topToBottom: wanted.topToBottom.map(sorted((id) => this.box(id).y)) }),
      ...(wanted.level && {
        level: wanted.level.map((ids) => ids.filter((id) => middle(id) === middle(ids[0] ?? ''))),
      }),
      ...(wanted.inside && {
        inside: Object.fromEntries(
          Object.entries(wanted.inside).map(([outer, ids]) => [
            outer,
            ids.filter((id) => contains(this.box(outer), this.box(id))),
          ]),
        ),
      }),
      ...(wanted.sides && {
        sides: Object.fromEntries(Object.keys(wanted.sides).map((id) => [id, this.#sideOf(id)])),
      }),
      ...(wanted.bends && {
        bends: Object.fromEntries(
          Object.keys(wanted.bends).map((id) => [
            id,
            (this.edges.find((edge) => edge.id === id)?.points.length ?? 0) - 2,
          ]),
        ),
      }),
      ...(wanted.collapsed && {
        collapsed: this.shapes.filter(({ isCollapsed }) => isCollapsed).map(({ id }) => id),
      }),
      ...(wanted.crossings !== undefined && { crossings: this.crossings() }),
    };
  }

  #sideOf(id: string): string {
    const element = this.shapes.find((shape) => shape.id === id)?.element;
    const host = this.box(String(element?.$parent?.get('id')));
    const { x, y, width, height } = this.box(id);
    const [left, top] = [x + width / 2 - host.x, y + height / 2 - host.y];
    if (left === 0) return 'left';
    if (left === host.width) return 'right';
    return top === 0 ? 'top' : top === host.height ? 'bottom' : 'nowhere';
  }

  crossings(): number {
    const segments = this.edges.flatMap(({ points }, edge) => segmentsOf(points).map((segment) => ({ edge, segment })));
    return segments.reduce(
      (sum, a, index) =>
        sum + segments.slice(index + 1).filter((b) => a.edge !== b.edge && crosses(a.segment, b.segment)).length,
      0,
    );
  }

  /** What must never be: each as a sentence. */
  defects(): string[] {
    return [
      ...this.#overlaps(),
      ...this.shapes.flatMap((shape) => this.#placeDefects(shape)),
      ...this.edges.flatMap((edge) => this.#edgeDefects(edge)),
      ...this.#labelDefects(),
    ];
  }

  /** What lies in a stage is drawn in it; a criterion has its middle on the border of its host. */
  #placeDefects({ id, element, box }: Shape): string[] {
    if (is(element, 'cmmn:Criterion')) return this.#sideOf(id) === 'nowhere' ? [`${id} is not on a border`] : [];
    const parent = this.#parentOf(element);
    return parent && !contains(parent.box, box) ? [`${id} is not in ${parent.id}`] : [];
  }

  /** The stage or plan that holds an item in the model, as far as it is drawn open. */
  #parentOf(element: ModelElement): Shape | undefined {
    let outer = element.$parent;
    while (outer && !is(outer, 'cmmn:PlanFragment') && !is(outer, 'cmmn:HumanTask') && !is(outer, 'cmmn:Case'))
      outer = outer.$parent;
    const shown = is(outer, 'cmmn:Case') ? outer.casePlanModel : outer;
    const shape = this.shapes.find((each) => shown && (each.element === shown || definitionOf(each.element) === shown));
    if (is(outer, 'cmmn:HumanTask')) return shape && this.#parentOf(shape.element);
    return shape?.isContainer && shape.element !== element ? shape : undefined;
  }

  #overlaps(): string[] {
    return this.shapes.flatMap((a, index) =>
      this.shapes.slice(index + 1).flatMap((b) => {
        if (!meet(a.box, b.box, 0) || isHost(a, b) || isHost(b, a)) return [];
        if ((a.isContainer && contains(a.box, b.box)) || (b.isContainer && contains(b.box, a.box))) return [];
        // Criteria stand half outside of their host, but in its container.
        return [`${a.id} lies on ${b.id}`];
      }),
    );
  }

  #edgeDefects({ id, points, ends }: Edge): string[] {
    const oblique = segmentsOf(points).filter(([a, b]) => a.x !== b.x && a.y !== b.y);
    const through = this.shapes.filter(
      (shape) =>
        !ends.includes(shape.id) &&
        !this.#carries(shape, ends) &&
        !(shape.isContainer && ends.some((end) => contains(shape.box, this.box(end)))) &&
        runsThrough(points, shape.box),
    );
    const [first, last] = [points[0], points.at(-1)];
    const docked = [first, last].every((point, index) => point && touches(this.box(ends[index] ?? ''), point));
    return [
      ...(oblique.length > 0 ? [`${id} is oblique`] : []),
      ...through.map((shape) => `${id} runs through ${shape.id}`),
      ...(docked ? [] : [`${id} does not touch its ends`]),
    ];
  }

  /** A shape with a criterion that the line ends at: the criterion reaches into it. */
  #carries(shape: Shape, ends: readonly string[]): boolean {
    return this.shapes.some(
      (other) => ends.includes(other.id) && isHost(shape, other) && other.element !== shape.element,
    );
  }

  #labelDefects(): string[] {
    const labels = [...this.shapes, ...this.edges].flatMap(({ id, label }) => (label ? [{ id, label }] : []));
    return labels.flatMap(({ id, label }, index) => [
      ...this.shapes
        .filter((shape) => !shape.isContainer && meet(label, shape.box, -2) && !isInCorner(label, shape))
        .map((shape) => `the text of ${id} lies on ${shape.id}`),
      ...labels
        .slice(index + 1)
        .flatMap((other) => (meet(label, other.label, -2) ? [`the texts of ${id} and ${other.id} meet`] : [])),
    ]);
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

function edgeOf(edge: CmmnDi.CMMNEdge): Edge {
  const { cmmnElementRef: element, waypoint, label } = edge;
  const [source, target] = is(element, 'cmmn:Association')
    ? [element.sourceRef, element.targetRef]
    : is(element, 'cmmn:PlanItemOnPart')
      ? [element.exitCriterionRef ?? element.sourceRef, edge.targetCMMNElementRef]
      : is(element, 'cmmn:CaseFileItemOnPart')
        ? [element.sourceRef, edge.targetCMMNElementRef]
        : [edge.sourceCMMNElementRef, edge.targetCMMNElementRef];
  return {
    id: element?.id ?? `${source?.id}_${target?.id}`,
    points: waypoint.map(({ x = Number.NaN, y = Number.NaN }) => ({ x, y })),
    label: label?.bounds && boxOf(label.bounds),
    ends: [String(source?.id), String(target?.id)],
  };
}

function boxOf({ x = Number.NaN, y = Number.NaN, width = Number.NaN, height = Number.NaN }: Partial<Bounds>): Bounds {
  return { x, y, width, height };
}

function isHost(host: Shape, criterion: Shape): boolean {
  return is(criterion.element, 'cmmn:Criterion') && criterion.element.$parent === host.element;
}

/** The box around a criterion, which is a rhombus, has free corners. */
function isInCorner(label: Bounds, { element, box }: Shape): boolean {
  const off = (low: number, size: number, middle: number) => Math.max(low - middle, middle - low - size, 0);
  const dx = off(label.x, label.width, box.x + box.width / 2) / (box.width / 2);
  const dy = off(label.y, label.height, box.y + box.height / 2) / (box.height / 2);
  return is(element, 'cmmn:Criterion') && dx + dy >= 1;
}

function contains(outer: Bounds, inner: Bounds): boolean {
  return (
    outer.x <= inner.x &&
    outer.y <= inner.y &&
    inner.x + inner.width <= outer.x + outer.width &&
    inner.y + inner.height <= outer.y + outer.height
  );
}

/** Whether two boxes meet, the first grown by `by` (shrunk if negative). */
function meet(a: Bounds, b: Bounds, by: number): boolean {
  return a.x - by < b.x + b.width && b.x < a.x + a.width + by && a.y - by < b.y + b.height && b.y < a.y + a.height + by;
}

type Segment = readonly [Point, Point];

function segmentsOf(points: readonly Point[]): Segment[] {
  return points.slice(1).map((b, index) => [points[index] ?? b, b]);
}

function runsThrough(points: readonly Point[], box: Bounds): boolean {
  return segmentsOf(points).some(([a, b]) => {
    const line = {
      x: Math.min(a.x, b.x),
      y: Math.min(a.y, b.y),
      width: Math.abs(a.x - b.x),
      height: Math.abs(a.y - b.y),
    };
    return meet(line, box, 0);
  });
}

function touches({ x, y, width, height }: Bounds, point: Point): boolean {
  const isIn = x <= point.x && point.x <= x + width && y <= point.y && point.y <= y + height;
  return isIn && (point.x === x || point.x === x + width || point.y === y || point.y === y + height);
}

function crosses([a, b]: Segment, [c, d]: Segment): boolean {
  const isFlat = a.y === b.y;
  if (isFlat === (c.y === d.y)) return false;
  const [flat, steep]: [Segment, Segment] = isFlat
    ? [
        [a, b],
        [c, d],
      ]
    : [
        [c, d],
        [a, b],
      ];
  const between = (value: number, one: number, other: number) =>
    Math.min(one, other) < value && value < Math.max(one, other);
  return between(steep[0].x, flat[0].x, flat[1].x) && between(flat[0].y, steep[0].y, steep[1].y);
}
