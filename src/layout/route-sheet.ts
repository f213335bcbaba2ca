/**
 * Pass H for a whole diagram. Needs: everything in place. Leaves: points of all flows. Source: templates first, each checked against shapes and
 * flows; what runs through a shape or lies on another flow is moved aside or led round (rip-up, two rounds).
 */
import type { Bounds, Point } from '../base/geometry.ts';
import { routeAssociation } from './association-routes.ts';
import { type Docking, detour } from './detour.ts';
import { header } from './frames.ts';
import { allScopes, type PlacedScope } from './layout-scope.ts';
import { clearOfTexts, drawLink, messageDocking, shortRoutes } from './link-routes.ts';
import { cheapest, gapsBetween, messagePorts, messageRoutes } from './messages.ts';
import { nudged, outOfRightCorner, roundCorner } from './nudge.ts';
import { Surroundings } from './route-cost.ts';
import { routeSelfLoop, routeWire } from './routes.ts';
import { anchorOf, boundsOf, type Flow, type LayoutNode } from './scope.ts';
import type { PoolFrame, Sheet } from './sheet.ts';
import { nearestFirst } from './trunks.ts';

const rounds = 2;

const sequenceDocking: Docking = {
  source: ['right', 'bottom', 'top', 'left'],
  target: ['left', 'top', 'bottom', 'right'],
};

/** Draws the sequence flows of a sheet; returns what stands where. */
export function routeSequenceFlows(sheet: Sheet, placed: PlacedScope): Surroundings {
  const around = new Surroundings(sheet.nodes.map(([, node]) => node));
  const flows = routeWires(placed);
  for (const flow of flows) around.addFlow(flow);
  clearCorners(flows, around);
  for (const flow of flows) if (isSelfLoop(flow) && !flow.source.host) takeFreeSide(flow, around);
  for (let round = 0; round < rounds; round++) {
    let isMended = false;
    for (const flow of flows) {
      if (isSelfLoop(flow)) continue;
      const before = flow.points;
      mend(flow, around, sequenceDocking, regionOf(flow, sheet));
      isMended ||= flow.points !== before;
    }
    // Where nothing has moved, the next round finds what this one has found.
    if (!isMended) break;
  }
  return around;
}

/** A self loop takes the side of its step that no other flow takes. */
function takeFreeSide(flow: Flow, around: Surroundings): void {
  around.removeFlow(flow);
  flow.points = cheapest(flow, [flow.points, routeSelfLoop(flow, true)], around) ?? flow.points;
  around.addFlow(flow);
}

/** Where a flow enters a gateway at the corner by which another leaves, it goes on into the left one. */
function clearCorners(flows: readonly Flow[], around: Surroundings): void {
  const key = ({ id }: LayoutNode, end: Point | undefined) => `${id} ${end?.x} ${end?.y}`;
  const leaving = new Set(flows.map(({ source, points }) => key(source, points[0])));
  for (const flow of flows) {
    const { target, points } = flow;
    const round = target.kind === 'gateway' && leaving.has(key(target, points.at(-1))) ? roundCorner(flow) : undefined;
    if (!round) continue;
    around.removeFlow(flow);
    const [before, after] = [around.cost(flow, points), around.cost(flow, round)];
    if (after.total < before.total && after.crossings <= before.crossings) flow.points = round;
    around.addFlow(flow);
  }
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
  if (!around.isInTrouble(flow)) return;
  around.removeFlow(flow);
  const out = outOfRightCorner(flow);
  const isFree = out?.[0] && around.flowsIn({ ...out[0], width: 0, height: 0 }).length === 0;
  const routes = [flow.points, ...(isFree ? [out] : []), ...nudged(flow)];
  const aside = cheapest(flow, routes, around) ?? flow.points;
  const cost = around.cost(flow, aside);
  const round = cost.hits > 0 || cost.overlaps > 0 ? detour(flow, around, docking, region) : undefined;
  flow.points = cheapest(flow, round ? [aside, round] : [aside], around) ?? flow.points;
  around.addFlow(flow);
}

/** A sequence flow stays in its sub-process or pool, or in the lanes of a process without one. */
function regionOf(flow: Flow, sheet: Sheet): Bounds | undefined {
  const { parent, band } = anchorOf(flow.source);
  if (parent) return boundsOf(parent);
  const pool = sheet.pools.find(({ bands }) => bands.first <= band && band <= bands.last);
  return pool ? insideOf(pool) : insideOfLanes(sheet);
}

/** The lanes of a process without a pool, without their headers. */
function insideOfLanes({ pools, lanes, scope }: Sheet): Bounds | undefined {
  const drawn = pools.length > 0 ? [] : lanes.filter((lane) => lane.bands.scope === scope);
  const boxes = drawn.flatMap(({ bounds }) => bounds ?? []);
  if (boxes.length === 0) return undefined;
  const left = Math.max(...boxes.map(({ x }) => x)) + header;
  const right = Math.max(...boxes.map(({ x, width }) => x + width));
  const top = Math.min(...boxes.map(({ y }) => y));
  return { x: left, y: top, width: right - left, height: Math.max(...boxes.map(({ y, height }) => y + height)) - top };
}

/** A pool without the headers at its left. */
function insideOf({ node, laneDepth }: PoolFrame): Bounds {
  const { x, y, width, height } = boundsOf(node);
  const headers = header * (laneDepth + 1);
  return { x: x + headers, y, width: width - headers, height };
}

/** The inside of the pool, or of the lanes without one, that both ends of a link lie in. */
function poolAround({ source, target }: Flow, sheet: Sheet): Bounds | undefined {
  const holds = ({ x, y, width, height }: Bounds, node: LayoutNode) =>
    x < node.x && node.x < x + width && y < node.y && node.y < y + height;
  const frames = sheet.pools.length > 0 ? sheet.pools.map(insideOf) : [insideOfLanes(sheet) ?? []].flat();
  return frames.find((frame) => holds(frame, source) && holds(frame, target));
}

/** Moves sequence flows off the texts beside shapes that found no free place. */
export function clearOfNames(placed: PlacedScope, around: Surroundings): void {
  for (const { scope } of allScopes(placed)) {
    for (const flow of scope.flows) {
      if (!around.runsThroughText(flow.points)) continue;
      around.removeFlow(flow);
      flow.points = clearOfTexts(flow, flow.points, around);
      around.addFlow(flow);
    }
  }
}

/** Draws messages, then flows between scopes, round what is drawn already. */
export function routeLinks({ scope: { links }, pools }: Sheet, around: Surroundings): void {
  const messages = links.filter((link) => link.kind === 'message');
  const ports = messagePorts(messages);
  const gaps = gapsBetween(pools.map((pool) => pool.node));
  for (const flow of messages) {
    drawLink(flow, messageRoutes(flow, ports.get(flow) ?? { source: 0, target: 0 }, gaps), messageDocking, around);
  }
  for (const flow of links.filter((link) => link.kind === 'sequence'))
    drawLink(flow, shortRoutes(flow), sequenceDocking, around);
}

/** Draws associations round all else, names of flows included. */
export function routeAssociations(sheet: Sheet, around: Surroundings): void {
  for (const flow of nearestFirst(sheet.scope.links.filter((link) => link.kind === 'association')))
    routeAssociation(flow, around, poolAround(flow, sheet));
}
