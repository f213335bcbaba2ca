/**
 * Needs: everything in place. Leaves: the points of all connectors, orthogonal and round what is drawn. Source: the router of processes (docs/layout.md,
 * "Costs"); short connectors first, then a second round for those in trouble.
 */
import type { Bounds, Point } from '../../base/geometry.ts';
import { costs } from '../crossing-cost.ts';
import { straightened } from '../detour.ts';
import { outwards, portAt, type Side, slack } from '../ports.ts';
import { grown, holds, lengthCost } from '../route-cost.ts';
import { type Port, type SearchBudget, type SearchLimits, searchRoute } from '../route-search.ts';
import { boundsOf, type Flow, type LayoutNode } from '../scope.ts';
import { caseGrid, sparseGrid } from './case-grid.ts';
import type { CaseConnector, CaseCriterion } from './case-sheet.ts';
import type { Approach, CaseSurroundings } from './case-surroundings.ts';
import { slantOf } from './criteria.ts';
import { openWay, opposite } from './open-way.ts';

const reaches = [120, 400, 4000];
const rounds = 2;
/**
 * A connector has a share of searching of its own, and is searched for without haste; with all haste once the diagram has had its share, and in a tangle that
 * has had more, with regard for nothing but shapes.
 */
const unhurried: SearchLimits = { patience: 300_000, farAway: 4000, haste: 4 };
const share = 1_000_000;
const tangleShare = 1_500_000;
const hurried: SearchLimits = { patience: 300_000, farAway: 0, haste: 40 };
const offsets = [0, 10, -10, 20, -20, 30, -30];
/** Sides in the order of preference, and what the others cost: more than a bend. */
const sourceSides: readonly Side[] = ['right', 'bottom', 'top', 'left'];
const fileSides: readonly Side[] = ['top', 'right', 'left', 'bottom'];
const targetSides: readonly Side[] = ['left', 'top', 'bottom', 'right'];
const sideCosts: readonly number[] = [0, 45, 55, 90];
/** Of an association, whose sides are in the order of the shortest way. */
const looseSideCosts: readonly number[] = [0, 5, 55, 60];
/** Several connectors that leave a side leave it as one. */
const apartCost = 60;
/** For each px that a connector leaves off the middle of a side: dearer than the way that it saves. */
const offCost = 3 * lengthCost;
const mostOffCost = 25;
/** A connector that meets a criterion at its lower corner comes straight from below, from this far under the shape that it sits on. */
const stub = 8;
/** Connectors of other criteria keep out of this much in front of one, where they can. */
const approach = 26;
/** Between a connector and the border of the container that it stays in. */
const containerMargin = 8;

/** Leads connectors, each round all that is drawn by then. */
export class ConnectorRouter {
  readonly around: CaseSurroundings;
  readonly #criteria: ReadonlyMap<LayoutNode, CaseCriterion>;
  readonly #associations: ReadonlySet<Flow>;

  constructor(
    connectors: readonly CaseConnector[],
    criteria: ReadonlyMap<LayoutNode, CaseCriterion>,
    around: CaseSurroundings,
  ) {
    this.around = around;
    this.#criteria = criteria;
    const met = new Set(connectors.map(({ flow }) => flow.target));
    for (const criterion of criteria.values()) if (met.has(criterion.node)) around.addApproach(approachTo(criterion));
    this.#associations = new Set(connectors.flatMap(({ kind, flow }) => (kind === 'association' ? [flow] : [])));
  }

  lead(flows: readonly Flow[]): void {
    const sorted = [...flows].sort((a, b) => distance(a) - distance(b));
    for (const flow of sorted) this.draw(flow);
    for (let round = 0; round < rounds; round++) {
      for (const flow of sorted) if (this.around.effort < share) this.#mend(flow);
    }
  }

  draw(flow: Flow): void {
    flow.points = this.#route(flow) ?? plainRoute(flow);
    this.around.addFlow(flow);
  }

