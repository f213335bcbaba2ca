/**
 * Order within columns, so that few connectors cross. Source: barycentre sweeps (Sugiyama, Tagawa, Toda 1981), then exchanges of neighbours; ties and the first order are those of
 * the file. A connector over several columns has a place in each between.
 */
import type { CaseItem } from './case-sheet.ts';
import type { Dependency } from './dependencies.ts';
import { heightIn } from './height-in.ts';

/** A place in a column: an item, or where a long connector passes. */
export interface Slot {
  readonly item: CaseItem | undefined;
  readonly column: number;
  readonly before: Link[];
  readonly after: Link[];
  /** Index in its column. */
  at: number;
}

export interface Link {
  readonly from: Slot;
  readonly to: Slot;
  /** How far below the centre of `from` the connector leaves, and below that of `to` it arrives. */
  readonly leaves: number;
  readonly arrives: number;
}

const sweeps = 8;
const exchanges = 4;

export function orderColumns(columns: ReadonlyMap<CaseItem, number>, forward: readonly Dependency[]): Slot[][] {
  let slots = slotsOf(columns, forward);
  let best = { slots, crossings: crossingsOf(slots) };
  for (let sweep = 0; sweep < sweeps && best.crossings > 0; sweep++) {
    slots = swept(slots, sweep % 2 === 0);
    number(slots);
    const crossings = crossingsOf(slots);
    if (crossings < best.crossings) best = { slots, crossings };
  }
  number(best.slots);
  exchangeNeighbours(best.slots);
  return best.slots;
}

/** Neighbours in a column change places where their own connectors then cross less. */
function exchangeNeighbours(slots: readonly Slot[][]): void {
  let isChanged = true;
  for (let round = 0; round < exchanges && isChanged; round++) {
    isChanged = false;
    for (const column of slots) {
      for (let at = 1; at < column.length; at++) {
        const [upper, lower] = [column[at - 1], column[at]];
        if (!upper || !lower || crossingsBetween(upper, lower) <= crossingsBetween(lower, upper)) continue;
        [column[at - 1], column[at]] = [lower, upper];
        [lower.at, upper.at] = [at - 1, at];
        isChanged = true;
      }
    }
  }
}

/** Crossings among the connectors of two slots, the first above the second. */
function crossingsBetween(upper: Slot, lower: Slot): number {
  const before = upper.before.flatMap((a) =>
    lower.before.filter((b) => a.from.at + a.leaves / 1000 > b.from.at + b.leaves / 1000),
  );
  const after = upper.after.flatMap((a) =>
    lower.after.filter((b) => a.to.at + a.arrives / 1000 > b.to.at + b.arrives / 1000),
  );
  return before.length + after.length;
}

function slotsOf(columns: ReadonlyMap<CaseItem, number>, forward: readonly Dependency[]): Slot[][] {
  const slots: Slot[][] = [];
  const add = (column: number, item: CaseItem | undefined): Slot => {
    while (slots.length <= column) slots.push([]);
    const slot: Slot = { item, column, before: [], after: [], at: slots[column]?.length ?? 0 };
    slots[column]?.push(slot);
    return slot;
  };
  const byItem = new Map([...columns].map(([item, column]) => [item, add(column, item)] as const));
  for (const { from, to, connector } of forward) {
    const leaves = heightIn(connector.flow.source, from.node);
    const arrives = heightIn(connector.flow.target, to.node);
    const [first, last] = [byItem.get(from), byItem.get(to)];
    if (!first || !last) continue;
    let source = first;
    for (let column = first.column + 1; column <= last.column; column++) {
      const target = column === last.column ? last : add(column, undefined);
      const link: Link = {
        from: source,
        to: target,
        leaves: source === first ? leaves : 0,
        arrives: target === last ? arrives : 0,
      };
      source.after.push(link);
      target.before.push(link);
      source = target;
    }
  }
  return slots;
}

/** Each column sorted by the mean place of its neighbours on one side. */
function swept(slots: readonly Slot[][], isForward: boolean): Slot[][] {
  const result = slots.map((column) => [...column]);
  const order = isForward ? result : [...result].reverse();
  for (const column of order) {
    const means = new Map(column.map((slot) => [slot, meanPlace(slot, isForward)]));
    column.sort((a, b) => (means.get(a) ?? 0) - (means.get(b) ?? 0));
    for (const [at, slot] of column.entries()) slot.at = at;
  }
  return result;
}

function meanPlace(slot: Slot, isForward: boolean): number {
  const places = isForward
    ? slot.before.map(({ from, leaves }) => from.at + leaves / 1000)
    : slot.after.map(({ to, arrives }) => to.at + arrives / 1000);
  if (places.length === 0) return slot.at;
  return places.reduce((sum, place) => sum + place, 0) / places.length;
}

function number(slots: readonly Slot[][]): void {
  for (const column of slots) for (const [at, slot] of column.entries()) slot.at = at;
}

function crossingsOf(slots: readonly Slot[][]): number {
  return slots.reduce((sum, column) => sum + crossingsAmong(column.flatMap(({ after }) => after)), 0);
}

/** Pairs that begin in one order and end in the other. Source: inversions in a tree of sums (Barth, Jünger, Mutzel 2002). */
function crossingsAmong(links: readonly Link[]): number {
  const ends = (a: Link, b: Link) => a.to.at - b.to.at || a.arrives - b.arrives;
  const starts = (a: Link, b: Link) => a.from.at - b.from.at || a.leaves - b.leaves;
  const places = placesOf(links.toSorted(ends), ends);
  const sums = new Int32Array(links.length + 1);
  let [crossings, added] = [0, 0];
  // Of those that begin at one place the lowest end comes first: none counts as crossing another of them.
  for (const link of links.toSorted((a, b) => starts(a, b) || ends(a, b))) {
    const place = places.get(link) ?? 0;
    crossings += added - sumUpTo(sums, place);
    for (let at = place + 1; at < sums.length; at += at & -at) sums[at] = (sums[at] ?? 0) + 1;
    added++;
  }
  return crossings;
}

/** The place of each link in an order; equal ones have the same. */
function placesOf(sorted: readonly Link[], compare: (a: Link, b: Link) => number): Map<Link, number> {
  const places = new Map<Link, number>();
  let place = -1;
  for (const [index, link] of sorted.entries()) {
    const last = sorted[index - 1];
    if (!last || compare(last, link) !== 0) place++;
    places.set(link, place);
  }
  return places;
}

/** How many were added at a place or before it. */
function sumUpTo(sums: Int32Array, place: number): number {
  let sum = 0;
  for (let at = place + 1; at > 0; at -= at & -at) sum += sums[at] ?? 0;
  return sum;
}
