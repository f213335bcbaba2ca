/**
 * Criteria whose connectors cross others go to another place on their host, if that costs less. Needs: all connectors led. Leaves: the same with fewer
 * crossings. Source: local search over one criterion at a time, the costs of the router; it ends after its share of searching.
 */
import type { Point } from '../../base/geometry.ts';
import type { Side } from '../ports.ts';
import { grown, holds } from '../route-cost.ts';
import { boundsOf, type Flow, type LayoutNode } from '../scope.ts';
import type { CaseCriterion } from './case-sheet.ts';
import { corner, pitch, slantOf, tableReach } from './criteria.ts';
import type { ConnectorRouter } from './route-connectors.ts';

/** Places that all searches for better places may look at, in the measure of the router. */
const share = 150_000;
const rounds = 2;
/** Between a criterion and what is beside its host. */
const apart = 10;
/** What the sides cost: less than a crossing, mostly more than a bend. */
const sideCosts: Readonly<Record<'entry' | 'exit', Readonly<Record<Side, number>>>> = {
  entry: { left: 0, top: 60, bottom: 60, right: 180 },
  exit: { right: 0, left: 40, bottom: 40, top: 60 },
};
const sides: readonly Side[] = ['left', 'top', 'bottom', 'right'];

interface Place extends Point {
  readonly side: Side;
}

export function moveCriteria(criteria: Iterable<CaseCriterion>, flows: readonly Flow[], router: ConnectorRouter): void {
  const end = router.around.effort + share;
  const ending = Map.groupBy(flows, ({ target }) => target);
  const beginning = Map.groupBy(flows, ({ source }) => source);
  const all = [...criteria].map((criterion) => ({
    criterion,
    own: [...(ending.get(criterion.node) ?? []), ...(beginning.get(criterion.node) ?? [])],
  }));
  for (let round = 0; round < rounds; round++)
    for (const { criterion, own } of all) if (router.around.effort < end) improve(criterion, own, all, router);
}

function improve(
  criterion: CaseCriterion,
  own: readonly Flow[],
  all: readonly { readonly criterion: CaseCriterion }[],
  router: ConnectorRouter,
): void {
  const { around } = router;
  around.lookFor();
  const { node, side } = criterion;
  const { host } = node;
  const now = own.map((flow) => around.cost(flow, flow.points));
  if (!host || now.every(({ crossings, overlaps, hits }) => crossings + overlaps + hits === 0)) return;
  const others = all.map((each) => each.criterion).filter((each) => each !== criterion && each.node.host === host);
  let best = { place: { side, x: node.x, y: node.y }, paths: pathsOf(own), cost: sum(now) + costOf(criterion, side) };
  for (const flow of own) around.removeFlow(flow);
  for (const place of placesFor(criterion, host, own)) {
    around.lookFor();
    if (!isFree(place, criterion, host, others, router)) continue;
    put(criterion, place, host, router);
    for (const flow of own) router.draw(flow);
    around.lookFor();
    const cost = sum(own.map((flow) => around.cost(flow, flow.points))) + costOf(criterion, place.side);
    if (cost < best.cost) best = { place, paths: pathsOf(own), cost };
    for (const flow of own) around.removeFlow(flow);
  }
  put(criterion, best.place, host, router);
  for (const [index, flow] of own.entries()) {
    flow.points = best.paths[index] ?? [];
    around.addFlow(flow);
  }
}

const pathsOf = (flows: readonly Flow[]) => flows.map(({ points }) => points);
const sum = (costs: readonly { readonly total: number }[]) => costs.reduce((all, { total }) => all + total, 0);

function costOf({ isEntry }: CaseCriterion, side: Side): number {
  return sideCosts[isEntry ? 'entry' : 'exit'][side];
}

/** On each side straight ahead of the other ends, and in the middle. */
function placesFor({ node }: CaseCriterion, host: LayoutNode, flows: readonly Flow[]): Place[] {
  const others = flows.map(({ source, target }) => (source === node ? target : source));
  return sides.flatMap((side) => {
    const isUpright = side === 'left' || side === 'right';
    const reach = (isUpright ? host.height : host.width) / 2 - corner - slantOf(host);
    if (reach < 0) return [];
    const wishes = others.map((other) => (isUpright ? other.y - host.y : other.x - host.x));
    const offsets = new Set([...wishes, 0].map((wish) => Math.round(Math.max(-reach, Math.min(reach, wish)))));
    const [dx, dy] = [
      side === 'left' ? -host.width / 2 : host.width / 2,
      side === 'top' ? -host.height / 2 : host.height / 2,
    ];
    return [...offsets].map((offset) =>
      isUpright ? { side, x: host.x + dx, y: host.y + offset } : { side, x: host.x + offset, y: host.y + dy },
    );
  });
}

/** Clear of other criteria, of the marks and the table of its host, and of what is beside that. */
function isFree(
  { side, x, y }: Place,
  { node }: CaseCriterion,
  host: LayoutNode,
  others: readonly CaseCriterion[],
  { around }: ConnectorRouter,
): boolean {
  if (x === node.x && y === node.y) return false;
  if (others.some((other) => Math.abs(other.node.x - x) < pitch && Math.abs(other.node.y - y) < pitch)) return false;
  if ((side === 'top' || side === 'bottom') && Math.abs(x - host.x) < tableReach) return false;
  const box = grown({ ...boundsOf(node), x: x - node.width / 2, y: y - node.height / 2 }, apart);
  if (around.textsIn(box).length > 0 || around.flowsIn(box).length > 0) return false;
  return around.shapesIn(box).every((shape) => shape === node || shape === host || holds(shape, host));
}

function put(criterion: CaseCriterion, { side, x, y }: Place, host: LayoutNode, { around }: ConnectorRouter): void {
  around.moveShape(criterion.node, { x, y });
  criterion.side = side;
  criterion.dx = x - host.x;
  criterion.dy = y - host.y;
}
