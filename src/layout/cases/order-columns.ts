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
  let crossings = 0;
  for (const column of slots) {
    const links = column.flatMap(({ after }) => after);
    for (const [index, a] of links.entries()) {
      for (const b of links.slice(index + 1)) {
        const starts = a.from.at - b.from.at || a.leaves - b.leaves;
        const ends = a.to.at - b.to.at || a.arrives - b.arrives;
        if (starts * ends < 0) crossings++;
      }
    }
  }
  return crossings;
}
