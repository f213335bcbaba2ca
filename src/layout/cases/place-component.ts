/**
 * Items that wait for each other, in columns from left to right. Needs: sizes and criteria. Leaves: their places. Source: layered drawing (Sugiyama,
 * Tagawa, Toda 1981); heights by medians, as near as the order allows (least squares).
 */
import type { LayoutNode } from '../scope.ts';
import { type Block, type CaseItem, joined, moveBlock } from './case-sheet.ts';
import { columnsOf, type Dependencies, type Dependency } from './dependencies.ts';
import { itemBlock } from './item-block.ts';
import { orderColumns, type Slot } from './order-columns.ts';
import { spread } from './spread.ts';

export const gaps = { column: 60, row: 30, passing: 14 } as const;
const rounds = 3;

/** An item in its column: its block, and how far it reaches above and below its centre. */
interface Stacked {
  readonly slot: Slot;
  readonly block: Block | undefined;
  readonly above: number;
  readonly below: number;
}

export function placeComponent(items: readonly CaseItem[], { forward, back }: Dependencies): Block {
  const columns = orderColumns(columnsOf(items, forward), forward).map((column) => column.map(stacked));
  const heights = new Map<Slot, number>();
  for (const column of columns) place(column, heights, () => undefined);
  for (let round = 0; round < rounds; round++) {
    for (const column of columns) place(column, heights, wishFromBefore);
    if (round === rounds - 1) break;
    for (const column of [...columns].reverse()) place(column, heights, wishFromAfter);
  }
  closeGaps(columns, heights);
  return setInPlace(columns, heights, columnLefts(columns, [...forward, ...back]));
}

function stacked(slot: Slot): Stacked {
  if (!slot.item) return { slot, block: undefined, above: 1, below: 1 };
  const block = itemBlock(slot.item);
  const { y, height } = block.bounds;
  return { slot, block, above: slot.item.node.y - y, below: y + height - slot.item.node.y };
}

type Wish = (slot: Slot, heights: ReadonlyMap<Slot, number>) => number | undefined;

function wishFromBefore({ before }: Slot, heights: ReadonlyMap<Slot, number>): number | undefined {
  return middle(
    before.map(({ from, leaves, arrives }) => ({ other: from, wish: (heights.get(from) ?? 0) + leaves - arrives })),
  );
}

function wishFromAfter({ after }: Slot, heights: ReadonlyMap<Slot, number>): number | undefined {
  return middle(
    after.map(({ to, leaves, arrives }) => ({ other: to, wish: (heights.get(to) ?? 0) + arrives - leaves })),
  );
}

/** The median, so that one connector at least is straight. Of two in the middle the one to an item, not to where a long connector passes; else the first declared. */
function middle(wishes: readonly { readonly other: Slot; readonly wish: number }[]): number | undefined {
  const sorted = wishes.toSorted((a, b) => a.wish - b.wish);
  const half = sorted.length >> 1;
  if (sorted.length % 2 === 1) return sorted[half]?.wish;
  const both = wishes.filter((wish) => wish === sorted[half - 1] || wish === sorted[half]);
  return (both.find(({ other }) => other.item) ?? both[0])?.wish;
}

/** Heights of a column as near to the wishes as its order allows. */
function place(column: readonly Stacked[], heights: Map<Slot, number>, wish: Wish): void {
  const wishes = column.map(({ slot }) => wish(slot, heights) ?? heights.get(slot) ?? 0);
  const apart = column.map(({ above, block }, index) => {
    const last = column[index - 1];
    return last ? last.below + above + (block && last.block ? gaps.row : gaps.passing) : 0;
  });
  for (const [index, height] of spread(wishes, apart).entries()) {
    const stackedSlot = column[index];
    if (stackedSlot) heights.set(stackedSlot.slot, height);
  }
}

