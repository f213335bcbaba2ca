/** Case file items stand below all else in their plan. Needs: the items placed. Leaves: places of the file items, those that trigger something below it. */
import type { LayoutNode } from '../scope.ts';
import { boundsOf } from '../scope.ts';
import { around, type Block, joined, moveBlock } from './case-sheet.ts';
import type { Connectors } from './connectors.ts';
import { labelBelow } from './item-block.ts';
import { pack } from './pack.ts';
import { spread } from './spread.ts';

const rowGap = 50;
const fileGap = 24;
/** A file item stands this far left of what it triggers: its connector goes up and turns once. */
const aside = 32;
const leastRow = 400;

/** The content of a plan with the file items below it. @param plan the node of the plan model */
export function addFiles(
  content: Block,
  files: readonly LayoutNode[],
  plan: LayoutNode,
  connectors: Connectors,
): Block {
  if (files.length === 0) return content;
  const used = files.filter((file) => connectors.from(file).length > 0);
  const unused = files.filter((file) => connectors.from(file).length === 0);
  const wished = used.map((file) => {
    const lefts = connectors.from(file).map(({ flow }) => leftIn(flow.target, plan) - aside);
    return { file, wish: lefts.reduce((least, left) => Math.min(least, left), Infinity) };
  });
  wished.sort((a, b) => a.wish - b.wish);
  const apart = wished.map(({ file }, index) => {
    const last = wished[index - 1];
    return last ? (widthOf(last.file) + widthOf(file)) / 2 + fileGap : 0;
  });
  const places = spread(
    wished.map(({ wish }) => wish),
    apart,
  );
  for (const [index, { file }] of wished.entries()) file.x = places[index] ?? 0;
  const row = below(content, joined(used.map(blockOf)), 0);
  return addUnused(content, row, unused);
}

/** What triggers nothing stands beside the others where there is room, else below them. */
function addUnused(content: Block, row: Block, unused: readonly LayoutNode[]): Block {
  if (unused.length === 0) return joined([content, row].filter(({ nodes }) => nodes.length > 0));
  const right = content.bounds.x + content.bounds.width;
  const start = row.nodes.length > 0 ? row.bounds.x + row.bounds.width + fileGap : content.bounds.x;
  const rest = pack(unused.map(blockOf), fileGap, Math.max(leastRow, right - start));
  if (row.nodes.length > 0 && start + rest.bounds.width <= right) {
    moveBlock(rest, start, row.bounds.y);
    return joined([content, row, rest]);
  }
  const upper = joined([content, row].filter(({ nodes }) => nodes.length > 0));
  return joined([upper, below(upper, rest, content.bounds.x)].filter(({ nodes }) => nodes.length > 0));
}

/** Moves a block under another. */
function below(upper: Block, lower: Block, dx: number): Block {
  const top = upper.nodes.length > 0 ? upper.bounds.y + upper.bounds.height + rowGap : 0;
  moveBlock(lower, dx, top - lower.bounds.y);
  return lower;
}

function blockOf(file: LayoutNode): Block {
  return { nodes: [file], bounds: file.label ? around([boundsOf(file), labelBelow(file)]) : boundsOf(file) };
}

function widthOf(file: LayoutNode): number {
  return Math.max(file.width, file.label?.width ?? 0);
}

/** The left edge of what a criterion sits on, from the centre of the plan. */
function leftIn(criterion: LayoutNode, plan: LayoutNode): number {
  const host = criterion.host ?? criterion;
  let x = -host.width / 2;
  for (let each: LayoutNode | undefined = host; each && each !== plan; each = each.parent) x += each.x;
  return x;
}
