/**
 * New pools and lanes among pinned ones. Needs: a canvas. Leaves: bounds of every pool, lane and group. A new pool stands below all others, a
 * new lane opens where the text has it, and a sub-process that has been put around steps lies round them.
 */
import type { Bounds } from '../base/geometry.ts';
import { placeEmptyGroups } from './frames.ts';
import { layoutScope, settle } from './layout-scope.ts';
import { poolGap } from './messages.ts';
import { keep } from './pin-blocks.ts';
import type { Canvas } from './pin-canvas.ts';
import type { LayoutNode } from './scope.ts';
import type { LaneFrame, PoolFrame } from './sheet.ts';
import { sizeOf } from './sizes.ts';

const header = 30;
const laneHeight = 140;
const sidePad = 40;
const around = { left: 40, top: 40, right: 40, bottom: 30 } as const;

/** A sub-process without a place that holds something with one: a box around it. Inner ones first. */
export function wrapPlaced(canvas: Canvas): void {
  for (const [, node] of [...canvas.sheet.nodes].reverse()) {
    if (!node.inner || canvas.bounds.has(node)) continue;
    const boxes = canvas.childrenOf(node).flatMap((child) => canvas.bounds.get(child) ?? []);
    if (boxes.length > 0) canvas.place(node, wrapped(boxes, around));
  }
}

/** Pools of which nothing has a place, laid out alone below all others. */
export function placePools(canvas: Canvas): void {
  for (const pool of canvas.sheet.pools) {
    if (canvas.bounds.has(pool.node)) continue;
    const nodes = nodesOf(pool, canvas);
    const boxes = nodes.flatMap((node) => canvas.bounds.get(node) ?? []);
    if (boxes.length > 0)
      canvas.place(pool.node, wrapped(boxes, { ...around, left: header * (pool.laneDepth + 1) + 40 }));
    else placePool(pool, nodes, canvas);
  }
}

function nodesOf({ bands }: PoolFrame, { sheet }: Canvas): LayoutNode[] {
  return sheet.scope.nodes.filter(({ band }) => bands.first <= band && band <= bands.last);
}

function placePool(pool: PoolFrame, nodes: readonly LayoutNode[], canvas: Canvas): void {
  const { scope } = canvas.sheet;
  const others = canvas.sheet.pools.flatMap(({ node }) => canvas.bounds.get(node) ?? []);
  const left = Math.min(...others.map(({ x }) => x));
  const top = Math.max(...others.map(({ y, height }) => y + height)) + poolGap;
  const width = Math.max(...others.map((box) => box.width));
  const { first, last } = pool.bands;
  const start = { x: Number.isFinite(left) ? left : 0, y: Number.isFinite(top) ? top : 0 };
  for (const node of nodes) node.band -= first;
  const bands = scope.bands.slice(first, last + 1);
  if (bands[0]) bands[0].gapAbove = 0;
  const own = new Set(nodes);
  const flows = scope.flows.filter((flow) => own.has(flow.source) && own.has(flow.target));
  const loose = scope.loose.filter((artifact) => !canvas.bounds.has(artifact) && own.has(artifact));
  const placed = layoutScope({ nodes: [...nodes], flows, links: [], bands, loose }, scope.links);
  const { extent } = placed;
  settle(placed, start.x + header * (pool.laneDepth + 1) + sidePad - extent.left, start.y);
  keep(placed, canvas);
  for (const node of nodes) node.band += first;
  const height = bands.reduce((sum, band) => sum + band.height, 0) || sizeOf('pool').height;
  const needed = header * (pool.laneDepth + 1) + 2 * sidePad + extent.right - extent.left;
  canvas.place(pool.node, { ...start, width: Math.max(Number.isFinite(width) ? width : 600, needed), height });
  for (const lane of canvas.sheet.lanes.filter((frame) => isIn(frame, pool))) {
    const [upper, lower] = [scope.bands[lane.bands.first], scope.bands[lane.bands.last]];
    const box = canvas.bounds.get(pool.node);
    if (!upper || !lower || !box) continue;
    const x = box.x + header * (lane.depth + 1);
    lane.bounds = { x, y: upper.top, width: box.x + box.width - x, height: lower.top + lower.height - upper.top };
  }
}

