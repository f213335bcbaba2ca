/** Pass H, where no template is legal. Needs: shapes and flows drawn so far. Leaves: the cheapest orthogonal route for one flow. */
import type { Bounds, Point } from '../base/geometry.ts';
import { costs } from './crossing-cost.ts';
import { borderSide, portAt, type Side, slack } from './ports.ts';
import { lengthCost, type Surroundings } from './route-cost.ts';
import { routeGrid } from './route-grid.ts';
import { isSpent, type Port, searchRoute } from './route-search.ts';
import { boundsOf, type Flow, type LayoutNode } from './scope.ts';

/** The search looks this far around both ends; farther only if it must. */
const reaches = [160, 800];

/** Sides in the order of preference; the unusual ones cost a little. */
export interface Docking {
  readonly source: readonly Side[];
  readonly target: readonly Side[];
}

/** The cheapest route, or undefined if every one runs through a shape. `region` bounds it, such as the pool around a sequence flow. */
export function detour(flow: Flow, around: Surroundings, docking: Docking, region?: Bounds): Point[] | undefined {
  if (isSpent(around)) return undefined;
  const starts = portsOf(flow.source, docking.source, flow, around, true);
  const goals = portsOf(flow.target, docking.target, flow, around, false);
  for (const reach of reaches) {
    const grid = routeGrid(areaAround(flow, reach, region), flow, around, [...starts, ...goals]);
    const found = searchRoute(grid, starts, goals, around);
    if (found) return straightened(found);
  }
  return undefined;
}

const nodeOffsets = [0, 10, -10, 20, -20];
/** A pool may be met anywhere; it is searched for some way to both sides of the other end. */
const poolOffsets = Array.from({ length: 41 }, (_, index) => (index % 2 === 0 ? index / 2 : -(index + 1) / 2) * 10);

/** The middles of the sides, and places beside them where the middle is taken by a flow of other ends. */
function portsOf(
  node: LayoutNode,
  sides: readonly Side[],
  flow: Flow,
  around: Surroundings,
  isSource: boolean,
): Port[] {
  const allowed: readonly Side[] = node.host ? [borderSide(node)] : sides;
  const other = isSource ? flow.target : flow.source;
  const middle = node.kind === 'pool' ? other.x - node.x : 0;
  return allowed.flatMap((side, index) => {
    const room = slack(node, side);
    return (node.kind === 'pool' ? poolOffsets : nodeOffsets)
      .filter((offset) => Math.abs(middle + offset) <= room)
      .map((offset) => {
        const point = portAt(node, side, middle + offset);
        const taken = around
          .flowsIn({ ...point, width: 0, height: 0 })
          .some((other) => (isSource ? other.source !== flow.source : other.target !== flow.target));
        return {
          ...point,
          side,
          cost: index * costs.unusualSide + Math.abs(offset) * lengthCost + (taken ? costs.overlap : 0),
        };
      });
  });
}

function areaAround({ source, target }: Flow, reach: number, region: Bounds | undefined): Bounds {
  const [a, b] = [boundsOf(source), boundsOf(target)];
  let [left, right] = [Math.min(a.x, b.x) - reach, Math.max(a.x + a.width, b.x + b.width) + reach];
  let [top, bottom] = [Math.min(a.y, b.y) - reach, Math.max(a.y + a.height, b.y + b.height) + reach];
  if (region) {
    [left, right] = [Math.max(left, region.x + 10), Math.min(right, region.x + region.width - 10)];
    [top, bottom] = [Math.max(top, region.y + 10), Math.min(bottom, region.y + region.height - 10)];
  }
  return { x: left, y: top, width: right - left, height: bottom - top };
}

/** The same way without points on straight parts. */
export function straightened(points: readonly Point[]): Point[] {
  return points.filter((point, index) => {
    const [before, after] = [points[index - 1], points[index + 1]];
    if (before && before.x === point.x && before.y === point.y) return false;
    if (!before || !after) return true;
    return !((before.x === point.x && point.x === after.x) || (before.y === point.y && point.y === after.y));
  });
}
