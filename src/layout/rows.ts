/**
 * Passes F and G. Needs: x of all nodes, runs, wires. Leaves: every line in a row, tracks for the wires that need one. Source: interval packing
 * with a bounded search over places; the cost of a place is what it crosses. Main lines take the axis of their band, branches the
 * nearest good place below their split, skips and loops a track above.
 */
import { CrossingCost, costs, type Prices, type Vertical } from './crossing-cost.ts';
import { numberParts, roomOf } from './parts.ts';
import { isThin, type Place, RowStack } from './row-stack.ts';
import type { Runs } from './runs.ts';
import type { Line, Row, Wire } from './wiring.ts';

/** The repair looks at each troubled line twice at most. */
const rounds = 2;
/** Comparisons after which lines go to the nearest place, whatever they cross, and the repair leaves the rest as it is. */
const patience = 4_000_000;
/** A line is placed within so many rows of where it wants to be, or outside of all. */
const horizon = 12;

/** Places all lines of a scope; returns the rows from top to bottom. */
export function placeRows(runs: Runs, messages: readonly Vertical[]): RowStack {
  const stack = new RowStack();
  const cost = new CrossingCost();
  prolongSpine(runs);
  numberParts(runs.lines, runs.wires);
  for (const wire of runs.wires) if (wire.kind !== 'track') cost.addWire(wire);
  for (const vertical of messages) if (vertical.message) cost.addMessage(vertical, vertical.message);
  for (const [index, line] of runs.lines.entries()) {
    if (isAside(line)) continue;
    placeRun(line, index < runs.spine, stack, cost);
    cost.addLine(line);
  }
  const tracks = tracksOf(runs.wires);
  for (const { wire, line } of tracks) {
    wire.track = line;
    cost.addWire(wire);
    placeLine(line, stack, cost);
    cost.addLine(line);
  }
  const movable = runs.lines.slice(runs.spine).filter((line) => !isAside(line));
  repair([...movable, ...tracks.map(({ line }) => line)], stack, cost);
  stack.tidy();
  for (const line of runs.lines.filter(isAside)) placeAside(line, runs.lines, stack);
  return stack;
}

/** The end of the spine counts as going on to the far right, so that a step appended there moves no branch. */
function prolongSpine(runs: Runs): void {
  const last = runs.lines[runs.spine - 1];
  if (last) last.right = runs.lines.reduce((right, line) => Math.max(right, line.right), last.right);
}

function placeRun(line: Line, isSpine: boolean, stack: RowStack, cost: CrossingCost): void {
  const axis = stack.axisOf(line.band);
  if (!axis) stack.put(line, { index: stack.start(line.band), rank: 0 }, line.band, true);
  else if (isSpine) stack.put(line, { row: axis, index: axis.rank, rank: axis.rank }, line.band);
  else placeLine(line, stack, cost);
}

/** The line that made the axis of its band; all others stand around it. */
function isMain(line: Line): boolean {
  return line.row?.axis === true && line.row.lines[0] === line;
}

function isAside(line: Line): boolean {
  return line.nodes.some((node) => node.aside);
}

/** Event sub-processes take the last row of their band, from one end of it to the other: nothing stands beside them. */
function placeAside(line: Line, lines: readonly Line[], stack: RowStack): void {
  for (const { band, left, right } of lines) {
    if (band !== line.band) continue;
    line.left = Math.min(line.left, left);
    line.right = Math.max(line.right, right);
  }
  const index = stack.start(line.band + 1);
  stack.put(line, { index, rank: index }, line.band, !stack.axisOf(line.band));
}

/** Flows that need a row of their own, the shortest first: what is nested gets the inner place. */
function tracksOf(wires: readonly Wire[]): { wire: Wire; line: Line }[] {
  return wires
    .filter((wire) => wire.kind === 'track')
    .map((wire) => {
      const ends = [wire.flow.source.x, wire.flow.target.x];
      const line: Line = {
        nodes: [],
        band: wire.source.band,
        left: Math.min(...ends),
        right: Math.max(...ends),
        wires: [wire],
        y: 0,
        ...(wire.source.part !== undefined && { part: wire.source.part }),
      };
      return { wire, line };
    })
    .sort((a, b) => a.line.right - a.line.left - (b.line.right - b.line.left));
}

function placeLine(line: Line, stack: RowStack, cost: CrossingCost): void {
  stack.tighten();
  const [nearest] = cost.effort > patience ? choicesOf(line, stack) : [];
  const { place, band } = nearest ?? bestPlace(line, stack, cost, cost.pricesOf(line));
  stack.put(line, place, band);
}

interface Choice {
  readonly place: Place;
  readonly band: number;
  readonly cost: number;
}

/** Where a line may go, and what that costs it by itself; the cheapest first. */
function choicesOf(line: Line, stack: RowStack): Choice[] {
  const wish = wishOf(line, stack);
  const priced = wishCosts(line, wish, stack);
  const least = leastRank(line);
  const choices = bandsOf(line).flatMap((band) => {
    const { low, high } = roomOf(line, band, stack);
    return stack
      .places(line, band, wish, horizon)
      .filter(({ rank }) => rank > least)
      .map((place) => ({ place, band, cost: priced(place), isFree: low < place.rank && place.rank < high }));
  });
  const free = choices.filter(({ isFree }) => isFree);
  return (free.length > 0 ? free : choices).sort((a, b) => a.cost - b.cost);
}

