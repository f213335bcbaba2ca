import type { Flow, LayoutNode } from './scope.ts';
import type { Spans } from './spans.ts';

/**
 * The drawing before it has heights: lines lie in rows, wires join lines. A line of nodes is a run; a line without nodes is the horizontal
 * part of a single flow (a track).
 */
export interface Line {
  readonly nodes: readonly LayoutNode[];
  /** Index of the scope's band; a track's is that of the row it gets. */
  band: number;
  /** What the line takes of its row, flows at its ends included. */
  left: number;
  right: number;
  row?: Row;
  /** Wires with an end on this line, or whose track it is. */
  readonly wires: Wire[];
  /** Which of the parts that no flow joins it belongs to, in declared order; undefined where there is one alone, or where no flow is. */
  part?: number;
  /** The wire on which a branch leaves its split, if this line begins a branch. */
  entry?: Wire;
  /** Height of its axis in the band, once compacted. */
  y: number;
}

export interface Row {
  readonly band: number;
  /** Rows are numbered from top to bottom through all bands. */
  rank: number;
  readonly lines: Line[];
  /** The same lines by x. */
  readonly spans: Spans;
  /** The row of the band's main line. */
  axis: boolean;
}

/**
 * How a flow runs:
 * - `straight`: along its row, right side to left side;
 * - `split`: vertical at its source, then along the target's row into the target's left side;
 * - `join`: along the source's row, then vertical at its target;
 * - `drop`: one vertical line (ends above each other);
 * - `track`: vertical at both ends and along a row of its own between.
 */
export type WireKind = 'straight' | 'split' | 'join' | 'drop' | 'track';

export interface Wire {
  readonly flow: Flow;
  kind: WireKind;
  readonly source: Line;
  readonly target: Line;
  track?: Line;
}