  /** Leads a connector anew that crosses others or lies on them. */
  #mend(flow: Flow): void {
    const { around } = this;
    const now = around.cost(flow, flow.points);
    if (now.hits + now.crossings + now.overlaps === 0) return;
    around.removeFlow(flow);
    const other = this.#route(flow);
    if (other && around.cost(flow, other).total < now.total) flow.points = other;
    around.addFlow(flow);
  }

  #route(flow: Flow): Point[] | undefined {
    const { around } = this;
    const { source, target } = flow;
    around.lookFor(flow);
    const isLoose = this.#associations.has(flow);
    const starts = this.#ports(flow, source, target, isLoose ? sidesTowards(source, target) : sourceSidesOf(source));
    const goals = this.#ports(flow, target, source, isLoose ? sidesTowards(target, source) : targetSides);
    const open = openWay(flow, starts, goals, around);
    if (open) return open;
    // Each connector has its own share of searching: none is left to run through shapes because others were hard.
    const spent = { effort: 0, memory: around.memory };
    const found = this.#search(flow, starts, goals, spent);
    around.effort += spent.effort;
    return found;
  }

  #search(flow: Flow, starts: readonly Port[], goals: readonly Port[], spent: SearchBudget): Point[] | undefined {
    const { around } = this;
    const isHurried = around.effort > share;
    let best: { readonly points: Point[]; readonly total: number } | undefined;
    for (const reach of reaches) {
      const area = clipped(areaAround(flow, reach), commonContainer(flow));
      const points = this.#way(area, flow, starts, goals, spent);
      if (!points) continue;
      if (isHurried) return points;
      const { crossings, overlaps, total } = around.cost(flow, points);
      if (!best || total < best.total) best = { points, total };
      // Farther out there may be a way round what this one crosses.
      if (crossings + overlaps === 0) break;
    }
    return best?.points;
  }

  #way(
    area: Bounds,
    flow: Flow,
    starts: readonly Port[],
    goals: readonly Port[],
    spent: SearchBudget,
  ): Point[] | undefined {
    const { around } = this;
    const ports = [...starts, ...goals];
    const limits = around.effort > share ? hurried : unhurried;
    const isTangle = around.effort > tangleShare;
    const found =
      (isTangle && searchRoute(sparseGrid(area, flow, around, ports), starts, goals, spent, limits)) ||
      searchRoute(caseGrid(area, flow, around, ports), starts, goals, spent, limits);
    return (
      found && straightened([...cornerOf(flow.source, found[0]), ...found, ...cornerOf(flow.target, found.at(-1))])
    );
  }

  /** Where a connector may dock. What holds the other end is met from within. */
  #ports(flow: Flow, node: LayoutNode, other: LayoutNode, sides: readonly Side[]): Port[] {
    const criterion = this.#criteria.get(node);
    if (criterion) return criterionPorts(criterion, flow, other);
    const { around } = this;
    const isWithin = holds(node, other);
    const costsOfSides = this.#associations.has(flow) ? looseSideCosts : sideCosts;
    const near = around.flowsIn(grown(boundsOf(node), 1));
    const begun = near.flatMap(({ source, points }) => (source === node ? points.slice(0, 1) : []));
    const hasOthers = near.some(({ source }) => source !== flow.source);
    return sides.flatMap((side, index) =>
      offsetsTowards(other, node, side)
        .filter((offset) => offset === 0 || (node.kind !== 'event' && Math.abs(offset) <= slack(node, side)))
        .map((offset) => {
          const point = portAt(node, side, offset);
          const isTaken =
            hasOthers &&
            around.flowsIn({ ...point, width: 0, height: 0 }).some((drawn) => drawn.source !== flow.source);
          const isApart = begun.some(({ x, y }) => isOn(side, node, { x, y }) && (x !== point.x || y !== point.y));
          const cost =
            (costsOfSides[index] ?? 0) +
            Math.min(Math.abs(offset) * offCost, mostOffCost) +
            (isTaken ? costs.overlap : 0) +
            (isApart ? apartCost : 0);
          return { ...point, side: isWithin ? opposite[side] : side, cost };
        }),
    );
  }
}

function approachTo({ node, side }: CaseCriterion): Approach {
  const a = portAt(node, side);
  const { x, y } = outwards[side];
  return { criterion: node, a, b: { x: a.x + x * approach, y: a.y + y * approach } };
}

function distance({ source, target }: Flow): number {
  return Math.abs(source.x - target.x) + Math.abs(source.y - target.y);
}

