/**
 * Pass F, second half. Needs: rows, sides, sizes. Leaves: y of every node, top and height of every band. Source: one-dimensional compaction with a
 * skyline: the axis of a band is straight, the rows below hang as high as they can, the rows above as low as they can.
 */
import { blocksOf, halfRow } from './blocks.ts';
import type { RowStack } from './row-stack.ts';
import type { Band, LayoutNode, Scope } from './scope.ts';
import type { Sides } from './sides.ts';
import { type Block, mirrored, Skyline } from './skyline.ts';
import type { Line, Row } from './wiring.ts';

/**
 * What a band grows by, so that a text or a flow more moves no lane: above its axis, where skips and loops run, half a row; below it, where
 * branches hang, a row with its gap.
 */
const steps = { above: 60, below: 120 } as const;
/** px of its pad that a band gives away before it grows. */
const give = 20;

/** What the content of a scope covers, texts included. */
export interface Extent {
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
}

/** Gives the lines of all bands their heights and stacks the bands from 0 downwards. */
export function compactRows(scope: Scope, stack: RowStack, sides: ReadonlyMap<LayoutNode, Sides>): Extent {
  const rowsOf = Map.groupBy(stack.rows, (row) => row.band);
  let [left, right, bottom] = [0, 0, 0];
  for (const [index, band] of scope.bands.entries()) {
    const rows = rowsOf.get(index) ?? [];
    const extent = compactBand(rows, sides);
    const above = index > 0 ? inSteps(-extent.top, steps.above, band) : -extent.top;
    const below = index + 1 < scope.bands.length ? inSteps(extent.bottom, steps.below, band) : extent.bottom;
    bottom = placeBand(band, { above, below }, rows, bottom + band.gapAbove);
    [left, right] = [Math.min(left, extent.left), Math.max(right, extent.right)];
  }
  return { left, right, top: 0, bottom };
}

/** Sets y of all lines of a band relative to its axis; returns what they cover. */
function compactBand(rows: readonly Row[], sides: ReadonlyMap<LayoutNode, Sides>): Extent {
  const blocks = new Map<Line, Block[]>(rows.flatMap((row) => row.lines).map((line) => [line, blocksOf(line, sides)]));
  const all = [...blocks.values()].flat();
  const left = all.reduce((least, block) => Math.min(least, block.left), 0);
  const right = all.reduce((most, block) => Math.max(most, block.right), 0);
  const axis = Math.max(
    0,
    rows.findIndex((row) => row.axis),
  );
  // The axis counts from end to end: a step appended to it moves no other row.
  const whole: Block = { matter: 'shape', left, right, top: -halfRow, bottom: halfRow };
  const below = new Skyline(left, right);
  const above = new Skyline(left, right);
  for (const skyline of [below, above]) skyline.add([whole], 0);
  drop(rows.slice(axis), below, (line) => blocks.get(line) ?? [], 1);
  drop(rows.slice(0, axis + 1).reverse(), above, (line) => (blocks.get(line) ?? []).map(mirrored), -1);
  drawOut(rows.slice(axis).reverse(), new Skyline(left, right), (line) => (blocks.get(line) ?? []).map(mirrored), -1);
  drawOut(rows.slice(0, axis + 1), new Skyline(left, right), (line) => blocks.get(line) ?? [], 1);
  let extent: Extent = { left, right, top: 0, bottom: 0 };
  for (const [line, list] of blocks) {
    for (const { top, bottom } of list)
      extent = { ...extent, top: Math.min(extent.top, line.y + top), bottom: Math.max(extent.bottom, line.y + bottom) };
  }
  return extent;
}

/** Hangs rows below the first one, which is the axis; `direction` -1 does the same upwards. */
function drop(rows: readonly Row[], skyline: Skyline, blocksOf: (line: Line) => Block[], direction: 1 | -1): void {
  for (const [index, row] of rows.entries()) {
    for (const line of row.lines) {
      const blocks = blocksOf(line);
      const y = index === 0 ? 0 : Math.max(0, Math.ceil(skyline.fit(blocks)));
      line.y = y * direction;
      skyline.add(blocks, y);
    }
  }
}

/**
 * Moves flows with a row of their own from near the axis to the branch that both their ends lie on: a loop stands close above its branch. Goes
 * from the outermost row inwards.
 */
function drawOut(rows: readonly Row[], skyline: Skyline, blocksOf: (line: Line) => Block[], direction: 1 | -1): void {
  for (const line of rows.flatMap((row) => row.lines)) {
    const blocks = blocksOf(line);
    let y = line.y * direction;
    const [wire] = line.nodes.length === 0 ? line.wires : [];
    const isOutside = (end: Line) => end.band === line.band && end.y * direction < y;
    if (wire && isOutside(wire.source) && isOutside(wire.target)) y = Math.min(y, Math.ceil(skyline.fit(blocks)));
    line.y = y * direction;
    skyline.add(blocks, y);
  }
}

/** What a band needs on one side of its axis, rounded up if another band lies there. Bands without a pad are as high as what they hold. */
function inSteps(reach: number, step: number, { pad }: Band): number {
  return pad === 0 ? reach : halfRow + Math.max(0, Math.ceil((reach - halfRow - give) / step)) * step;
}

/** Sets y of the nodes of a band that begins at `top` and reaches so far from its axis; returns where it ends. */
function placeBand(
  band: Band,
  { above, below }: { readonly above: number; readonly below: number },
  rows: readonly Row[],
  top: number,
): number {
  const content = above + below + 2 * band.pad;
  band.top = top;
  band.height = Math.max(band.minHeight, content);
  const axis = Math.round(top + band.pad + above + (band.height - content) / 2);
  for (const line of rows.flatMap((row) => row.lines)) {
    line.y += axis;
    for (const node of line.nodes) placeNode(node, line.y);
  }
  return top + band.height;
}

function placeNode(node: LayoutNode, y: number): void {
  node.y = y;
  for (const event of node.boundary) event.y = y + node.height / 2;
  for (const { node: artifact, dx, dy, shift } of node.satellites) {
    artifact.x = node.x + dx + shift;
    artifact.y = y + dy;
  }
}
