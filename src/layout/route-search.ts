/**
 * The cheapest way through a grid of lines. Source: A* over states of place and direction, so that bends count (Wybrow, Marriott, Stuckey 2009).
 * Places and directions are numbers and what is known of them stands in typed arrays: a diagram takes some hundred thousand states.
 */
import type { Point } from '../base/geometry.ts';
import { costs } from './crossing-cost.ts';
import { Heap } from './heap.ts';
import type { Side } from './ports.ts';
import { lengthCost } from './route-cost.ts';
import type { RouteGrid } from './route-grid.ts';
import type { SearchMemory } from './search-memory.ts';

/** How far a search goes. */
export interface SearchLimits {
  /** Places looked at before it gives up. */
  readonly patience: number;
  /** Ends farther apart than this (px) are searched for in haste. */
  readonly farAway: number;
  /** How much dearer than it is the way still to go is held in haste. */
  readonly haste: number;
}

const usualLimits: SearchLimits = { patience: 30_000, farAway: 800, haste: 4 };
/** The same for all searches of a diagram, so that a tangle of messages ends in bounded time. */
const sheetPatience = 600_000;
/** Places of a grid that are made in the time that it takes to look at one. */
const placesMade = 10;

/** A place where the flow may dock, and what docking there costs. */
export interface Port extends Point {
  readonly side: Side;
  readonly cost: number;
}

/** Directions by number: the opposite one differs in the last bit. */
const directions: Readonly<Record<Side, number>> = { right: 0, left: 1, top: 2, bottom: 3 };
const arrived = 4;
const states = 5;
const none = -1;

/** Whether a diagram has had its share of searching: what is left goes as its template has it. `spent` counts for the whole diagram. */
export function isSpent({ effort }: { effort: number }): boolean {
  return effort >= sheetPatience;
}

/** What the searches of a diagram share: it counts the places that they look at. */
export interface SearchBudget {
  effort: number;
  readonly memory: SearchMemory;
}

/** Points from a start to a goal, or undefined if there is no way, or none found with patience. `spent` counts places for the whole diagram. */
export function searchRoute(
  grid: RouteGrid,
  starts: readonly Port[],
  goals: readonly Port[],
  spent: SearchBudget,
  limits = usualLimits,
): Point[] | undefined {
  spent.effort += (grid.xs.length * grid.ys.length) / placesMade;
  return new RouteSearch(grid, starts, goals, limits, spent.memory).run(starts, spent);
}

class RouteSearch {
  private readonly grid: RouteGrid;
  private readonly goalAt: ReadonlyMap<number, Port>;
  private readonly rest: (x: number, y: number) => number;
  private readonly limits: SearchLimits;
  private readonly queue = new Heap();
  /** By state: place × 5 + direction. */
  private readonly memory: SearchMemory;

  constructor(
    grid: RouteGrid,
    starts: readonly Port[],
    goals: readonly Port[],
    limits: SearchLimits,
    memory: SearchMemory,
  ) {
    this.grid = grid;
    this.goalAt = new Map(goals.map((goal) => [placeOf(grid, goal), goal]));
    this.rest = restOf(grid, starts, goals, limits);
    this.limits = limits;
    this.memory = memory;
    memory.begin(grid.xs.length * grid.ys.length * states);
  }

  run(starts: readonly Port[], spent: { effort: number }): Point[] | undefined {
    for (const start of starts) {
      const place = placeOf(this.grid, start);
      if (place !== none) this.reach(place, directions[start.side], start.cost, none);
    }
    let effort = 0;
    for (let state = this.queue.pop(); state !== undefined; state = this.queue.pop()) {
      if (effort >= this.limits.patience || isSpent(spent)) return undefined;
      if (state % states === arrived) return this.trace(state);
      if (!this.memory.look(state)) continue;
      effort++;
      spent.effort++;
      this.goOn(state);
    }
    return undefined;
  }

  /** Notes a way to a state, if it is the cheapest so far. */
  private reach(place: number, direction: number, cost: number, before: number): void {
    const state = place * states + direction;
    if (this.memory.cost(state) <= cost) return;
    this.memory.reach(state, cost, before);
    const { xs, ys } = this.grid;
    const column = place % xs.length;
    this.queue.push(cost + this.rest(xs[column] ?? 0, ys[(place - column) / xs.length] ?? 0), state);
  }

  /** Out of a port only straight ahead; elsewhere anywhere but back. */
  private goOn(state: number): void {
    const direction = state % states;
    const place = (state - direction) / states;
    const cost = this.memory.cost(state);
    const before = this.memory.before(state);
    if (before === none) {
      this.step(place, direction, 0, state);
      return;
    }
    const goal = this.goalAt.get(place);
    if (goal && isBack(directions[goal.side], direction)) this.reach(place, arrived, cost + goal.cost, before);
    for (let next = 0; next < arrived; next++) {
      if (!isBack(next, direction)) this.step(place, next, next === direction ? 0 : costs.bend, state);
    }
  }

  /** To the neighbour in a direction, unless a shape is between. A stretch stands at its left or upper end. */
  private step(place: number, direction: number, bend: number, from: number): void {
    const { xs, ys, flat, upright } = this.grid;
    const width = xs.length;
    const isFlat = direction < 2;
    const by = isFlat ? 1 : width;
    const isForward = direction === directions.right || direction === directions.bottom;
    const low = isForward ? place : place - by;
    const column = place % width;
    const line = isFlat ? column : (place - column) / width;
    const lines = isFlat ? xs : ys;
    const [here, there] = [lines[line], lines[isForward ? line + 1 : line - 1]];
    const stretch = isFlat ? flat[low] : upright[low];
    if (here === undefined || there === undefined || stretch === undefined) return;
    if (stretch === Number.POSITIVE_INFINITY) return;
    const way = stretch + Math.abs(there - here) * lengthCost;
    this.reach(isForward ? place + by : low, direction, this.memory.cost(from) + way + bend, from);
  }

  private trace(last: number): Point[] {
    const { xs, ys } = this.grid;
    const points: Point[] = [];
    for (let state = last; state !== none; state = this.memory.before(state)) {
      const place = Math.floor(state / states);
      points.push({ x: xs[place % xs.length] ?? 0, y: ys[Math.floor(place / xs.length)] ?? 0 });
    }
    return points.reverse();
  }
}

function isBack(direction: number, other: number): boolean {
  return (direction ^ 1) === other;
}

/** The number of a place, -1 if no lines meet there. */
function placeOf({ xs, ys }: RouteGrid, { x, y }: Point): number {
  const [column, row] = [xs.indexOf(x), ys.indexOf(y)];
  return column < 0 || row < 0 ? none : row * xs.length + column;
}

/**
 * What is left to go at least: the way to the box around all goals. Between ends far apart it is exaggerated: the search then goes straight for
 * the goal, and may miss the very cheapest way.
 */
function restOf(
  grid: RouteGrid,
  starts: readonly Port[],
  goals: readonly Port[],
  { farAway, haste }: SearchLimits,
): (x: number, y: number) => number {
  const [xs, ys] = [goals.map((goal) => goal.x), goals.map((goal) => goal.y)];
  const [left, right, top, bottom] = [Math.min(...xs), Math.max(...xs), Math.min(...ys), Math.max(...ys)];
  const way = (x: number, y: number) => Math.max(left - x, x - right, 0) + Math.max(top - y, y - bottom, 0);
  const least = grid.perPx ?? lengthCost;
  const perPx = starts.some((start) => way(start.x, start.y) > farAway) ? least * haste : least;
  return (x, y) => way(x, y) * perPx;
}