function sourceSidesOf({ kind }: LayoutNode): readonly Side[] {
  return kind === 'data' ? fileSides : sourceSides;
}

/** Associations have no direction of reading: they go the short way. */
function sidesTowards(node: LayoutNode, other: LayoutNode): readonly Side[] {
  const [dx, dy] = [other.x - node.x, other.y - node.y];
  const [across, down]: [Side, Side] = [dx < 0 ? 'left' : 'right', dy < 0 ? 'top' : 'bottom'];
  const isUpright = Math.abs(dy) - (node.height + other.height) / 2 >= Math.abs(dx) - (node.width + other.width) / 2;
  const near = isUpright ? [down, across] : [across, down];
  return [...near, ...near.map((side) => opposite[side]).reverse()];
}

/** The middle of a side, places beside it, and of a stage that straight ahead of the other end. */
function offsetsTowards(other: LayoutNode, node: LayoutNode, side: Side): readonly number[] {
  if (node.kind !== 'container') return offsets;
  const straight = side === 'left' || side === 'right' ? other.y - node.y : other.x - node.x;
  return offsets.includes(straight) ? offsets : [...offsets, straight];
}

function isOn(side: Side, node: LayoutNode, point: Point): boolean {
  const middle = portAt(node, side);
  return side === 'left' || side === 'right' ? point.x === middle.x : point.y === middle.y;
}

/** A criterion is met at its outer corner, from within its host at the inner one; in the lower right corner of its host from below, too. */
function criterionPorts({ node, side, isEntry, dy }: CaseCriterion, flow: Flow, other: LayoutNode): Port[] {
  const { host } = node;
  if (!host) return [];
  if (holds(host, other)) {
    const inner = opposite[side];
    return [{ ...portAt(node, inner), side: inner, cost: 0 }];
  }
  const outer = { ...portAt(node, side), side, cost: 0 };
  const isLow = !isEntry && side === 'right' && dy + node.height / 2 + slantOf(host) >= host.height / 2;
  if (!isLow || flow.source === node) return [outer];
  return [outer, { ...belowCorner(node, host), side: 'bottom', cost: 0 }];
}

function belowCorner(criterion: LayoutNode, host: LayoutNode): Point {
  return { x: criterion.x, y: host.y + host.height / 2 + stub };
}

/** The lower corner of a criterion, if a route ends below it. */
function cornerOf(node: LayoutNode, end: Point | undefined): Point[] {
  if (!node.host || !end) return [];
  const below = belowCorner(node, node.host);
  return end.x === below.x && end.y === below.y ? [portAt(node, 'bottom')] : [];
}

function areaAround({ source, target }: Flow, reach: number): Bounds {
  const [a, b] = [boundsOf(source), boundsOf(target)];
  const [left, top] = [Math.min(a.x, b.x) - reach, Math.min(a.y, b.y) - reach];
  const right = Math.max(a.x + a.width, b.x + b.width) + reach;
  const bottom = Math.max(a.y + a.height, b.y + b.height) + reach;
  return { x: left, y: top, width: right - left, height: bottom - top };
}

/** The innermost container around both ends, or that holds one and carries the other on its border. */
function commonContainer({ source, target }: Flow): LayoutNode | undefined {
  for (let each = (source.host ?? source).parent; each; each = each.parent)
    if (holds(each, target) || target.host === each) return each;
  return undefined;
}

/** A connector stays in the container around both of its ends. */
function clipped(area: Bounds, container: LayoutNode | undefined): Bounds {
  if (!container) return area;
  const room = grown(boundsOf(container), -containerMargin);
  const [x, y] = [Math.max(area.x, room.x), Math.max(area.y, room.y)];
  const right = Math.min(area.x + area.width, room.x + room.width);
  const bottom = Math.min(area.y + area.height, room.y + room.height);
  return { x, y, width: right - x, height: bottom - y };
}

/** Where no way is found: one bend, whatever it meets. */
function plainRoute({ source, target }: Flow): Point[] {
  const side: Side = source.x <= target.x ? 'right' : 'left';
  const start = portAt(source, side);
  const end = portAt(target, target.y < source.y ? 'bottom' : 'top');
  return start.y === end.y ? [start, end] : straightened([start, { x: end.x, y: start.y }, end]);
}
