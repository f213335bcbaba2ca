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

/** What a band grows by towards a neighbour: a line of text, then rows with their gap. So a text or a flow more seldom moves a lane. */
const growth = { text: 20, row: 120 } as const;
/** Rows stand apart by multiples of this: a text that comes, goes or changes its place more seldom moves what is below. */
const step = 20;
/** px of its pad that a band gives away before it grows. */
const give = 20;
/** px of the pad that texts have besides: they need less room to a border than shapes. */
const textGive = 7;

/** What the content of a scope covers, texts included. */
export interface Extent {
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
}

/** How far the content of a band reaches from its axis, texts counted less. */
interface Reach {
  above: number;
  below: number;
}

/** Gives the lines of all bands their heights and stacks the bands from 0 downwards. */
export function compactRows(scope: Scope, stack: RowStack, sides: ReadonlyMap<LayoutNode, Sides>): Extent {
  const rowsOf = Map.groupBy(stack.rows, (row) => row.band);
  let [left, right, bottom] = [0, 0, 0];
  for (const [index, band] of scope.bands.entries()) {
    const rows = rowsOf.get(index) ?? [];
    const { extent, reach } = compactBand(rows, sides);
    const above = index > 0 && band.pad > 0 ? inSteps(reach.above) : -extent.top;
    const below = index + 1 < scope.bands.length && band.pad > 0 ? inSteps(reach.below) : extent.bottom;
    bottom = placeBand(band, { above, below }, rows, bottom + band.gapAbove);
    [left, right] = [Math.min(left, extent.left), Math.max(right, extent.right)];
  }
  return { left, right, top: 0, bottom };
}

/** Sets y of all lines of a band relative to its axis; returns what they cover. */
function compactBand(rows: readonly Row[], sides: ReadonlyMap<LayoutNode, Sides>): { extent: Extent; reach: Reach } {
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
  let [top, bottom] = [0, 0];
  const reach = { above: 0, below: 0 };
  for (const [line, list] of blocks) {
    for (const block of list) {
      const less = block.matter === 'text' ? textGive : 0;
      top = Math.min(top, line.y + block.top);
      bottom = Math.max(bottom, line.y + block.bottom);
      reach.above = Math.max(reach.above, -line.y - block.top - less);
      reach.below = Math.max(reach.below, line.y + block.bottom - less);
    }
  }
  return { extent: { left, right, top, bottom }, reach };
}

/**
 * Hangs rows below the first one, which is the axis; `direction` -1 does the same upwards. A part that no flow joins to those before hangs below all of
 * them.
 */
function drop(rows: readonly Row[], skyline: Skyline, blocksOf: (line: Line) => Block[], direction: 1 | -1): void {
  let part: number | undefined;
  for (const [index, row] of rows.entries()) {
    const next = row.lines.find(({ part: own, wires }) => own !== undefined && wires.length > 0)?.part;
    if (next !== undefined && part !== undefined && next !== part) skyline.level();
    part = next ?? part;
    for (const line of row.lines) {
      const blocks = blocksOf(line);
      const room = index === 0 ? 0 : Math.max(0, skyline.fit(blocks));
      const y = line.nodes.length > 0 ? Math.ceil(room / step) * step : Math.ceil(room);
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
  const lines = rows.flatMap((row) => row.lines);
  // Behind the last flow nothing moves.
  const last = lines.findLastIndex(({ nodes }) => nodes.length === 0);
  for (const line of lines.slice(0, last + 1)) {
    const blocks = blocksOf(line);
    let y = line.y * direction;
    const [wire] = line.nodes.length === 0 ? line.wires : [];
    const isOutside = (end: Line) => end.band === line.band && end.y * direction < y;
    if (wire && isOutside(wire.source) && isOutside(wire.target)) y = Math.min(y, Math.ceil(skyline.fit(blocks)));
    line.y = y * direction;
    skyline.add(blocks, y);
  }
}

/** What a band with a pad needs on one side of its axis where another band lies there. */
function inSteps(reach: number): number {
  const lacking = reach - halfRow - give;
  if (lacking <= 0) return halfRow;
  return halfRow + (lacking <= growth.text ? growth.text : Math.ceil(lacking / growth.row) * growth.row);
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
