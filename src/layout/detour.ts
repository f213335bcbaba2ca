/**
 * Pass H, where no template is legal. Needs: shapes and flows drawn so far. Leaves: the cheapest orthogonal route for one flow. Source: A* over an
 * orthogonal visibility graph whose lines run beside the shapes (Wybrow, Marriott, Stuckey 2009).
 */
import type { Bounds, Point } from '../base/geometry.ts';
import { costs } from './crossing-cost.ts';
import { Heap } from './heap.ts';
import { outwards, portAt, type Side, slack } from './ports.ts';
import type { Surroundings } from './route-cost.ts';
import { boundsOf, type Flow, type LayoutNode } from './scope.ts';

/** Lines run this far beside shapes. */
const offsets = [10, 20];
const lengthCost = 0.15;
/** The search looks this far around both ends; farther only if it must. */
const reaches = [160, 800];
/** More lines than this in one direction are thinned out, those nearest to the ends stay. */
const mostLines = 90;
/** Places looked at before a search gives up. */
const patience = 30_000;
/** The same for all searches of a diagram, so that a tangle of messages ends in bounded time. */
const sheetPatience = 600_000;
/** Ends farther apart than this (px) are searched for in haste. */
const farAway = 800;
const haste = 4;

/** Sides in the order of preference; the unusual ones cost a little. */
export interface Docking {
  readonly source: readonly Side[];
  readonly target: readonly Side[];
}

interface State {
  readonly column: number;
  readonly row: number;
  readonly side: Side | undefined;
  readonly cost: number;
  readonly before: State | undefined;
}

/** The cheapest route, or undefined if every one runs through a shape. `region` bounds it, such as the pool around a sequence flow. */
export function detour(flow: Flow, around: Surroundings, docking: Docking, region?: Bounds): Point[] | undefined {
  const starts = portsOf(flow.source, docking.source, flow, around, true);
  const goals = portsOf(flow.target, docking.target, flow, around, false);
  for (const reach of reaches) {
    const grid = gridFor(areaAround(flow, reach, region), around, [...starts, ...goals]);
    const found = search(flow, around, grid, starts, goals);
    if (found) return straightened(found);
  }
  return undefined;
}

