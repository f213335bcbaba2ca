/**
 * Layout of a sheet on which some shapes stand. Needs: a sheet as it was read, pins. Leaves: everything in its place. Where most shapes stand, the
 * others are put among them; where few do, the sheet is laid out as ever and goes where the first of them is.
 */
import type { LayoutPin } from './layout-file.ts';
import { placeArtifacts } from './pin-artifacts.ts';
import { placeBlocks } from './pin-blocks.ts';
import { Canvas, movedBox } from './pin-canvas.ts';
import { placeGroups, placeLanes, placePools, wrapPlaced } from './pin-frames.ts';
import { drawAround } from './pin-routes.ts';
import { boundsOf, type Flow, type LayoutNode } from './scope.ts';
import type { Sheet } from './sheet.ts';

/** Whether some shape of the sheet has a place of its own. */
export function isPinned(sheet: Sheet, pins: ReadonlyMap<string, LayoutPin>): boolean {
  if (pins.size === 0) return false;
  return [...sheet.nodes, ...sheet.pools.map(({ node }) => [undefined, node] as const)].some(
    ([, node]) => pins.get(node.id)?.bounds,
  );
}

/** @param layoutFreely all passes for a sheet without pins */
export function layoutPinned(
  sheet: Sheet,
  pins: ReadonlyMap<string, LayoutPin>,
  layoutFreely: (sheet: Sheet) => void,
): Canvas {
  const pinned = sheet.nodes.filter(([, node]) => pins.get(node.id)?.bounds);
  const isMostlyNew = pinned.length > 0 && pinned.length * 2 < sheet.nodes.length;
  const canvas = isMostlyNew ? layoutAndMove(sheet, pins, layoutFreely) : new Canvas(sheet, pins);
  if (!isMostlyNew) placeNew(canvas);
  drawAround(canvas, pins);
  return canvas;
}

function placeNew(canvas: Canvas): void {
  wrapPlaced(canvas);
  placePools(canvas);
  placeLanes(canvas);
  placeBlocks(canvas, canvas.sheet.scope, undefined);
  for (const [, node] of canvas.sheet.nodes) if (node.inner) placeBlocks(canvas, node.inner, node);
  placeArtifacts(canvas);
  placeGroups(canvas);
}

/** The usual drawing, moved so that the first pinned shape stands where it should; the others go where their pins are. */
function layoutAndMove(
  sheet: Sheet,
  pins: ReadonlyMap<string, LayoutPin>,
  layoutFreely: (sheet: Sheet) => void,
): Canvas {
  layoutFreely(sheet);
  const nodes = [...sheet.nodes.map(([, node]) => node), ...sheet.pools.map(({ node }) => node)];
  const first = nodes.find((node) => pins.get(node.id)?.bounds);
  const at = first && pins.get(first.id)?.bounds;
  const dx = first && at ? Math.round(at.x + at.width / 2 - first.x) : 0;
  const dy = first && at ? Math.round(at.y + at.height / 2 - first.y) : 0;
  const free = new Map(nodes.map((node) => [node, { bounds: boundsOf(node), label: node.labelBounds }]));
  const frames = [...sheet.lanes, ...sheet.groups].map((frame) => [frame, frame.bounds] as const);
  const canvas = new Canvas(sheet, pins);
  for (const [node, { bounds, label }] of free) {
    if (canvas.bounds.has(node)) continue;
    canvas.place(node, movedBox(movedBox(bounds, 'x', dx), 'y', dy));
    if (label) canvas.labels.set(node, movedBox(movedBox(label, 'x', dx), 'y', dy));
  }
  canvas.settle([...free.keys()].filter((node) => !pins.get(node.id)?.bounds));
  for (const [frame, bounds] of frames) {
    const isOwn = frame.element.id !== undefined && pins.get(frame.element.id)?.bounds;
    if (bounds && !isOwn) frame.bounds = movedBox(movedBox(bounds, 'x', dx), 'y', dy);
  }
  const stands = (node: LayoutNode) => !pins.get(node.id)?.bounds || node === first;
  for (const [, flow] of sheet.flows) if (!canvas.paths.has(flow)) keepWay(flow, canvas, stands, dx, dy);
  return canvas;
}

/** A flow between shapes that moved with the sheet moves with them. */
function keepWay(flow: Flow, canvas: Canvas, stands: (node: LayoutNode) => boolean, dx: number, dy: number): void {
  const { labelBounds } = flow;
  delete flow.labelBounds;
  if (flow.points.length < 2 || !stands(flow.source) || !stands(flow.target)) return;
  canvas.paths.set(
    flow,
    flow.points.map(({ x, y }) => ({ x: Math.round(x) + dx, y: Math.round(y) + dy })),
  );
  if (labelBounds) canvas.labels.set(flow, movedBox(movedBox(labelBounds, 'x', dx), 'y', dy));
}
