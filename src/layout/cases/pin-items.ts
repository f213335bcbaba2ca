/**
 * New items among pinned ones. Needs: a canvas. Leaves: a place for every shape. What is new and hangs together is laid out alone and goes behind what it
 * waits for, else before what waits for it, into the nearest free place; where there is none near, a cut opens a gap; else it goes below all the rest.
 */
import type { Bounds } from '../../base/geometry.ts';
import { grown } from '../route-cost.ts';
import { boundsOf, type LayoutNode } from '../scope.ts';
import type { CaseCanvas } from './case-canvas.ts';
import { type Block, type CaseConnector, type CaseContainer, type CaseItem, moveBlock } from './case-sheet.ts';
import { components, type Dependencies, type Dependency, dependenciesOf } from './dependencies.ts';
import { freePlace, type Range } from './free-place.ts';
import { itemBlock, labelBelow } from './item-block.ts';
import { placeNewCriteria } from './pin-criteria.ts';
import { gaps, placeComponent } from './place-component.ts';
import { arrangeCriteria, metFromAheadOnly, placeContainer } from './place-container.ts';

/** Between what is new and what stands, and from the borders of a container. */
const apart = 20;
const inset = { side: 30, top: 40, bottom: 30 } as const;
/** A free place farther away than this (px) is too far: a gap is opened. */
const near = 160;
/** Connectors are thin: what is new keeps this far off them. */
const offLines = 6;

/** Gives all items of a container that stands a place, inner stages first. */
export function placeItemsAmong(container: CaseContainer, canvas: CaseCanvas): void {
  const { connectors } = canvas.sheet;
  for (const { node, inner } of container.items) if (inner && canvas.bounds.has(node)) placeItemsAmong(inner, canvas);
  const fresh = container.items.filter(({ node }) => !canvas.bounds.has(node));
  if (fresh.length > 0) {
    const dependencies = dependenciesOf(container, connectors);
    for (const { node, inner, notes } of fresh) {
      canvas.free(node);
      if (inner) placeContainer(inner, connectors);
      // Notes that stand are no part of what is placed.
      notes.splice(0, Number.POSITIVE_INFINITY, ...notes.filter((note) => !canvas.bounds.has(note)));
    }
    const aheadOnly = metFromAheadOnly(dependencies);
    for (const item of fresh) arrangeCriteria(item, aheadOnly, connectors);
    const among = dependenciesAmong(dependencies, new Set(fresh));
    for (const group of components(fresh, among.forward)) {
      const [first] = group;
      if (!first) continue;
      const own = dependenciesAmong(among, new Set(group));
      const block = group.length > 1 ? placeComponent(group, own) : itemBlock(first);
      placeBlock(block, new Set(group), container.node, dependencies, canvas);
      for (const item of group) settleItem(item, canvas);
    }
  }
  for (const item of container.items) placeNewCriteria(item, canvas);
  for (const item of container.items) placeNewNotes(item, container.node, canvas);
}

function dependenciesAmong({ forward, back }: Dependencies, items: ReadonlySet<CaseItem>): Dependencies {
  const isWithin = ({ from, to }: Dependency) => items.has(from) && items.has(to);
  return { forward: forward.filter(isWithin), back: back.filter(isWithin) };
}

/** Moves a block to its place in a container that stands; that grows as it must. */
function placeBlock(
  block: Block,
  items: ReadonlySet<CaseItem>,
  container: LayoutNode,
  { forward, back }: Dependencies,
  canvas: CaseCanvas,
): void {
  const all = [...forward, ...back];
  const entry = all.find(({ from, to }) => items.has(to) && canvas.bounds.has(from.node));
  const exit = all.find(({ from, to }) => items.has(from) && canvas.bounds.has(to.node));
  const room = interior(container, block, canvas);
  const wish = entry ? wishBehind(entry, block, room) : exit ? wishBefore(exit, block, room) : undefined;
  const found = freePlace(
    block.bounds,
    wish?.at ?? { x: room.left, y: room.top },
    obstacles(container, canvas),
    wish?.range ?? room,
  );
  if (found) put(block, found, container, canvas);
  else if (wish) {
    canvas.cut('x', wish.gapAt, wish.gap, container);
    putNear(block, { x: Math.max(room.left, wish.gapAt), y: wish.at.y }, container, canvas);
  } else putBelow(block, room.left, container, canvas);
}

/** Where a block should stand, where it may, and where a gap opens for it otherwise. */
interface Wish {
  readonly at: { readonly x: number; readonly y: number };
  readonly range: Range;
  readonly gapAt: number;
  readonly gap: number;
}

/** Right of what the block waits for, level with it. */
function wishBehind({ from, to, connector }: Dependency, block: Block, room: Range): Wish {
  const gap = gapFor(connector);
  const at = { x: Math.round(rightOf(from.node) + gap), y: level(to, from.node, block) };
  const range = { ...around(at, room), left: Math.max(room.left, at.x - gap / 2) };
  return { at, range, gapAt: at.x, gap: block.bounds.width + gap };
}

/** Left of what waits for the block. */
function wishBefore({ from, to, connector }: Dependency, block: Block, room: Range): Wish {
  const gap = gapFor(connector);
  const gapAt = leftOf(to.node);
  const at = { x: Math.round(gapAt - gap - block.bounds.width), y: level(from, to.node, block) };
  const range = { ...around(at, room), right: Math.min(room.right, at.x + gap / 2) };
  return { at, range, gapAt, gap: block.bounds.width + gap };
}

