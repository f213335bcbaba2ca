/**
 * Layout of a sheet of cases on which some plans stand. Needs: a sheet as it was read, pins. Leaves: everything in its place and all connectors led; what is
 * pinned stands to the letter.
 */
import type { Point } from '../../base/geometry.ts';
import type { LayoutPin } from '../layout-file.ts';
import { passes } from '../passes.ts';
import { holds } from '../route-cost.ts';
import { boundsOf, type Flow, type LayoutNode } from '../scope.ts';
import { CaseCanvas } from './case-canvas.ts';
import { around, type CaseContainer, type CasePlan, type CaseSheet } from './case-sheet.ts';
import { freePlace } from './free-place.ts';
import { labelBelow } from './item-block.ts';
import { placeNewCriteria } from './pin-criteria.ts';
import { obstacles, placeItemsAmong, put, settleItem } from './pin-items.ts';
import { padding } from './place-container.ts';

const planGap = 80;
const noteGap = 50;
const fileGap = 60;
/** A note beside a plan looks this far for a place. */
const far = 2000;

/** Whether some shape of the sheet has a place of its own. */
export function isPinned({ shapes }: CaseSheet, pins: ReadonlyMap<string, LayoutPin>): boolean {
  return shapes.some(([, node]) => pins.get(node.id)?.bounds);
}

/** Places all shapes of a sheet. @param placePlan lays out a plan that has no place, around its own centre */
export function placeAmong(
  sheet: CaseSheet,
  pins: ReadonlyMap<string, LayoutPin>,
  placePlan: (plan: CasePlan) => void,
): CaseCanvas {
  const canvas = new CaseCanvas(sheet, pins);
  for (const { container } of sheet.plans) wrapPlaced(container, canvas);
  for (const plan of sheet.plans) {
    const { container, criteria } = plan;
    if (canvas.bounds.has(container.node)) {
      placeItemsAmong(container, canvas);
      placeNewFiles(plan, canvas);
      placeNewCriteria({ node: container.node, criteria }, canvas);
    } else placeNewPlan(plan, canvas, placePlan);
  }
  for (const { container, notes } of sheet.plans) placeNotes(notes, container.node, canvas);
  placeNotes(sheet.loose, undefined, canvas);
  for (const [flow, path] of [...canvas.paths]) if (isInTheWay(flow, path, canvas, pins)) canvas.drop(flow);
  return canvas;
}

/** A plan or stage without a place of its own is around what it holds that has one. */
function wrapPlaced({ node, items }: CaseContainer, canvas: CaseCanvas): void {
  for (const { inner } of items) if (inner) wrapPlaced(inner, canvas);
  const boxes = canvas.childrenOf(node).flatMap((child) => canvas.bounds.get(child) ?? []);
  if (canvas.bounds.has(node) || boxes.length === 0) return;
  const { x, y, width, height } = around(boxes);
  canvas.place(node, {
    x: x - padding.side,
    y: y - padding.top,
    width: width + 2 * padding.side,
    height: height + padding.top + padding.bottom,
  });
}

/** Below all that stands. */
function placeNewPlan(plan: CasePlan, canvas: CaseCanvas, placePlan: (plan: CasePlan) => void): void {
  const { node } = plan.container;
  canvas.free(node);
  placePlan(plan);
  const boxes = [...canvas.bounds.values()];
  const left = boxes.reduce((least, { x }) => Math.min(least, x), Number.POSITIVE_INFINITY);
  const bottom = boxes.reduce((low, { y, height }) => Math.max(low, y + height), 0);
  const { width, height } = node;
  const x = Number.isFinite(left) ? Math.round(left) : 0;
  canvas.place(node, { x, y: Math.round(bottom + planGap), width: Math.round(width), height: Math.round(height) });
  settleItem({ node, criteria: plan.criteria, inner: plan.container }, canvas);
  for (const file of plan.files) {
    file.x += node.x;
    file.y += node.y;
    const box = boundsOf(file);
    canvas.place(file, { ...box, x: Math.round(box.x), y: Math.round(box.y) });
    if (file.label) canvas.labels.set(file, labelBelow(file));
  }
}

/** Beside the last case file item, else below all the rest. */
function placeNewFiles({ container, files }: CasePlan, canvas: CaseCanvas): void {
  for (const file of files) {
    if (canvas.bounds.has(file)) continue;
    const last = files.findLast((other) => canvas.bounds.has(other));
    const block = { nodes: [file], bounds: boundsOf(file) };
    const label = file.label;
    if (label) {
      const text = labelBelow(file);
      const x = Math.min(block.bounds.x, text.x);
      block.bounds = {
        x,
        y: block.bounds.y,
        width: Math.max(block.bounds.width, label.width),
        height: text.y + text.height - block.bounds.y,
      };
    }
    const plan = canvas.bounds.get(container.node) ?? boundsOf(container.node);
    const bottom = plan.y + plan.height - 30 - block.bounds.height;
    const wish = last
      ? { x: Math.round(last.x + last.width / 2 + fileGap), y: Math.round(last.y - last.height / 2) }
      : { x: Math.round(plan.x + 40), y: Math.round(bottom) };
    const room = { left: plan.x + 30, right: plan.x + plan.width - 30 - block.bounds.width, top: plan.y + 40, bottom };
    const taken = obstacles(container.node, canvas);
    const low = taken.reduce((most, box) => Math.max(most, box.y + box.height), plan.y + 40);
    put(block, freePlace(block.bounds, wish, taken, room) ?? { x: room.left, y: low }, container.node, canvas);
    if (label) canvas.labels.set(file, labelBelow(file));
  }
}

/** Right of a plan, or below everything. */
function placeNotes(notes: readonly LayoutNode[], plan: LayoutNode | undefined, canvas: CaseCanvas): void {
  for (const note of notes) {
    if (canvas.bounds.has(note)) continue;
    const boxes = [...canvas.bounds.values()];
    const at = plan && canvas.bounds.get(plan);
    const wish = at
      ? { x: Math.round(at.x + at.width + noteGap), y: Math.round(at.y) }
      : {
          x: boxes.reduce((least, { x }) => Math.min(least, x), 0),
          y: boxes.reduce((low, { y, height }) => Math.max(low, y + height), 0) + noteGap,
        };
    const range = { left: wish.x, right: wish.x + far, top: wish.y, bottom: wish.y + far };
    const found = freePlace(note, wish, obstacles(undefined, canvas), range) ?? wish;
    canvas.place(note, { ...found, width: note.width, height: note.height });
  }
}

/** Whether something new, or something that has moved, has come onto a pinned connector. */
function isInTheWay(
  { source, target }: Flow,
  path: readonly Point[],
  canvas: CaseCanvas,
  pins: ReadonlyMap<string, LayoutPin>,
): boolean {
  const ends = [source, target, source.host, target.host];
  return canvas.sheet.shapes.some(([, node]) => {
    if (ends.includes(node) || holds(node, source) || holds(node, target)) return false;
    const box = canvas.bounds.get(node);
    const isOld = pins.get(node.id)?.bounds && !canvas.moved.has(node);
    return box && !isOld && path.slice(1).some((b, index) => passes([path[index] ?? b, b], box));
  });
}
