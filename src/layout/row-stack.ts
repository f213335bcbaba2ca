import { lessRows } from './row-levels.ts';
import { Spans } from './spans.ts';
import type { Line, Row } from './wiring.ts';

/** Free room that a line wants at both ends from its neighbours in a row. */
const clearance = 20;

/** Drawings with fewer rows are left as they grew. */
const manyRows = 32;

/** Where a line may go: into a row that exists, or into a new one before `index`. `rank` is its height among the rows' ranks. */
export interface Place {
  readonly row?: Row;
  readonly index: number;
  readonly rank: number;
}

/** The rows of all bands from top to bottom; a row's rank is its index. */
export class RowStack {
  readonly rows: Row[] = [];
  /** More rows than this are tightened. */
  private most = manyRows;

  /** Index of the first row at or after `band`. */
  start(band: number): number {
    let low = 0;
    let high = this.rows.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((this.rows[middle]?.band ?? 0) < band) low = middle + 1;
      else high = middle;
    }
    return low;
  }

  axisOf(band: number): Row | undefined {
    for (let index = this.start(band); this.rows[index]?.band === band; index++) {
      const row = this.rows[index];
      if (row?.axis) return row;
    }
    return undefined;
  }

  /**
   * The places of a band for the line: rows where it fits, and between any two. Thin lines (tracks) share rows only with thin ones.
   * Above the first row and below the last there is always one; of the others those within `reach` of the rows `near`, if there are any.
   */
  places(line: Line, band: number, near: readonly Row[], reach: number): Place[] {
    const places: Place[] = [];
    const first = this.start(band);
    const end = this.start(band + 1);
    if (first < end) places.push({ index: first, rank: first - 0.5 });
    for (const index of indicesNear(near, reach, first, end)) {
      const isNear = (rank: number) => near.length === 0 || near.some((row) => Math.abs(row.rank - rank) <= reach);
      if (index > first && isNear(index - 0.5)) places.push({ index, rank: index - 0.5 });
      const row = this.rows[index];
      if (row && isNear(index) && isThin(row) === (line.nodes.length === 0) && isFree(row, line))
        places.push({ row, index, rank: index });
    }
    places.push({ index: end, rank: end - 0.5 });
    return places;
  }

  put(line: Line, place: Place, band: number, axis = false): void {
    const row = place.row ?? this.insert(place.index, band, axis);
    row.lines.push(line);
    row.spans.add(line);
    line.row = row;
    line.band = row.band;
  }

  private insert(index: number, band: number, axis: boolean): Row {
    const row: Row = { band, rank: index, lines: [], spans: new Spans(), axis };
    this.rows.splice(index, 0, row);
    for (let i = index; i < this.rows.length; i++) {
      const later = this.rows[i];
      if (later) later.rank = i;
    }
    return row;
  }

  /** Takes a line out of its row. The row stays, empty or not, so that ranks keep; `tidy` removes empty ones. */
  take(line: Line): Place {
    const row = line.row;
    if (!row) return { index: 0, rank: 0 };
    row.lines.splice(row.lines.indexOf(line), 1);
    row.spans.delete(line);
    delete line.row;
    return { row, index: row.rank, rank: row.rank };
  }

  tidy(): void {
    this.setRows(this.rows.filter((row) => row.lines.length > 0));
  }

  /** Puts the lines into fewer rows where there are too many: a row for each of many branches side by side. */
  tighten(): void {
    if (this.rows.length <= this.most) return;
    const bands = Map.groupBy(this.rows, (row) => row.band);
    this.setRows([...bands.values()].flatMap((rows) => lessRows(rows, clearance)));
    for (const row of this.rows) for (const line of row.lines) line.row = row;
    this.most = Math.max(manyRows, 2 * this.rows.length);
  }

  private setRows(rows: readonly Row[]): void {
    this.rows.splice(0, this.rows.length, ...rows);
    for (const [index, row] of this.rows.entries()) row.rank = index;
  }
}

/** The indices of rows within `reach` of some rows, or all between `first` and `end`, in order. */
function indicesNear(near: readonly Row[], reach: number, first: number, end: number): Iterable<number> {
  const found = new Set<number>();
  const windows =
    near.length > 0 ? near.map(({ rank }) => [rank - reach, rank + reach + 1] as const) : [[first, end] as const];
  for (const [from, to] of [...windows].sort(([a], [b]) => a - b)) {
    for (let index = Math.max(first, from); index < Math.min(end, to); index++) found.add(index);
  }
  return found;
}

export function isThin(row: Row): boolean {
  // Thin lines share rows only with thin ones.
  return row.lines[0]?.nodes.length === 0;
}

function isFree(row: Row, line: Line): boolean {
  return !row.spans.meet(line.left - clearance, line.right + clearance);
}
