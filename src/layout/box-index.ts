import type { Bounds } from '../base/geometry.ts';

const cellSize = 128;

interface Entry<T> {
  readonly item: T;
  readonly bounds: Bounds;
  /** Number of the last search that met this entry, so that none is found twice. */
  seen: number;
}

/** Boxes found by place, in buckets of 128 px. Boxes may have no width or height. */
export class BoxIndex<T> {
  private readonly cells = new Map<number, Entry<T>[]>();
  private searches = 0;

  add(item: T, bounds: Bounds): void {
    const entry: Entry<T> = { item, bounds, seen: 0 };
    for (const key of keysOf(bounds)) {
      const cell = this.cells.get(key);
      if (cell) cell.push(entry);
      else this.cells.set(key, [entry]);
    }
  }

  remove(item: T, bounds: Bounds): void {
    for (const key of keysOf(bounds)) {
      const cell = this.cells.get(key);
      const at = cell?.findIndex((entry) => entry.item === item) ?? -1;
      if (cell && at >= 0) cell.splice(at, 1);
    }
  }

  /** Items whose boxes meet `bounds`, borders included. */
  find(bounds: Bounds): T[] {
    const search = ++this.searches;
    const found: T[] = [];
    for (const key of keysOf(bounds)) {
      for (const entry of this.cells.get(key) ?? []) {
        if (entry.seen === search || !touch(entry.bounds, bounds)) continue;
        entry.seen = search;
        found.push(entry.item);
      }
    }
    return found;
  }
}

function keysOf({ x, y, width, height }: Bounds): number[] {
  const [left, right] = [Math.floor(x / cellSize), Math.floor((x + width) / cellSize)];
  const [top, bottom] = [Math.floor(y / cellSize), Math.floor((y + height) / cellSize)];
  const keys: number[] = [];
  for (let column = left; column <= right; column++) {
    // Cells that share a key only cost time: boxes are compared as well.
    for (let row = top; row <= bottom; row++) keys.push(column * 4099 + row);
  }
  return keys;
}

function touch(a: Bounds, b: Bounds): boolean {
  return a.x <= b.x + b.width && b.x <= a.x + a.width && a.y <= b.y + b.height && b.y <= a.y + a.height;
}