function gapFor({ flow }: CaseConnector): number {
  return Math.max(gaps.column, flow.label ? flow.label.width + apart : 0);
}

/** The top of a block whose item is level with what stands. */
function level({ node }: CaseItem, beside: LayoutNode, { bounds }: Block): number {
  return Math.round(beside.y - (node.y - bounds.y));
}

/** After a cut: where the gap is, or below all the rest. */
function putNear(block: Block, wish: { x: number; y: number }, container: LayoutNode, canvas: CaseCanvas): void {
  const borders = around(wish, interior(container, block, canvas));
  const found = freePlace(block.bounds, wish, obstacles(container, canvas), borders);
  if (found) put(block, found, container, canvas);
  else putBelow(block, wish.x, container, canvas);
}

function putBelow(block: Block, x: number, container: LayoutNode, canvas: CaseCanvas): void {
  const boxes = obstacles(container, canvas);
  const room = interior(container, block, canvas);
  put(block, { x, y: boxes.reduce((low, box) => Math.max(low, box.y + box.height), room.top) }, container, canvas);
}

/** Puts a block down; the container grows to the right and down if it reaches out. */
export function put(
  block: Block,
  { x, y }: { readonly x: number; readonly y: number },
  container: LayoutNode,
  canvas: CaseCanvas,
): void {
  const outer = canvas.bounds.get(container);
  moveBlock(block, Math.round(x - block.bounds.x), Math.round(y - block.bounds.y));
  if (outer) {
    const { bounds } = block;
    const [right, bottom] = [outer.x + outer.width, outer.y + outer.height];
    canvas.cut('x', right, Math.ceil(bounds.x + bounds.width + inset.side - right), container);
    canvas.cut('y', bottom, Math.ceil(bounds.y + bounds.height + inset.bottom - bottom), container);
  }
  for (const node of block.nodes) settle(node, canvas);
}

/** Where the upper left corner of a block may be in a container. */
function interior(container: LayoutNode, { bounds }: Block, canvas: CaseCanvas): Range {
  const { x, y, width, height } = canvas.bounds.get(container) ?? boundsOf(container);
  return {
    left: Math.ceil(x + inset.side),
    right: Math.floor(x + width - inset.side - bounds.width),
    top: Math.ceil(y + inset.top),
    bottom: Math.floor(y + height - inset.bottom - bounds.height),
  };
}

function around({ x, y }: { readonly x: number; readonly y: number }, room: Range): Range {
  return {
    left: Math.max(room.left, x - near),
    right: Math.min(room.right, x + near),
    top: Math.max(room.top, y - near),
    bottom: Math.min(room.bottom, y + near),
  };
}

/** What stands in a container, with room around it. */
export function obstacles(container: LayoutNode | undefined, canvas: CaseCanvas): Bounds[] {
  const children = canvas.childrenOf(container).filter((node) => canvas.bounds.has(node));
  const shapes = children.flatMap((node) => [node, ...canvas.criteriaOf(node)]);
  const onBorder = container ? canvas.criteriaOf(container) : [];
  const lines = [...canvas.paths.values()].flatMap((path) =>
    path.slice(1).map((b, index) => {
      const a = path[index] ?? b;
      return { x: Math.min(a.x, b.x), y: Math.min(a.y, b.y), width: Math.abs(a.x - b.x), height: Math.abs(a.y - b.y) };
    }),
  );
  return [
    ...[...shapes, ...onBorder].flatMap((node) =>
      [canvas.bounds.get(node) ?? [], canvas.labels.get(node) ?? []].flat(),
    ),
  ]
    .map((box) => grown(box, apart))
    .concat(lines.map((box) => grown(box, offLines)));
}

type Placed = Pick<CaseItem, 'node' | 'criteria' | 'inner'>;

/** An item that has been put down: what is in and on it is put with it. */
export function settleItem({ node, criteria, inner }: Placed, canvas: CaseCanvas): void {
  for (const { node: criterion, dx, dy } of criteria) {
    criterion.x = node.x + dx;
    criterion.y = node.y + dy;
    settle(criterion, canvas);
  }
  if (node.label) canvas.labels.set(node, labelBelow(node));
  for (const item of inner?.items ?? []) {
    for (const each of [item.node, ...item.notes]) {
      each.x += node.x;
      each.y += node.y;
      settle(each, canvas);
    }
    settleItem(item, canvas);
  }
}

function settle(node: LayoutNode, canvas: CaseCanvas): void {
  const { x, y, width, height } = boundsOf(node);
  canvas.place(node, { x: Math.round(x), y: Math.round(y), width: Math.round(width), height: Math.round(height) });
}

/** New notes on an item that stands: above it, or as near to it as there is room. */
function placeNewNotes({ node, notes }: CaseItem, container: LayoutNode, canvas: CaseCanvas): void {
  for (const note of notes) {
    if (canvas.bounds.has(note)) continue;
    const block = { nodes: [note], bounds: boundsOf(note) };
    const wish = { x: Math.round(leftOf(node)), y: Math.round(node.y - node.height / 2 - apart - note.height) };
    putNear(block, wish, container, canvas);
  }
}

function leftOf({ x, width }: LayoutNode): number {
  return x - width / 2;
}

function rightOf({ x, width }: LayoutNode): number {
  return x + width / 2;
}
