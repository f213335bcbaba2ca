/** Last pass for cases. Needs: bounds, points and label boxes. Leaves: a CMMNDiagram in whole px, upper left corner at 80,80. Source: CMMN 1.1, chapter 7 (CMMNDI). */
import type { Bounds, Point } from '../../base/geometry.ts';
import { type Cmmn, type CmmnDi, createElement } from '../../model/index.ts';
import { boundsOf, type LayoutNode } from '../scope.ts';
import { around, type CaseConnector, type CaseContainer, type CaseSheet } from './case-sheet.ts';
import type { CaseLooks } from './looks.ts';

const origin = 80;

export function emitCases(sheet: CaseSheet, looks: CaseLooks): CmmnDi.CMMNDiagram {
  const emission = new Emission(sheet, looks);
  return emission.diagram(sheet);
}

class Emission {
  readonly #ids = new Set<string>();
  readonly #dx: number;
  readonly #dy: number;
  readonly #extent: Bounds;
  readonly #looks: CaseLooks;
  readonly #collapsed: ReadonlySet<LayoutNode>;

  constructor({ shapes, connectors, plans }: CaseSheet, looks: CaseLooks) {
    this.#extent = around([
      ...shapes.flatMap(([, node]) => (node.labelBounds ? [boundsOf(node), node.labelBounds] : [boundsOf(node)])),
      ...connectors.flatMap(({ flow }) => [
        ...flow.points.map(({ x, y }) => ({ x, y, width: 0, height: 0 })),
        ...(flow.labelBounds ? [flow.labelBounds] : []),
      ]),
    ]);
    this.#dx = origin - Math.floor(this.#extent.x);
    this.#dy = origin - Math.floor(this.#extent.y);
    this.#looks = looks;
    this.#collapsed = new Set(plans.flatMap(({ container }) => collapsedIn(container)));
  }

  diagram({ shapes, connectors }: CaseSheet): CmmnDi.CMMNDiagram {
    const diagramElements = [
      ...shapes.map(([element, node]) => this.#shape(element, node)),
      ...connectors.filter(({ flow }) => flow.points.length > 1).map((connector) => this.#edge(connector)),
    ];
    const { width, height } = this.#extent;
    const size = createElement('cdc:Dimension', {
      width: Math.ceil(width) + 2 * origin,
      height: Math.ceil(height) + 2 * origin,
    });
    return createElement('cmmndi:CMMNDiagram', { id: 'CMMNDiagram_1', Size: size, diagramElements });
  }

  #shape(element: Cmmn.CMMNElement, node: LayoutNode): CmmnDi.CMMNShape {
    return createElement('cmmndi:CMMNShape', {
      id: this.#id(node.id),
      cmmnElementRef: element,
      bounds: this.#bounds(boundsOf(node)),
      label: this.#label(node.labelBounds),
      ...(this.#collapsed.has(node) && { isCollapsed: true }),
      ...(this.#looks.collapsedTables.has(element) && { isPlanningTableCollapsed: true }),
    });
  }

  #edge({ flow, kind, element, source, target, showsEvent }: CaseConnector): CmmnDi.CMMNEdge {
    const ends =
      kind === 'on-part'
        ? { targetCMMNElementRef: target }
        : kind === 'discretionary'
          ? { sourceCMMNElementRef: source, targetCMMNElementRef: target }
          : {};
    return createElement('cmmndi:CMMNEdge', {
      id: this.#id(element ? String(element.get('id')) : `${flow.source.id}_${flow.target.id}`),
      ...(element && { cmmnElementRef: element }),
      ...ends,
      ...(showsEvent && { isStandardEventVisible: true }),
      waypoint: flow.points.map((point) => createElement('cdc:Point', this.#point(point))),
      label: this.#label(flow.labelBounds),
    });
  }

  /** An on-part has a line to each criterion that shares its sentry. */
  #id(of: string): string {
    let id = `${of}_di`;
    for (let count = 2; this.#ids.has(id); count++) id = `${of}_di_${count}`;
    this.#ids.add(id);
    return id;
  }

  #label(bounds: Bounds | undefined): CmmnDi.CMMNLabel {
    return createElement('cmmndi:CMMNLabel', bounds ? { bounds: this.#bounds(bounds) } : {});
  }

  #bounds({ x, y, width, height }: Bounds) {
    return createElement('cdc:Bounds', {
      ...this.#point({ x, y }),
      width: Math.round(width),
      height: Math.round(height),
    });
  }

  #point({ x, y }: Point): Point {
    return { x: Math.round(x) + this.#dx, y: Math.round(y) + this.#dy };
  }
}

function collapsedIn({ items }: CaseContainer): LayoutNode[] {
  return items.flatMap(({ node, inner, isCollapsed }) => [
    ...(isCollapsed ? [node] : []),
    ...(inner ? collapsedIn(inner) : []),
  ]);
}