interface Port extends Point {
  readonly side: Side;
  readonly cost: number;
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
  const allowed: readonly Side[] = node.host ? ['bottom'] : sides;
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

interface Grid {
  readonly xs: readonly number[];
  readonly ys: readonly number[];
  /** Of the stretches between neighbouring places, as far as asked for. */
  readonly costs: Map<number, number>;
}

function gridFor(area: Bounds, around: Surroundings, ports: readonly Port[]): Grid {
  const xs = new Set(ports.map((port) => port.x));
  const ys = new Set(ports.map((port) => port.y));
  for (const node of around.shapesIn(area)) {
    const { x, y, width, height } = boundsOf(node);
    for (const offset of offsets) {
      xs.add(x - offset).add(x + width + offset);
      ys.add(y - offset).add(y + height + offset);
    }
  }
  for (const x of [area.x, area.x + area.width]) xs.add(x);
  for (const y of [area.y, area.y + area.height]) ys.add(y);
  return {
    costs: new Map(),
    xs: nearest(
      [...xs].filter((x) => x >= area.x && x <= area.x + area.width),
      ports.map((port) => port.x),
    ),
    ys: nearest(
      [...ys].filter((y) => y >= area.y && y <= area.y + area.height),
      ports.map((port) => port.y),
    ),
  };
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

/** Lines in order; where they are too many, those far from the ports go. */
function nearest(lines: number[], ports: readonly number[]): number[] {
  const distance = (line: number) => Math.min(...ports.map((port) => Math.abs(port - line)));
  const kept = lines.length <= mostLines ? lines : lines.sort((a, b) => distance(a) - distance(b)).slice(0, mostLines);
  return kept.sort((a, b) => a - b);
}

function search(
  flow: Flow,
  around: Surroundings,
  grid: Grid,
  starts: readonly Port[],
  goals: readonly Port[],
): Point[] | undefined {
  const queue = new Heap<State>();
  const least = new Map<number, number>();
  const goalAt = new Map(goals.map((goal) => [`${goal.x} ${goal.y}`, goal]));
  const rest = restOf(starts, goals);
  const push = (state: State) => {
    const key = keyOf(state);
    if (state.column < 0 || state.row < 0 || (least.get(key) ?? Number.POSITIVE_INFINITY) <= state.cost) return;
    least.set(key, state.cost);
    queue.push(state.cost + rest(pointAt(grid, state)), state);
  };
  for (const start of starts) {
    push({
      column: grid.xs.indexOf(start.x),
      row: grid.ys.indexOf(start.y),
      side: start.side,
      cost: start.cost,
      before: undefined,
    });
  }
  let effort = 0;
  for (let state = queue.pop(); state && effort < patience && around.effort < sheetPatience; state = queue.pop()) {
    if (state.side === undefined) return trace(state, grid);
    if ((least.get(keyOf(state)) ?? 0) < state.cost) continue;
    effort++;
    around.effort++;
    const here = pointAt(grid, state);
    const goal = state.before && goalAt.get(`${here.x} ${here.y}`);
    if (goal && isInward(goal.side, state.side)) push({ ...state, side: undefined, cost: state.cost + goal.cost });
    for (const side of sidesFrom(state)) for (const next of step(state, side, grid, flow, around)) push(next);
  }
  return undefined;
}

const sideNumbers = { right: 0, left: 1, top: 2, bottom: 3 } as const;

/** A number for place and direction; 4 stands for arrival. */
function keyOf({ column, row, side }: State): number {
  return (row * 1024 + column) * 8 + (side ? sideNumbers[side] : 4);
}

/**
 * What is left to go at least: the way to the box around all goals. Between ends far apart it is exaggerated: the search then goes straight for
 * the goal, and may miss the very cheapest way.
 */
function restOf(starts: readonly Port[], goals: readonly Port[]): (from: Point) => number {
  const [xs, ys] = [goals.map((goal) => goal.x), goals.map((goal) => goal.y)];
  const [left, right, top, bottom] = [Math.min(...xs), Math.max(...xs), Math.min(...ys), Math.max(...ys)];
  const way = ({ x, y }: Point) => Math.max(left - x, x - right, 0) + Math.max(top - y, y - bottom, 0);
  const perPx = starts.some((start) => way(start) > farAway) ? lengthCost * haste : lengthCost;
  return (from) => way(from) * perPx;
}

/** Out of a port only straight ahead; elsewhere not back. */
function sidesFrom({ side, before }: State): Side[] {
  if (!before) return side ? [side] : [];
  return (['right', 'left', 'top', 'bottom'] as const).filter((next) => !side || !isInward(next, side));
}

function isInward(side: Side, direction: Side): boolean {
  return outwards[side].x === -outwards[direction].x && outwards[side].y === -outwards[direction].y;
}

/** The neighbour on that side, unless a shape is between. */
function step(state: State, side: Side, grid: Grid, flow: Flow, around: Surroundings): [State] | [] {
  const column = state.column + outwards[side].x;
  const row = state.row + outwards[side].y;
  if (grid.xs[column] === undefined || grid.ys[row] === undefined) return [];
  // A stretch costs the same in both directions: it is looked up from its upper or left end.
  const key = (Math.min(row, state.row) * 1024 + Math.min(column, state.column)) * 2 + (row === state.row ? 0 : 1);
  let cost = grid.costs.get(key);
  if (cost === undefined) {
    const { hits, total } = around.cost(flow, [pointAt(grid, state), pointAt(grid, { column, row })], true);
    cost = hits > 0 ? Number.POSITIVE_INFINITY : total;
    grid.costs.set(key, cost);
  }
  if (cost === Number.POSITIVE_INFINITY) return [];
  const bend = state.before && state.side !== side ? costs.bend : 0;
  return [{ column, row, side, cost: state.cost + cost + bend, before: state }];
}

function pointAt(grid: Grid, { column, row }: { column: number; row: number }): Point {
  return { x: grid.xs[column] ?? 0, y: grid.ys[row] ?? 0 };
}

function trace(last: State, grid: Grid): Point[] {
  const points: Point[] = [];
  for (let state: State | undefined = last; state; state = state.before) points.push(pointAt(grid, state));
  return points.reverse();
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
