/**
 * Pass H, associations. Needs: shapes, texts and flows drawn so far. Leaves: the points of one association. Source: modelers and bpmn-js draw
 * associations as one straight line; a line to a flow ends where it is short.
 */
import type { Bounds, Point } from '../base/geometry.ts';
import { drawLink, messageDocking, shortRoutes } from './link-routes.ts';
import { cheapest } from './messages.ts';
import { obliqueLine } from './oblique-line.ts';
import { between, middleOf, partsOf } from './polyline.ts';
import type { Surroundings } from './route-cost.ts';
import type { Flow, LayoutNode } from './scope.ts';

/** A line to a flow keeps this far from the flow's ends and bends. */
const offEnds = 12;
/** A way round is worth its bends only where a straight line would cross more. */
const roundabout = 100;

interface Candidate {
  readonly points: Point[];
  readonly cost: number;
  readonly crossings: number;
}

/** One upright, level or slanting line if there is a good one; else what costs least. An end on a flow stands for the best
 * place on it. A way round stays within `region`. */
export function routeAssociation(flow: Flow, around: Surroundings, region?: Bounds): void {
  const line = bestLine(flow, around);
  if (!line || line.crossings > 0) drawLink(flow, shortRoutes(flow), messageDocking, around, region);
  if (!line || (flow.points.length > 0 && around.cost(flow, flow.points).total + roundabout <= line.cost)) return;
  around.removeFlow(flow);
  flow.points = line.points;
  around.addFlow(flow);
}

/** The best straight line, with its ends on flows where that line has them. */
function bestLine(flow: Flow, around: Surroundings): Candidate | undefined {
  const end = [flow.source, flow.target].find((node) => node.onFlow);
  if (!end) return lineBetween(flow, around);
  const other = end === flow.source ? flow.target : flow.source;
  let best: (Candidate & Point) | undefined;
  for (const { x, y } of placesOn(end.onFlow?.points ?? [], other)) {
    [end.x, end.y] = [x, y];
    const line = lineBetween(flow, around);
    if (line && (!best || line.cost < best.cost)) best = { ...line, x, y };
  }
  const { x, y } = best ?? middleOf(end.onFlow?.points ?? []);
  [end.x, end.y] = [x, y];
  return best;
}

function lineBetween(flow: Flow, around: Surroundings): Candidate | undefined {
  const points = cheapest(flow, shortRoutes(flow), around);
  const cost = points && around.cost(flow, points);
  if (cost && cost.hits + cost.overlaps + cost.texts + cost.crossings === 0)
    return { points, cost: cost.total, crossings: 0 };
  return obliqueLine(flow, around);
}

/** The middle of a route first, then of each of its parts the middle and what is nearest to the other end. */
function placesOn(points: readonly Point[], other: LayoutNode): Point[] {
  const places = partsOf(points).flatMap(({ a, b }) => {
    const length = Math.hypot(b.x - a.x, b.y - a.y);
    if (length < 2 * offEnds) return [];
    const share = ((other.x - a.x) * (b.x - a.x) + (other.y - a.y) * (b.y - a.y)) / length ** 2;
    const margin = offEnds / length;
    return [0.5, Math.min(1 - margin, Math.max(margin, share))].map((at) => between(a, b, at));
  });
  return [middleOf(points), ...places];
}