function isIn({ bands }: LaneFrame, pool: PoolFrame): boolean {
  return bands.scope === pool.bands.scope && pool.bands.first <= bands.first && bands.last <= pool.bands.last;
}

/** New lanes, in the order of the text: below the one before them, which the cut opens. */
export function placeLanes(canvas: Canvas): void {
  const { lanes } = canvas.sheet;
  for (const [index, lane] of lanes.entries()) {
    if (lane.bounds) continue;
    const siblings = lanes.filter((other) => other.bands.scope === lane.bands.scope && other.depth === lane.depth);
    const before = siblings.findLast((other) => other.bounds && other.bands.last < lane.bands.first);
    const holder = lanes.slice(0, index).findLast((other) => holds(other, lane))?.bounds ?? containerOf(lane, canvas);
    const like = siblings.find((other) => other.bounds)?.bounds;
    if (like) {
      const y = before?.bounds ? before.bounds.y + before.bounds.height : (holder ?? like).y;
      open(lane, y, canvas);
      lane.bounds = { ...like, y, height: laneHeight };
    } else if (holder) {
      lane.bounds = { ...holder, x: holder.x + header, width: holder.width - header };
    } else {
      const boxes = canvas.childrenOf(undefined).flatMap((node) => canvas.bounds.get(node) ?? []);
      if (boxes.length > 0) lane.bounds = wrapped(boxes, { ...around, left: header + 40 });
    }
  }
}

function holds(outer: LaneFrame, inner: LaneFrame): boolean {
  const isAround = outer.bands.first <= inner.bands.first && inner.bands.last <= outer.bands.last;
  return outer.bands.scope === inner.bands.scope && outer.depth < inner.depth && isAround;
}

/** The pool or sub-process around a lane. */
function containerOf({ bands }: LaneFrame, canvas: Canvas): Bounds | undefined {
  const pool = canvas.sheet.pools.find(
    (frame) => frame.bands.scope === bands.scope && frame.bands.first <= bands.first && bands.last <= frame.bands.last,
  );
  const parent = parentOf(bands.scope, canvas);
  return pool ? canvas.bounds.get(pool.node) : parent && canvas.bounds.get(parent);
}

function parentOf(scope: LaneFrame['bands']['scope'], { sheet }: Canvas): LayoutNode | undefined {
  return sheet.nodes.find(([, node]) => node.inner === scope)?.[1];
}

function open(lane: LaneFrame, y: number, canvas: Canvas): void {
  const { pools, lanes } = canvas.sheet;
  const isAround = (bands: LaneFrame['bands']) =>
    bands.scope === lane.bands.scope && bands.first <= lane.bands.first && lane.bands.last <= bands.last;
  const grown = new Set<unknown>([
    ...pools.filter(({ bands }) => isAround(bands)).map(({ node }) => node),
    ...lanes.filter((other) => other !== lane && isAround(other.bands)),
  ]);
  canvas.cut('y', y, laneHeight, parentOf(lane.bands.scope, canvas), grown);
}

interface Padding {
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
}

function wrapped(boxes: readonly Bounds[], pad: Padding): Bounds {
  const x = Math.min(...boxes.map((box) => box.x)) - pad.left;
  const y = Math.min(...boxes.map((box) => box.y)) - pad.top;
  const right = Math.max(...boxes.map((box) => box.x + box.width)) + pad.right;
  const bottom = Math.max(...boxes.map((box) => box.y + box.height)) + pad.bottom;
  return { x, y, width: right - x, height: bottom - y };
}

/** Groups without a place: round their members, those of nobody below all the rest. */
export function placeGroups(canvas: Canvas): void {
  const open = canvas.sheet.groups.filter((group) => !group.bounds);
  for (const group of open) {
    const boxes = group.members.flatMap((node) => canvas.bounds.get(node) ?? []);
    if (boxes.length > 0) group.bounds = wrapped(boxes, { left: 20, top: 20, right: 20, bottom: 20 });
  }
  const all = [...canvas.bounds.values(), ...canvas.sheet.groups.flatMap(({ bounds }) => bounds ?? [])];
  const left = Math.min(...all.map(({ x }) => x));
  const bottom = Math.max(...all.map(({ y, height }) => y + height));
  const empty = open.filter((group) => !group.bounds);
  placeEmptyGroups(empty, all.length > 0 ? left : 0, all.length > 0 ? bottom : 0);
}