/** Heights at which nothing stands in any column are room for what passes there, and no more: all below moves up. */
function closeGaps(columns: readonly (readonly Stacked[])[], heights: Map<Slot, number>): void {
  const all = columns.flat().map((each) => ({ ...each, y: heights.get(each.slot) ?? 0 }));
  const passing = all.filter(({ block }) => !block);
  const free: { top: number; bottom: number; room: number }[] = [];
  let reached: number | undefined;
  for (const { block, y, above, below } of all.toSorted((a, b) => a.y - a.above - (b.y - b.above))) {
    if (!block) continue;
    const [top, bottom] = [reached ?? y - above, y - above];
    const room = gaps.row + gaps.passing * passing.filter((slot) => top < slot.y && slot.y < bottom).length;
    if (bottom - top > room) free.push({ top, bottom, room });
    reached = Math.max(reached ?? y + below, y + below);
  }
  for (const { slot, y } of all) {
    const saved = free.map(({ top, bottom, room }) => {
      const within = Math.min(1, Math.max(0, (y - top) / (bottom - top)));
      return within * (bottom - top - room);
    });
    heights.set(slot, Math.round(saved.reduce((sum, each) => sum - each, y)));
  }
}

/** The left edges of the columns; a gap has room for the words on the connectors that begin in it, and for their verticals. */
function columnLefts(columns: readonly (readonly Stacked[])[], all: readonly Dependency[]): number[] {
  const lefts: number[] = [];
  const connectors = Map.groupBy(all, ({ from }) => from);
  let x = 0;
  for (const column of columns) {
    lefts.push(x);
    const own = column.flatMap(({ slot }) => (slot.item ? (connectors.get(slot.item) ?? []) : []));
    const widest = own.reduce((most, { connector }) => Math.max(most, connector.flow.label?.width ?? 0), 0);
    const bending = column.filter(({ slot }) => slot.after.length > 0).length;
    const gap = Math.max(gaps.column, widest > 0 ? widest + 40 : 0) + 10 * Math.max(0, Math.min(bending, 8) - 2);
    x += widthOf(column) + gap;
  }
  return lefts;
}

function blocksIn(column: readonly Stacked[]): { readonly node: LayoutNode; readonly block: Block }[] {
  return column.flatMap(({ slot, block }) => (slot.item && block ? [{ node: slot.item.node, block }] : []));
}

/** How far the block of an item reaches left of its shape. */
function overhang(node: LayoutNode, { bounds }: Block): number {
  return node.x - node.width / 2 - bounds.x;
}

/** Of the shapes whose left sides are in line, the farthest overhang. */
function overhangOf(column: readonly Stacked[]): number {
  const reaches = blocksIn(column).map(({ node, block }) => (node.kind === 'event' ? 0 : overhang(node, block)));
  return reaches.reduce((most, reach) => Math.max(most, reach), 0);
}

function widthOf(column: readonly Stacked[]): number {
  const left = overhangOf(column);
  return blocksIn(column).reduce((widest, { node, block }) => {
    const before = node.kind === 'event' ? 0 : left - overhang(node, block);
    return Math.max(widest, before + block.bounds.width);
  }, 0);
}

/** Listeners stand in the middle of their column, all else at its left. */
function setInPlace(
  columns: readonly (readonly Stacked[])[],
  heights: ReadonlyMap<Slot, number>,
  lefts: readonly number[],
): Block {
  const placed = columns.flatMap((column, index) => {
    const left = lefts[index] ?? 0;
    const [width, reach] = [widthOf(column), overhangOf(column)];
    return column.flatMap(({ slot, block }) => {
      if (!slot.item || !block) return [];
      const { node } = slot.item;
      const dx =
        node.kind === 'event'
          ? left + (width - block.bounds.width) / 2 - block.bounds.x
          : left + reach - (node.x - node.width / 2);
      moveBlock(block, Math.round(dx), (heights.get(slot) ?? 0) - node.y);
      return [block];
    });
  });
  return joined(placed);
}
