import type { Bounds, Point } from '../../base/geometry.ts';
import { BoxIndex } from '../box-index.ts';
import { boxOf, holds, Surroundings } from '../route-cost.ts';
import type { Flow, LayoutNode } from '../scope.ts';

/** The room in front of a criterion, through which its connectors will come. */
export interface Approach {
  readonly criterion: LayoutNode;
  readonly a: Point;
  readonly b: Point;
}

/** What is drawn already, as the connector that is led just now sees it: of a stage that it does not enter only the outside. */
export class CaseSurroundings extends Surroundings {
  readonly #approaches = new BoxIndex<Approach>();
  #flow: Flow | undefined;

  /** Looks with the eyes of a connector; without one sees everything. */
  lookFor(flow?: Flow): void {
    this.#flow = flow;
  }

  /** Of a criterion that connectors end at. */
  addApproach(approach: Approach): void {
    this.#approaches.add(approach, boxOf(approach.a, approach.b));
  }

  approachesIn(bounds: Bounds): Approach[] {
    return this.#approaches.find(bounds);
  }

  override shapesIn(bounds: Bounds): LayoutNode[] {
    const flow = this.#flow;
    const found = super.shapesIn(bounds);
    return flow ? found.filter((node) => isSeen(node, flow)) : found;
  }
}

function isSeen(node: LayoutNode, { source, target }: Flow): boolean {
  for (let outer = (node.host ?? node).parent; outer; outer = outer.parent)
    if (!holds(outer, source) && !holds(outer, target)) return false;
  return true;
}
