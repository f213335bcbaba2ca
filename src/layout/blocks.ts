/** The boxes of a line that keep other lines away: shapes, what hangs on them, texts, flows along the row. */
import type { LayoutNode, Satellite, Size } from './scope.ts';
import { labelBox, type Sides } from './sides.ts';
import type { Block, Matter } from './skyline.ts';
import type { Line, Wire } from './wiring.ts';

/** Every run is as high as a task, so that its row stays where it is when a step comes or goes. */
export const halfRow = 40;

/** All blocks of a line, relative to its axis, without those of a satellite that is to be moved. */
export function blocksOf(line: Line, sides: ReadonlyMap<LayoutNode, Sides>, without?: Satellite): Block[] {
  const blocks = line.wires.flatMap((wire) => flowLabel(wire, line));
  if (line.nodes.length === 0) return [...blocks, block('line', line.left, line.right, 0, 0)];
  blocks.push(rowBlock(line), ...betweenSubProcesses(line));
  for (const node of line.nodes) blocks.push(...nodeBlocks(node, sides, without));
  return blocks;
}

/** Event sub-processes keep all of their row for themselves, but no flow needs room beside it. */
function rowBlock({ nodes, left, right }: Line): Block {
  const highest = Math.max(0, ...nodes.map((node) => (node.aside ? node.height / 2 : 0)));
  return highest > 0 ? block('line', left, right, -highest, highest) : block('shape', left, right, -halfRow, halfRow);
}

/**
 * From the first sub-process of a branch to its last, all count as high as the highest: how far what is above reaches to the right then never makes
 * the branch go nearer or farther. What hangs on the axis stays near to what it leaves.
 */
function betweenSubProcesses({ nodes, row }: Line): Block[] {
  if (row?.axis) return [];
  const open = nodes.filter((node) => node.inner && !node.aside);
  const [first, last] = [open[0], open.at(-1)];
  if (!first || !last || first === last) return [];
  const highest = Math.max(...open.map((node) => node.height / 2));
  return [block('shape', first.x - first.width / 2, last.x + last.width / 2, -highest, highest)];
}

function nodeBlocks(node: LayoutNode, sides: ReadonlyMap<LayoutNode, Sides>, without: Satellite | undefined): Block[] {
  const half = node.height / 2;
  const blocks = [
    block(node.aside ? 'line' : 'shape', node.x - node.width / 2, node.x + node.width / 2, -half, half),
    ...labelBlocks(node, sides.get(node), 0),
  ];
  for (const event of node.boundary) {
    blocks.push(block('text', event.x - event.width / 2, event.x + event.width / 2, half, half + event.height / 2));
    blocks.push(...labelBlocks(event, sides.get(event), half));
  }
  for (const satellite of node.satellites) if (satellite !== without) blocks.push(...satelliteBlocks(node, satellite));
  return blocks;
}

function labelBlocks(node: LayoutNode, sides: Sides | undefined, dy: number): Block[] {
  const box = labelBox(node, sides);
  return box ? [block('text', node.x + box.x, node.x + box.x + box.width, dy + box.y, dy + box.y + box.height)] : [];
}

function satelliteBlocks(host: LayoutNode, { node, dx, dy, shift }: Satellite): Block[] {
  const x = host.x + dx + shift;
  const half = node.height / 2;
  const box = labelBox(node);
  const body = block('text', x - node.width / 2, x + node.width / 2, dy - half, dy + half);
  return box ? [body, block('text', x + box.x, x + box.x + box.width, dy + box.y, dy + box.y + box.height)] : [body];
}

/** The name of a flow stands on its horizontal part, near its source. */
function flowLabel({ kind, flow, source, target, track }: Wire, line: Line): Block[] {
  if (!flow.label) return [];
  const carrier = kind === 'track' ? track : kind === 'split' ? target : source;
  if (carrier !== line) return [];
  const from = kind === 'join' || kind === 'straight' ? flow.source.x + flow.source.width / 2 : flow.source.x;
  return [labelOn(from, flow.target.x < flow.source.x ? -1 : 1, flow.label)];
}

function labelOn(x: number, direction: 1 | -1, { width, height }: Size): Block {
  const left = direction > 0 ? x + 6 : x - 6 - width;
  return block('text', left, left + width, -height - 4, 0);
}

function block(matter: Matter, left: number, right: number, top: number, bottom: number): Block {
  return { matter, left, right, top, bottom };
}
