/**
 * Pass H for a whole diagram. Needs: everything in place. Leaves: points of all flows. Source: templates first, each checked against shapes and
 * flows; what runs through a shape or lies on another flow is moved aside or led round (rip-up, two rounds).
 */
import type { Bounds, Point } from '../base/geometry.ts';
import { type Docking, detour } from './detour.ts';
import { allScopes, type PlacedScope } from './layout-scope.ts';
import { cheapest, gapsBetween, messagePorts, messageRoutes } from './messages.ts';
import { nudged } from './nudge.ts';
import { obliqueLine } from './oblique-line.ts';
import { portAt, slack } from './ports.ts';
import { Surroundings } from './route-cost.ts';
import { routeSelfLoop, routeWire } from './routes.ts';
import { anchorOf, boundsOf, type Flow, type LayoutNode } from './scope.ts';
import type { Sheet } from './sheet.ts';

const rounds = 2;

const sequenceDocking: Docking = {
  source: ['right', 'bottom', 'top', 'left'],
  target: ['left', 'top', 'bottom', 'right'],
};
const messageDocking: Docking = {
  source: ['bottom', 'top', 'right', 'left'],
  target: ['top', 'bottom', 'left', 'right'],
};

/** Draws the sequence flows of a sheet; returns what stands where. */
export function routeSequenceFlows(sheet: Sheet, placed: PlacedScope): Surroundings {
  const around = new Surroundings(sheet.nodes.map(([, node]) => node));
  const flows = routeWires(placed);
  for (const flow of flows) around.addFlow(flow);
  for (let round = 0; round < rounds; round++) {
    for (const flow of flows) if (!isSelfLoop(flow)) mend(flow, around, sequenceDocking, regionOf(flow, sheet));
  }
  return around;
}

function routeWires(placed: PlacedScope): Flow[] {
  const flows: Flow[] = [];
  for (const { wires, scope } of allScopes(placed)) {
    for (const wire of wires) {
      wire.flow.points = routeWire(wire);
      flows.push(wire.flow);
    }
    for (const flow of scope.flows.filter(isSelfLoop)) {
      flow.points = routeSelfLoop(flow);
      flows.push(flow);
    }
  }
  return flows;
}

function isSelfLoop(flow: Flow): boolean {
  return anchorOf(flow.source) === anchorOf(flow.target);
}

/** Moves a route that is in trouble aside, or leads it round, if that is cheaper. */
function mend(flow: Flow, around: Surroundings, docking: Docking, region: Bounds | undefined): void {
  const now = around.cost(flow, flow.points);
  if (now.hits === 0 && now.overlaps === 0) return;
  around.removeFlow(flow);
  const routes = [flow.points, ...nudged(flow)];
  const aside = cheapest(flow, routes, around) ?? flow.points;
  const cost = around.cost(flow, aside);
  const round = cost.hits > 0 || cost.overlaps > 0 ? detour(flow, around, docking, region) : undefined;
  flow.points = cheapest(flow, round ? [aside, round] : [aside], around) ?? flow.points;
  around.addFlow(flow);
}

/** A sequence flow stays in its sub-process or pool. */
function regionOf(flow: Flow, sheet: Sheet): Bounds | undefined {
  const { parent, band } = anchorOf(flow.source);
  if (parent) return boundsOf(parent);
  const pool = sheet.pools.find(({ bands }) => bands.first <= band && band <= bands.last);
  return pool && boundsOf(pool.node);
}

/** Draws messages, then associations, round what is drawn already. */
export function routeLinks(sheet: Sheet, around: Surroundings): void {
  const { links } = sheet.scope;
  const messages = links.filter((link) => link.kind === 'message');
  const ports = messagePorts(messages);
  const gaps = gapsBetween(sheet.pools.map((pool) => pool.node));
  for (const flow of messages) {
    draw(flow, messageRoutes(flow, ports.get(flow) ?? { source: 0, target: 0 }, gaps), messageDocking, around);
  }
  for (const flow of links.filter((link) => link.kind === 'association')) {
    for (const end of [flow.source, flow.target]) if (end.onFlow) moveToMiddle(end, end.onFlow.points);
    drawAssociation(flow, around);
  }
  for (const flow of links.filter((link) => link.kind === 'sequence'))
    draw(flow, shortRoutes(flow), sequenceDocking, around);
}

/** Half way along a route. */
function moveToMiddle(node: LayoutNode, points: readonly Point[]): void {
  const parts = points.slice(1).map((b, index) => ({ a: points[index] ?? b, b }));
  const lengths = parts.map(({ a, b }) => Math.hypot(b.x - a.x, b.y - a.y));
  let rest = lengths.reduce((sum, length) => sum + length, 0) / 2;
  for (const [index, { a, b }] of parts.entries()) {
    const length = lengths[index] ?? 0;
    if (rest > length) rest -= length;
    else {
      const share = length === 0 ? 0 : rest / length;
      [node.x, node.y] = [a.x + (b.x - a.x) * share, a.y + (b.y - a.y) * share];
      return;
    }
  }
}

/** One upright, level or slanting line, if one crosses nothing; else what costs least. */
function drawAssociation(flow: Flow, around: Surroundings): void {
  const template = cheapest(flow, shortRoutes(flow), around);
  const cost = template && around.cost(flow, template);
  const isFree = cost && cost.hits + cost.overlaps + cost.texts + cost.crossings === 0;
  const oblique = isFree ? undefined : obliqueLine(flow, around);
  if (!oblique || oblique.crossings > 0) draw(flow, shortRoutes(flow), messageDocking, around);
  if (!oblique || (flow.points.length > 0 && around.cost(flow, flow.points).total <= oblique.cost)) return;
  around.removeFlow(flow);
  flow.points = oblique.points;
  around.addFlow(flow);
}

/** Takes the best template if it is legal, else a way round; a link with neither is drawn straight through. */
function draw(flow: Flow, routes: readonly Point[][], docking: Docking, around: Surroundings): void {
  const template = cheapest(flow, routes, around);
  const cost = template && around.cost(flow, template);
  const isLegal = cost && cost.hits === 0 && cost.overlaps === 0 && cost.texts === 0;
  const round = isLegal ? undefined : detour(flow, around, docking);
  const candidates = [template, round].filter((points) => points !== undefined);
  flow.points = cheapest(flow, candidates, around) ?? [centre(flow.source), centre(flow.target)];
  around.addFlow(flow);
}

function centre({ x, y }: LayoutNode): Point {
  return { x, y };
}

/** One straight line where the two shapes are above or beside each other. */
function shortRoutes({ source, target }: Flow): Point[][] {
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
