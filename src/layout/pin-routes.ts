/**
 * Flows among pinned shapes. Needs: a canvas on which every shape has its place. Leaves: points of all flows, boxes of all texts. Source: design,
 * "Pinned positions": a flow keeps its way while its ends stand; one that runs into something new is led anew.
 */
import type { Bounds, Point } from '../base/geometry.ts';
import { type Docking, detour } from './detour.ts';
import { addEnvelopes, placeFlowLabels, placeNodeLabels } from './labels.ts';
import type { LayoutPin } from './layout-file.ts';
import { cheapest } from './messages.ts';
import { passes } from './passes.ts';
import type { Canvas } from './pin-canvas.ts';
import { borderSide, outwards } from './ports.ts';
import { Surroundings } from './route-cost.ts';
import { routeAssociations, routeLinks } from './route-sheet.ts';
import { portTowards, routeSelfLoop } from './routes.ts';
import { anchorOf, boundsOf, type Flow, type LayoutNode } from './scope.ts';
import type { Sheet } from './sheet.ts';

const docking: Docking = {
  source: ['right', 'bottom', 'top', 'left'],
  target: ['left', 'top', 'bottom', 'right'],
};

/** Draws every flow that has no way yet, and places the texts of what is new. */
export function drawAround(canvas: Canvas, pins: ReadonlyMap<string, LayoutPin>): void {
  const { sheet } = canvas;
  const placed = sheet.nodes.map(([, node]) => node).filter((node) => canvas.bounds.has(node));
  const fresh = placed.filter((node) => !pins.get(node.id)?.bounds);
  dropIllegal(canvas, fresh);
  const around = new Surroundings(placed);
  const drawn = sheet.flows
    .map(([, flow]) => flow)
    .filter((flow) => !pins.get(flow.id)?.undrawn && isWhole(flow, canvas));
  for (const flow of drawn) {
    flow.points = canvas.paths.get(flow) ?? [];
    around.addFlow(flow);
  }
  for (const [owner, box] of canvas.labels) {
    if ('kind' in owner) owner.labelBounds = box;
    around.addText(box);
  }
  const open = drawn.filter((flow) => !canvas.paths.has(flow));
  const isNew = (flow: Flow) => !canvas.paths.has(flow) || !pins.get(flow.id)?.path;
  const links = new Set(sheet.scope.links);
  for (const flow of open) if (!links.has(flow)) drawStep(flow, around);
  for (const flow of drawn) if (!links.has(flow) && isNew(flow)) mend(flow, around);
  placeNodeLabels(viewOf(sheet, fresh, open), { ...nothing, scope: sheet.scope }, around);
  const view = viewOf(sheet, fresh, open);
  routeLinks(view, around);
  const unnamed = drawn.filter((flow) => isNew(flow) && !canvas.labels.has(flow));
  addEnvelopes(drawn, around);
  placeFlowLabels(unnamed, around);
  routeAssociations(view, around);
  for (const flow of drawn) if (!canvas.paths.has(flow)) flow.points = flow.points.map(wholePoint);
}

const nothing = { extent: { left: 0, right: 0, top: 0, bottom: 0 }, lines: [], wires: [], inner: [] };

/** A sheet that has no more than these. */
function viewOf(sheet: Sheet, nodes: readonly LayoutNode[], flows: readonly Flow[]): Sheet {
  return {
    ...sheet,
    nodes: sheet.nodes.filter(([, node]) => nodes.includes(node)),
    flows: sheet.flows.filter(([, flow]) => flows.includes(flow)),
    scope: { ...sheet.scope, links: sheet.scope.links.filter((link) => flows.includes(link)) },
  };
}

function isWhole(flow: Flow, canvas: Canvas): boolean {
  return canvas.has(flow.source) && canvas.has(flow.target);
}

function wholePoint({ x, y }: Point): Point {
  return { x: Math.round(x), y: Math.round(y) };
}

/** Forgets the ways that run through something new. */
function dropIllegal(canvas: Canvas, fresh: readonly LayoutNode[]): void {
  const boxes = fresh.filter((node) => !node.inner).map((node) => [node, shrunk(boundsOf(node))] as const);
  for (const [flow, path] of canvas.paths) {
    const isMet = boxes.some(
      ([node, box]) =>
        node !== flow.source &&
        node !== flow.target &&
        path.slice(1).some((b, index) => passes([path[index] ?? b, b], box)),
    );
    if (!isMet) continue;
    canvas.paths.delete(flow);
    canvas.labels.delete(flow);
  }
}

function shrunk({ x, y, width, height }: Bounds): Bounds {
  return { x: x + 1, y: y + 1, width: width - 2, height: height - 2 };
}

/** The cheapest of the usual forms; none legal: a way round. */
function drawStep(flow: Flow, around: Surroundings): void {
  if (anchorOf(flow.source) === anchorOf(flow.target)) flow.points = routeSelfLoop(flow);
  else flow.points = cheapest(flow, forms(flow), around) ?? [];
  around.addFlow(flow);
}

/** Straight; one bend out of a split or into a join; two bends on the way; over or under both. */
function forms(flow: Flow): Point[][] {
  const { source, target } = flow;
  const right = { x: source.x + source.width / 2, y: source.y };
  const left = { x: target.x - target.width / 2, y: target.y };
  const routes: Point[][] = [];
  if (source.y === target.y) {
    if (right.x < left.x) routes.push([right, left]);
  } else {
    const middle = Math.round((right.x + left.x) / 2);
    if (right.x < target.x) routes.push([right, { x: target.x, y: source.y }, portTowards(target, source.y)]);
    if (right.x < left.x) routes.push([right, { x: middle, y: right.y }, { x: middle, y: left.y }, left]);
    if (source.x < left.x) routes.push([portTowards(source, target.y), { x: source.x, y: target.y }, left]);
    if (source.x === target.x) routes.push([portTowards(source, target.y), portTowards(target, source.y)]);
  }
  const sides = [
    Math.min(source.y - source.height / 2, target.y - target.height / 2) - 20,
    Math.max(source.y + source.height / 2, target.y + target.height / 2) + 20,
  ];
  for (const y of sides)
    routes.push([portTowards(source, y), { x: source.x, y }, { x: target.x, y }, portTowards(target, y)]);
  return routes.filter((route) => leavesFreely(flow, route));
}

/** Nothing leaves an event on a border through its host. */
function leavesFreely({ source }: Flow, [first, second]: readonly Point[]): boolean {
  if (!source.host || !first || !second) return true;
  const { x, y } = outwards[borderSide(source)];
  return (second.x - first.x) * x + (second.y - first.y) * y > 0;
}

function mend(flow: Flow, around: Surroundings): void {
  const cost = around.cost(flow, flow.points);
  if (flow.points.length > 1 && cost.hits + cost.overlaps + cost.texts === 0) return;
  around.removeFlow(flow);
  const round = detour(flow, around, docking);
  const ways = [flow.points, ...(round ? [round] : [])].filter((points) => points.length > 1);
  flow.points = cheapest(flow, ways, around) ?? [
    portTowards(flow.source, flow.target.y),
    portTowards(flow.target, flow.source.y),
  ];
  around.addFlow(flow);
}
