/** Pass H for links of two shapes that no wire stands for. Needs: shapes and flows drawn so far. Leaves: the points of one link. */
import type { Bounds, Point } from '../base/geometry.ts';
import { type Docking, detour } from './detour.ts';
import { cheapest } from './messages.ts';
import { nudged } from './nudge.ts';
import { portAt, slack } from './ports.ts';
import type { Surroundings } from './route-cost.ts';
import type { Flow, LayoutNode } from './scope.ts';

/** Messages and associations run upright where they can. */
export const messageDocking: Docking = {
  source: ['bottom', 'top', 'right', 'left'],
  target: ['top', 'bottom', 'left', 'right'],
};

/** Takes the best template if it is legal, else a way round within `region`; a link with neither is drawn straight through. */
export function drawLink(
  flow: Flow,
  routes: readonly Point[][],
  docking: Docking,
  around: Surroundings,
  region?: Bounds,
): void {
  const first = cheapest(flow, routes, around);
  const isCovered = first && around.cost(flow, first).overlaps > 0;
  const template = isCovered ? cheapest(flow, [first, ...nudged({ ...flow, points: first })], around) : first;
  const cost = template && around.cost(flow, template);
  const isLegal = cost && cost.hits === 0 && cost.overlaps === 0 && cost.texts === 0;
  const round = isLegal
    ? undefined
    : (detour(flow, around, docking, region) ?? (region && detour(flow, around, docking)));
  const candidates = [template, round].filter((points) => points !== undefined);
  const best = cheapest(flow, candidates, around) ?? [centre(flow.source), centre(flow.target)];
  // A search for a long way thins out its lines: what then runs through a text may find room beside it.
  flow.points = clearOfTexts(flow, best, around);
  if (flow.kind === 'message') flow.points = clearOfNeighbours(flow, around);
  around.addFlow(flow);
}

/** Moves a route aside, off the texts that it runs through, as long as there are less of them then. */
export function clearOfTexts(flow: Flow, points: Point[], around: Surroundings): Point[] {
  let best = points;
  for (let texts = around.cost(flow, best).texts; texts > 0; ) {
    const moved = cheapest(flow, [best, ...nudged({ ...flow, points: best })], around) ?? best;
    const left = around.cost(flow, moved).texts;
    if (left >= texts) break;
    [best, texts] = [moved, left];
  }
  return best;
}

/** Where a message lies beside another line, its parts give way one by one, as far as that costs less than it spares. */
function clearOfNeighbours(flow: Flow, around: Surroundings): Point[] {
  let { points } = flow;
  for (let count = around.neighbours(flow, points); count > 0; ) {
    const moved = cheapest(flow, [points, ...nudged({ ...flow, points })], around) ?? points;
    const left = around.neighbours(flow, moved);
    if (left >= count) break;
    [points, count] = [moved, left];
  }
  return points;
}

function centre({ x, y }: LayoutNode): Point {
  return { x, y };
}

/** One straight line where the two shapes are above or beside each other. */
export function shortRoutes({ source, target }: Flow): Point[][] {
  const routes: Point[][] = [];
  const x = common(source.x, slack(source, 'top'), target.x, slack(target, 'top'));
  if (x !== undefined && Math.abs(source.y - target.y) > (source.height + target.height) / 2) {
    const [from, to] = source.y < target.y ? (['bottom', 'top'] as const) : (['top', 'bottom'] as const);
    routes.push([portAt(source, from, x - source.x), portAt(target, to, x - target.x)]);
  }
  const y = common(source.y, slack(source, 'left'), target.y, slack(target, 'left'));
  if (y !== undefined && Math.abs(source.x - target.x) > (source.width + target.width) / 2) {
    const [from, to] = source.x < target.x ? (['right', 'left'] as const) : (['left', 'right'] as const);
    routes.push([portAt(source, from, y - source.y), portAt(target, to, y - target.y)]);
  }
  return routes;
}

/** A place on both of two stretches, given by their middles and half lengths; the middle of the shorter one if possible. */
function common(a: number, halfA: number, b: number, halfB: number): number | undefined {
  const [low, high] = [Math.max(a - halfA, b - halfB), Math.min(a + halfA, b + halfB)];
  if (low > high) return undefined;
  const wish = halfA < halfB ? a : b;
  return wish >= low && wish <= high ? wish : Math.round((low + high) / 2);
}
