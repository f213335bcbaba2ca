/**
 * Pass K, second half. Needs: bands with heights, the width of all content. Leaves: bounds of pools, lanes and groups. Source: pools are as wide as
 * the widest, headers of pools and lanes 30 px each, as bpmn-js draws them.
 */
import type { Bounds } from '../base/geometry.ts';
import type { Extent } from './compaction.ts';
import { boundsOf, type LayoutNode, type Scope } from './scope.ts';
import type { BandRange, Sheet } from './sheet.ts';

const header = 30;
/** From the lane's header to the first shape, and from the last to the border. */
const sidePad = 40;
const groupPad = 20;
const leastWidth = 600;

/** Sets the bounds of pool nodes, lanes and groups, in the coordinates of the top scope. */
export function frame(sheet: Sheet, extent: Extent): void {
  const depth = Math.max(0, ...sheet.pools.map((pool) => pool.laneDepth));
  const left = extent.left - sidePad - header * (depth + 1);
  const right = Math.max(extent.right + sidePad, left + leastWidth);
  for (const pool of sheet.pools) {
    const { top, height } = heightOf(pool.bands);
    setBounds(pool.node, { x: left, y: top, width: right - left, height });
  }
  for (const lane of sheet.lanes) {
    const { top, height } = heightOf(lane.bands);
    const around = holderOf(lane.bands.scope, sheet) ?? {
      left: sheet.pools.length > 0 ? left + header : extent.left - sidePad,
      right,
    };
    const x = around.left + header * lane.depth;
    lane.bounds = { x, y: top, width: around.right - x, height };
  }
  for (const group of sheet.groups) group.bounds = hull(group.members);
}

/** Left and right of the sub-process that holds a scope; undefined for the scope of the sheet itself. */
function holderOf(scope: Scope, sheet: Sheet): { left: number; right: number } | undefined {
  const holder = sheet.nodes.find(([, node]) => node.inner === scope)?.[1];
  return holder && { left: holder.x - holder.width / 2, right: holder.x + holder.width / 2 };
}

function heightOf({ scope, first, last }: BandRange): { top: number; height: number } {
  const [upper, lower] = [scope.bands[first], scope.bands[last]];
  const top = upper?.top ?? 0;
  return { top, height: (lower?.top ?? 0) + (lower?.height ?? 0) - top };
}

function setBounds(node: LayoutNode, { x, y, width, height }: Bounds): void {
  node.width = width;
  node.height = height;
  node.x = x + width / 2;
  node.y = y + height / 2;
}

/** The box around all members, 20 px off; a group without members has no place. */
function hull(members: readonly LayoutNode[]): Bounds | undefined {
  if (members.length === 0) return undefined;
  const boxes = members.map(boundsOf);
  const x = Math.min(...boxes.map((box) => box.x)) - groupPad;
  const y = Math.min(...boxes.map((box) => box.y)) - groupPad;
  const right = Math.max(...boxes.map((box) => box.x + box.width)) + groupPad;
  const bottom = Math.max(...boxes.map((box) => box.y + box.height)) + groupPad;
  return { x, y, width: right - x, height: bottom - y };
}
