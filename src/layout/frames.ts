/**
 * Pass K, second half. Needs: bands with heights, the width of all content. Leaves: bounds of pools, lanes and groups. Source: pools are as wide as
 * the widest, headers of pools and lanes 30 px each, as bpmn-js draws them.
 */
import type { Bounds } from '../base/geometry.ts';
import type { Extent } from './compaction.ts';
import { boundsOf, type LayoutNode, type Scope } from './scope.ts';
import type { BandRange, GroupFrame, Sheet } from './sheet.ts';
import { labelBox } from './sides.ts';

/** Width of the header of a pool or lane. */
export const header = 30;
/** From the lane's header to the first shape, and from the last to the border. */
const sidePad = 40;
/** Of an expanded sub-process. */
export const titleHeight = 40;
const groupPad = 20;
const emptyGroup = { width: 140, height: 100 } as const;
const leastWidth = 600;

/** Sets the bounds of pool nodes, lanes and groups, in the coordinates of the top scope. */
export function frame(sheet: Sheet, extent: Extent): void {
  const left = extent.left - sidePad - header * headersOf(sheet);
  const right = Math.max(extent.right + sidePad, left + leastWidth);
  for (const pool of sheet.pools) {
    const { top, height } = heightOf(pool.bands);
    setBounds(pool.node, { x: left, y: top, width: right - left, height });
  }
  for (const lane of sheet.lanes) {
    const holder = holderOf(lane.bands.scope, sheet);
    const { top, height } = holder ? heightWithin(holder, lane.bands) : heightOf(lane.bands);
    const around = holder ?? { left: sheet.pools.length > 0 ? left + header : left, right };
    const x = around.left + header * lane.depth;
    lane.bounds = { x, y: top, width: around.right - x, height };
  }
  for (const group of sheet.groups) if (group.members.length > 0) group.bounds = hull(group.members);
  const empty = sheet.groups.filter((group) => group.members.length === 0);
  placeEmptyGroups(empty, sheet.pools.length > 0 ? left : extent.left, extent.bottom);
}

/** Most headers side by side, of pools and of lanes; those of lanes alone where a process has no pool. */
function headersOf({ scope, pools, lanes }: Sheet): number {
  if (pools.length > 0) return 1 + Math.max(...pools.map((pool) => pool.laneDepth));
  return lanes.reduce((most, lane) => (lane.bands.scope === scope ? Math.max(most, lane.depth + 1) : most), 0);
}

interface Holder {
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
}

/** The sides of the sub-process that holds a scope; undefined for the scope of the sheet itself. */
function holderOf(scope: Scope, sheet: Sheet): Holder | undefined {
  const holder = sheet.nodes.find(([, node]) => node.inner === scope)?.[1];
  if (!holder) return undefined;
  const { x, y, width, height } = boundsOf(holder);
  return { left: x, right: x + width, top: y, bottom: y + height };
}

/** The lanes of a sub-process fill it from below its title to its lower border. */
function heightWithin(holder: Holder, bands: BandRange): { top: number; height: number } {
  const { top, height } = heightOf(bands);
  const upper = bands.first === 0 ? Math.min(top, holder.top + titleHeight) : top;
  const lower = bands.last === bands.scope.bands.length - 1 ? holder.bottom : top + height;
  return { top: upper, height: lower - upper };
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

/** The box around all members and the texts beside them, 20 px off. */
function hull(members: readonly LayoutNode[]): Bounds {
  const boxes = members.flatMap((node) => {
    const label = labelBox(node);
    return label ? [boundsOf(node), { ...label, x: label.x + node.x, y: label.y + node.y }] : [boundsOf(node)];
  });
  const x = Math.min(...boxes.map((box) => box.x)) - groupPad;
  const y = Math.min(...boxes.map((box) => box.y)) - groupPad;
  const right = Math.max(...boxes.map((box) => box.x + box.width)) + groupPad;
  const bottom = Math.max(...boxes.map((box) => box.y + box.height)) + groupPad;
  return { x, y, width: right - x, height: bottom - y };
}

/** Groups that nothing names as its group stand side by side below all the rest, where a modeler finds them. */
export function placeEmptyGroups(groups: readonly GroupFrame[], left: number, bottom: number): void {
  for (const [index, group] of groups.entries())
    group.bounds = { ...emptyGroup, x: left + index * (emptyGroup.width + groupPad), y: bottom + 2 * groupPad };
}
