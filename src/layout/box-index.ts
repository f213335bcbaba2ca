import type { Bounds } from '../base/geometry.ts';

/** px. */
const finest = 128;

interface Entry<T> {
  readonly item: T;
  readonly bounds: Bounds;
  /** Number of the last search that met this entry, so that none is found twice. */
  seen: number;
}

/**
 * Boxes found by place. A box lies in few cells, whatever its size: long ones are in a coarser grid than short ones. Boxes may have no width
 * or height.
 */
export class BoxIndex<T> {
  /** By fineness: cells of 128 px, of four times that, … */
  private readonly grids: Map<number, Entry<T>[]>[] = [];
  private searches = 0;

  add(item: T, bounds: Bounds): void {
    const entry: Entry<T> = { item, bounds, seen: 0 };
    const level = levelOf(bounds);
    while (this.grids.length <= level) this.grids.push(new Map());
    const grid = this.grids[level];
    eachKey(bounds, level, (key) => {
      const cell = grid?.get(key);
      if (cell) cell.push(entry);
      else grid?.set(key, [entry]);
    });
  }

  remove(item: T, bounds: Bounds): void {
    const level = levelOf(bounds);
    eachKey(bounds, level, (key) => {
      const cell = this.grids[level]?.get(key);
      const at = cell?.findIndex((entry) => entry.item === item) ?? -1;
      if (cell && at >= 0) cell.splice(at, 1);
    });
  }

  /** Items whose boxes meet `bounds`, borders included. */
  find(bounds: Bounds): T[] {
    const search = ++this.searches;
    const found: T[] = [];
    let size = finest;
    for (const grid of this.grids) {
      if (grid.size > 0) {
        if (isFarWider(bounds, size, grid.size)) for (const cell of grid.values()) collect(cell, bounds, search, found);
        else collectUnder(grid, size, bounds, search, found);
      }
      size *= 4;
    }
    return found;
  }
}

/** Adds the items that the cells under a box hold: what `eachKey` names, in a loop of its own since there are so many searches. */
function collectUnder<T>(
  grid: ReadonlyMap<number, readonly Entry<T>[]>,
  size: number,
  bounds: Bounds,
  search: number,
  found: T[],
): void {
  const { x, y, width, height } = bounds;
  const right = Math.floor((x + width) / size);
  const bottom = Math.floor((y + height) / size);
  for (let column = Math.floor(x / size); column <= right; column++) {
    for (let row = Math.floor(y / size); row <= bottom; row++)
      collect(grid.get(keyOf(column, row)), bounds, search, found);
  }
}

/** Adds the items of a cell that meet the box and that the search has not met yet. */
function collect<T>(cell: readonly Entry<T>[] | undefined, bounds: Bounds, search: number, found: T[]): void {
  if (!cell) return;
  for (const entry of cell) {
    if (entry.seen === search || !touch(entry.bounds, bounds)) continue;
    entry.seen = search;
    found.push(entry.item);
  }
}

/** Whether a box has so many cells under it that a look at all that there are is quicker. */
function isFarWider({ width, height }: Bounds, size: number, cells: number): boolean {
  return (width / size + 1) * (height / size + 1) > 16 * cells + 10_000;
}

/** The finest grid in which a box is no longer than four cells. */
function levelOf({ width, height }: Bounds): number {
  let level = 0;
  for (let size = finest * 4; size < Math.max(width, height); size *= 4) level++;
  return level;
}

/** Calls `visit` with the keys of the cells under a box. */
function eachKey({ x, y, width, height }: Bounds, level: number, visit: (key: number) => void): void {
  const size = finest * 4 ** level;
  const right = Math.floor((x + width) / size);
  const bottom = Math.floor((y + height) / size);
  for (let column = Math.floor(x / size); column <= right; column++) {
    for (let row = Math.floor(y / size); row <= bottom; row++) visit(keyOf(column, row));
  }
}

/** Cells that share a key only cost time: boxes are compared as well. */
function keyOf(column: number, row: number): number {
  return column * 4099 + row;
}

function touch(a: Bounds, b: Bounds): boolean {
  return a.x <= b.x + b.width && b.x <= a.x + a.width && a.y <= b.y + b.height && b.y <= a.y + a.height;
}
