/** Last pass for cases. Needs: bounds, points and label boxes. Leaves: a CMMNDiagram in whole px, upper left corner at 80,80. Source: CMMN 1.1, chapter 7 (CMMNDI). */
import type { Bounds, Point } from '../../base/geometry.ts';
import { type Cmmn, type CmmnDi, createElement } from '../../model/index.ts';
import type { LayoutPin } from '../layout-file.ts';
import { boundsOf, type LayoutNode } from '../scope.ts';
import { styleFor } from './case-colours.ts';
import { around, type CaseConnector, type CaseContainer, type CaseSheet } from './case-sheet.ts';

const origin = 80;

/** What a diagram is called. */
export interface DiagramFacts {
  readonly id: string;
  readonly name?: string;
}

/** What pins say beside where things stand, and the exact boxes of what stands by a pin or among it. */
export interface CaseEmission {
  /** Ids of shapes and lines that other diagrams of the model have; those of this one are added. */
  readonly ids: Set<string>;
  readonly pins: ReadonlyMap<string, LayoutPin>;
  /** With it everything stays where it is; without, the drawing begins at 80,80. */
  readonly bounds?: ReadonlyMap<LayoutNode, Bounds>;
}

export function emitCases(sheet: CaseSheet, facts: DiagramFacts, emission: CaseEmission): CmmnDi.CMMNDiagram {
  return new Emission(sheet, emission).diagram(sheet, facts);
}

class Emission {
  readonly #ids: Set<string>;
  readonly #dx: number;
  readonly #dy: number;
  readonly #extent: Bounds;
  readonly #pins: ReadonlyMap<string, LayoutPin>;
  readonly #exact: ReadonlyMap<LayoutNode, Bounds> | undefined;
  readonly #collapsed: ReadonlySet<LayoutNode>;

  constructor({ shapes, connectors, plans }: CaseSheet, { ids, pins, bounds }: CaseEmission) {
    this.#ids = ids;
    this.#extent = around([
      ...shapes.flatMap(([, node]) => (node.labelBounds ? [boundsOf(node), node.labelBounds] : [boundsOf(node)])),
      ...connectors.all.flatMap(({ flow }) => [
        ...flow.points.map(({ x, y }) => ({ x, y, width: 0, height: 0 })),
        ...(flow.labelBounds ? [flow.labelBounds] : []),
      ]),
    ]);
    this.#dx = origin - Math.floor(this.#extent.x);
    this.#dy = origin - Math.floor(this.#extent.y);
    this.#pins = pins;
    this.#exact = bounds;
    this.#collapsed = new Set(plans.flatMap(({ container }) => collapsedIn(container)));
  }

  diagram({ shapes, connectors }: CaseSheet, { id, name }: DiagramFacts): CmmnDi.CMMNDiagram {
    const diagramElements = [
      ...shapes.map(([element, node]) => this.#shape(element, node)),
      ...connectors.all.filter(({ flow }) => flow.points.length > 1).map((connector) => this.#edge(connector)),
    ];
    const { width, height } = this.#extent;
    const size = createElement('cdc:Dimension', {
      width: Math.ceil(width) + 2 * origin,
      height: Math.ceil(height) + 2 * origin,
    });
    return createElement('cmmndi:CMMNDiagram', {
      id,
      ...(name !== undefined && { name }),
      Size: size,
      diagramElements,
    });
  }

  #shape(element: Cmmn.CMMNElement, node: LayoutNode): CmmnDi.CMMNShape {
    return createElement('cmmndi:CMMNShape', {
      id: this.#id(node.id),
      cmmnElementRef: element,
      bounds: this.#bounds(this.#exact?.get(node) ?? boundsOf(node)),
      label: this.#label(node.labelBounds),
      ...(this.#collapsed.has(node) && { isCollapsed: true }),
      ...(this.#pins.get(node.id)?.tableCollapsed && { isPlanningTableCollapsed: true }),
      ...this.#style(node.id),
    });
  }

  #edge({ key, flow, kind, element, source, target, showsEvent }: CaseConnector): CmmnDi.CMMNEdge {
    return createElement('cmmndi:CMMNEdge', {
      id: this.#id(lineOf({ element, flow })),
      ...(element && { cmmnElementRef: element }),
      ...endsOf({ kind, source, target }),
      ...(showsEvent && { isStandardEventVisible: true }),
      waypoint: flow.points.map((point) => createElement('cdc:Point', this.#point(point))),
      label: this.#label(flow.labelBounds),
      ...this.#style(key),
    });
  }

  #style(key: string): { readonly style?: CmmnDi.CMMNStyle } {
    const pin = this.#pins.get(key);
    const style = styleFor(pin?.fill, pin?.stroke);
    return style ? { style } : {};
  }

  /** An on-part has a line to each criterion that shares its sentry; a note on items of two cases stands in the diagrams of both. */
  #id(of: string): string {
    let id = `${of}_di`;
    for (let count = 2; this.#ids.has(id); count++) id = `${of}_di_${count}`;
    this.#ids.add(id);
    return id;
  }

  #label(bounds: Bounds | undefined): CmmnDi.CMMNLabel {
    return createElement('cmmndi:CMMNLabel', bounds ? { bounds: this.#bounds(bounds) } : {});
  }

  #bounds(bounds: Bounds) {
    const { width, height } = bounds;
    const size = this.#exact ? { width, height } : { width: Math.round(width), height: Math.round(height) };
    return createElement('cdc:Bounds', { ...this.#point(bounds), ...size });
  }

  #point({ x, y }: Point): Point {
    return this.#exact ? { x, y } : { x: Math.round(x) + this.#dx, y: Math.round(y) + this.#dy };
  }
}

/** What the id of a line is made of. */
export function lineOf({ element, flow }: Pick<CaseConnector, 'element' | 'flow'>): string {
  return element ? String(element.get('id')) : `${flow.source.id}_${flow.target.id}`;
}

/** The ends that the line of a connector names. */
export function endsOf({ kind, source, target }: Pick<CaseConnector, 'kind' | 'source' | 'target'>) {
  if (kind === 'on-part') return { targetCMMNElementRef: target };
  return kind === 'discretionary' ? { sourceCMMNElementRef: source, targetCMMNElementRef: target } : {};
}

function collapsedIn({ items }: CaseContainer): LayoutNode[] {
  return items.flatMap(({ node, inner, isCollapsed }) => [
    ...(isCollapsed ? [node] : []),
    ...(inner ? collapsedIn(inner) : []),
  ]);
}