/** A flow leaves a boundary event downwards: its track lies below the row of the event's host. */
function leastRank({ nodes, wires: [wire] }: Line): number {
  const isBelow = nodes.length === 0 && wire?.flow.source.host !== undefined;
  return (isBelow ? wire.source.row?.rank : undefined) ?? Number.NEGATIVE_INFINITY;
}

/** The cheapest place; those near the line's wish are tried first, and no more once distance alone costs more than the best found. */
function bestPlace(line: Line, stack: RowStack, cost: CrossingCost, priceOf: Prices): Choice {
  let best: Choice | undefined;
  for (const choice of choicesOf(line, stack)) {
    if (best && (choice.cost >= best.cost || cost.effort > patience)) break;
    const total = choice.cost + priceOf({ rank: choice.place.rank, band: choice.band });
    if (!best || total < best.cost) best = { ...choice, cost: total };
  }
  return best ?? { place: { index: 0, rank: 0 }, band: line.band, cost: 0 };
}

/** A run stays in its lane; a track may lie in any band between its ends. */
function bandsOf(line: Line): number[] {
  const wire = line.wires[0];
  if (line.nodes.length > 0 || !wire) return [line.band];
  const [first, last] = [Math.min(wire.source.band, wire.target.band), Math.max(wire.source.band, wire.target.band)];
  return Array.from({ length: last - first + 1 }, (_, index) => first + index);
}

/** The rows that the line wants to be near to. */
function wishOf(line: Line, stack: RowStack): Row[] {
  const wires =
    line.nodes.length === 0
      ? line.wires
      : line.entry
        ? [line.entry]
        : line.wires.filter((wire) => wire.kind === 'join');
  const rows = new Set(
    wires.flatMap((wire) => [wire.source, wire.target]).map((end) => (end === line ? undefined : end.row)),
  );
  const near = [...rows].filter((row) => row !== undefined);
  if (line.nodes.length === 0) return near;
  const sameBand = near.filter((row) => row.band === line.band);
  const axis = stack.axisOf(line.band);
  return sameBand.length > 0 ? sameBand.slice(0, 1) : axis ? [axis] : [];
}

/** What a place costs a line by itself: distance to the wished rows, and a little for the unusual side: branches go below, skips and loops above. */
function wishCosts(line: Line, wish: readonly Row[], stack: RowStack): (place: Place) => number {
  const isTrack = line.nodes.length === 0;
  const overtaken = overtakenBy(line);
  const passed = wish.length > 0 ? passedAbove(line, stack) : [];
  const highest = Math.min(...wish.map((row) => row.rank));
  return (place) => {
    let cost = (place.row || !isTrack ? 0 : 0.2) + overtaken(place) * costs.overtaking;
    for (const row of wish) cost += distance(row.rank, place.rank, passed);
    const isAbove = place.rank < highest;
    const isBelow = place.rank > highest;
    if (isTrack && !isAbove) cost += costs.unusualSide;
    if (!isTrack && isAbove && !isBelow) cost += costs.aboveSplit;
    return cost;
  };
}

/** How many branches of its split a line would overtake: they keep their declared order downwards, unless something would cross. */
function overtakenBy({ entry }: Line): (place: Place) => number {
  if (!entry) return () => 0;
  const { source, flow } = entry;
  const siblings = source.wires.filter(
    (wire) => wire.kind === 'split' && wire.flow !== flow && wire.flow.source === flow.source && wire.target.row,
  );
  const ranks = siblings.map(({ target }) => target.row?.rank ?? 0);
  const parent = source.row?.rank ?? 0;
  return ({ rank }) => (parent < rank ? ranks.filter((other) => rank < other).length : 0);
}

/** What a line passes above each row, from the top on: the rows that have something where the line is. */
function passedAbove(line: Line, { rows }: RowStack): number[] {
  let cost = 0;
  const passed = [cost];
  for (const row of rows) {
    // The axis counts over its whole length, also where it has not got to yet.
    if (row.axis || row.spans.meet(line.left, line.right)) cost += isThin(row) ? costs.perTrack : costs.perRow;
    passed.push(cost);
  }
  return passed;
}

/** What a line passes between two ranks. */
function distance(from: number, to: number, passed: readonly number[]): number {
  if (from === to) return 0;
  const [low, high] = from < to ? [from, to] : [to, from];
  return (passed[Math.ceil(high)] ?? 0) - (passed[Math.floor(low) + 1] ?? 0);
}

/** Moves lines that cross something to where they cross less. */
function repair(lines: readonly Line[], stack: RowStack, cost: CrossingCost): void {
  for (let round = 0; round < rounds; round++) {
    let moved = false;
    for (const line of lines) {
      if (cost.effort > patience) return;
      const priceOf = line.row && cost.pricesOf(line);
      if (!line.row || !priceOf || priceOf(line.row) === 0) continue;
      const band = line.row.band;
      const isAxis = isMain(line);
      const old = stack.take(line);
      const before = priceOf({ rank: old.rank, band }) + wishCosts(line, wishOf(line, stack), stack)(old);
      const best = bestPlace(line, stack, cost, priceOf);
      moved ||= best.cost < before;
      if (best.cost < before) stack.put(line, best.place, best.band);
      else stack.put(line, old, band);
      if (isAxis && old.row) [old.row.axis, line.row.axis] = [false, true];
    }
    stack.tidy();
    if (!moved) return;
  }
}
