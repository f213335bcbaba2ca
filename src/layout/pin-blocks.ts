/**
 * New steps among pinned ones. Needs: a canvas. Leaves: a place for every step. Source: design, "Pinned positions": what is new is laid out alone, then
 * goes between its neighbours, else into the nearest free interval below them; where there is no room a cut makes it.
 */
import type { Bounds } from '../base/geometry.ts';
import type { Extent } from './compaction.ts';
import { allScopes, layoutScope, type PlacedScope, settle } from './layout-scope.ts';
import { type Canvas, framesAround, homeOf } from './pin-canvas.ts';
import { routeWire } from './routes.ts';
import { anchorOf, type Flow, type LayoutNode, plainBand, type Scope } from './scope.ts';

/** Between neighbours, between rows, and from the border of a frame. */
const gap = 50;
const rowGap = 40;
const inset = 20;
const widestNamedGap = 130;

/** New steps of one lane that flows join, laid out with the first step at height 0. */
interface Block {
  readonly scope: Scope;
  readonly parent: LayoutNode | undefined;
  readonly band: number;
  readonly placed: PlacedScope;
  readonly extent: Extent;
  /** Flows from placed steps into the block, and out of it to placed steps. */
  readonly entries: readonly Flow[];
  readonly exits: readonly Flow[];
}

/** Places all steps of a scope that have no place yet, and draws the flows between them. */
export function placeBlocks(canvas: Canvas, scope: Scope, parent: LayoutNode | undefined): void {
  placeEvents(canvas, scope.nodes);
  for (const nodes of blocksOf(canvas, scope)) {
    const block = layOut(nodes, canvas, scope, parent);
    const [entry, exit] = [block.entries[0], block.exits[0]];
    if (entry && exit && isInDrop(block, entry, exit)) placeInDrop(block, entry, exit, canvas);
    else if (entry && isOnWay(block, scope)) placeOnWay(block, entry, exit, canvas);
    else if (entry) placeBelow(block, entry, canvas);
    else if (exit) placeBefore(block, exit, canvas);
    else placeApart(block, canvas);
    keep(block.placed, canvas);
    placeEvents(canvas, scope.nodes);
  }
}

/** Puts what has been laid out and settled on the canvas. */
export function keep(placed: PlacedScope, canvas: Canvas): void {
  canvas.settle(allNodes(placed));
  for (const { wires } of allScopes(placed)) {
    for (const wire of wires)
      canvas.paths.set(
        wire.flow,
        routeWire(wire).map(({ x, y }) => ({ x: Math.round(x), y: Math.round(y) })),
      );
  }
}

/** New events on the border of what has a place: along the lower side, from the right. */
function placeEvents(canvas: Canvas, nodes: readonly LayoutNode[]): void {
  for (const event of nodes) {
    const host = event.host && canvas.bounds.get(event.host);
    if (!event.host || !host || canvas.bounds.has(event)) continue;
    const y = host.y + host.height - event.height / 2;
    const isFree = (x: number) =>
      event.host?.boundary.every((other) => {
        const box = canvas.bounds.get(other);
        return !box || Math.abs(box.x - x) >= event.width || Math.abs(box.y - y) >= event.height;
      });
    let x = host.x + host.width - event.width - 5;
    while (x > host.x && !isFree(x)) x -= event.width + 5;
    canvas.place(event, { x: Math.round(x), y: Math.round(y), width: event.width, height: event.height });
  }
}

/** Steps without a place, those of one lane that flows join together, in the order of the text. */
function blocksOf(canvas: Canvas, scope: Scope): LayoutNode[][] {
  const open = new Set(scope.nodes.filter((node) => !node.host && !canvas.bounds.has(node)));
  const blocks: LayoutNode[][] = [];
  for (const first of open) {
    const block = new Set<LayoutNode>([first]);
    for (const node of block) {
      for (const flow of scope.flows) {
        const [a, b] = [anchorOf(flow.source), anchorOf(flow.target)];
        const other = a === node ? b : b === node ? a : undefined;
        if (other && open.has(other) && other.band === node.band && !other.aside) block.add(other);
      }
      open.delete(node);
    }
    blocks.push(scope.nodes.filter((node) => block.has(node)));
  }
  return blocks;
}

/** The block laid out alone, with what hangs on its steps. */
function layOut(steps: readonly LayoutNode[], canvas: Canvas, scope: Scope, parent: LayoutNode | undefined): Block {
  const band = steps[0]?.band ?? 0;
  const nodes = scope.nodes.filter((node) => steps.includes(anchorOf(node)));
  const own = new Set(nodes);
  const links = canvas.sheet.scope.links;
  const loose = scope.loose.filter((artifact) => !canvas.bounds.has(artifact) && isUsedBy(artifact, own, links));
  const flows = scope.flows.filter((flow) => own.has(flow.source) && own.has(flow.target));
  for (const node of nodes) node.band = 0;
  const placed = layoutScope({ nodes, flows, links: [], bands: [plainBand()], loose }, links);
  for (const node of nodes) node.band = band;
  const entries = scope.flows.filter(
    (flow) => own.has(flow.target) && !own.has(flow.source) && canvas.has(flow.source),
  );
  const exits = scope.flows.filter((flow) => own.has(flow.source) && !own.has(flow.target) && canvas.has(flow.target));
  const axis = anchorOf(entries[0]?.target ?? exits[0]?.source ?? steps[0] ?? anchorOf(nodes[0] as LayoutNode)).y;
  const { left, right, top, bottom } = placed.extent;
  settle(placed, -left, -axis);
  const extent = { left: 0, right: right - left, top: top - axis, bottom: bottom - axis };
  return { scope, parent, band, placed, extent, entries, exits };
}

function isUsedBy(artifact: LayoutNode, users: ReadonlySet<LayoutNode>, links: readonly Flow[]): boolean {
  return links.some(
    ({ source, target }) =>
      (source === artifact && users.has(target)) || (target === artifact && users.has(anchorOf(source))),
  );
}

function allNodes({ scope, inner }: PlacedScope): LayoutNode[] {
  const own = scope.nodes.flatMap((node) => [node, ...node.satellites.map((satellite) => satellite.node)]);
  return [...new Set([...own, ...inner.flatMap(([, placed]) => allNodes(placed))])];
}

/** Whether the block stands on a way that was there, rather than beside it: one way in, no other to the same place. */
function isOnWay({ band, entries, exits }: Block, { flows }: Scope): boolean {
  const [entry, exit] = [entries[0], exits[0]];
  if (!entry || entries.length > 1 || exits.length > 1 || entry.source.host) return false;
  const target = exit && anchorOf(exit.target);
  if (target && target.x <= entry.source.x) return false;
  const isOnly = {
    out: entry.source.band === band && flows.filter((flow) => flow.source === entry.source).length === 1,
    in: target?.band === band && flows.filter((flow) => flow.target === exit?.target).length === 1,
  };
  return isOnly.out || isOnly.in;
}

/** Whether a single step comes between an event and an end straight below it. */
function isInDrop({ placed, entries, exits }: Block, { source }: Flow, { target }: Flow): boolean {
  const isSingle = placed.scope.nodes.filter((node) => !node.host).length === 1 && entries.length + exits.length === 2;
  return isSingle && source.host !== undefined && Math.abs(source.x - target.x) < 1 && source.y < target.y;
}

/** Straight below the event; what was there moves down. */
function placeInDrop(block: Block, { source }: Flow, { target }: Flow, canvas: Canvas): void {
  const { extent } = block;
  const x = Math.round(source.x - extent.right / 2);
  const end = target.y - target.height / 2;
  const others = obstacles(block, canvas).filter((box) => box.y < end);
  let row = Math.round(source.y + source.height / 2 + rowGap - extent.top);
  for (const box of others.sort((a, b) => a.y - b.y)) {
    if (meets(box, boxAt(block, x, row), 5)) row = Math.ceil(box.y + box.height + inset - extent.top);
  }
  canvas.cut('y', end, Math.ceil(row + extent.bottom + rowGap - end), block.parent);
  put(block, x, row, canvas);
}

/** Between the ends of its way, on the row of the one that has no other; what lacks is cut open. */
function placeOnWay(block: Block, entry: Flow, exit: Flow | undefined, canvas: Canvas): void {
  const source = entry.source;
  const target = exit && anchorOf(exit.target);
  const isAlone = block.scope.flows.filter((flow) => flow.source === source).length === 1;
  const row = (isAlone && source.band === block.band) || !target ? source.y : target.y;
  const right = source.x + source.width / 2;
  const start = row === source.y ? right : source.x;
  const before = Math.max(gap, named(entry));
  const after = Math.max(gap, exit ? named(exit) : 0);
  const need = before + block.extent.right + after;
  if (target) {
    const end = row === target.y ? target.x - target.width / 2 : target.x;
    const at = row === target.y ? end : right;
    canvas.cut('x', at, Math.ceil(need - (end - start)), block.parent);
  }
  const room = target ? (row === target.y ? target.x - target.width / 2 : target.x) - start : need;
  const x = start + Math.max(before, Math.floor((room - block.extent.right) / 2));
  put(block, clear(block, x, row, target ? after : 0, canvas), row, canvas);
}

/** Where the block would meet something that stands there, the rest is moved on and the block with it. */
function clear(block: Block, wish: number, row: number, after: number, canvas: Canvas): number {
  let x = wish;
  for (let round = 0; round < 4; round++) {
    const hits = obstacles(block, canvas).filter((box) => meets(box, boxAt(block, x, row), 10));
    if (hits.length === 0) break;
    // What begins behind the block's left border is moved on, what began before it is passed.
    const passed = hits.filter((box) => box.x + box.width / 2 < x);
    const next = Math.max(x, ...passed.map((box) => box.x + box.width + inset));
    const end = Math.min(...hits.filter((box) => !passed.includes(box)).map((box) => box.x));
    const lack = Number.isFinite(end) ? next + block.extent.right + Math.max(after, inset) - end : next - x;
    canvas.cut('x', x, Math.ceil(lack), block.parent);
    x = next;
  }
  return x;
}

/** Before the first step that it leads to. */
function placeBefore(block: Block, { target }: Flow, canvas: Canvas): void {
  const host = anchorOf(target);
  const left = leftEnd(block, canvas);
  const x = host.x - host.width / 2 - gap - block.extent.right;
  const at = host.x - host.width / 2;
  const start = left === undefined ? x : Math.max(x, left + inset);
  canvas.cut('x', at, Math.ceil(start + block.extent.right + gap - at), block.parent);
  put(block, clear(block, start, host.y, gap, canvas), host.y, canvas);
}

/** A new branch or handler: the nearest free interval below where it leaves; none: its lane or sub-process grows. */
function placeBelow(block: Block, entry: Flow, canvas: Canvas): void {
  const { source } = entry;
  const anchor = anchorOf(source);
  const x = Math.round(source.x + source.width / 2 + (source.host ? 30 : Math.max(gap, named(entry))));
  const join = block.exits.length === 1 ? block.exits[0]?.target : undefined;
  // A branch ends before its join, which it enters from below.
  if (join && !join.host && join.x > source.x) {
    const lack = x + block.extent.right + inset - join.x;
    canvas.cut('x', join.x - join.width / 2, Math.ceil(lack), block.parent);
  }
  const frame = innermost(block, canvas);
  const top = frame && anchor.band !== block.band ? frame.y + 30 : anchor.y + anchor.height / 2 + rowGap;
  put(block, x, freeRow(block, x, top, canvas), canvas);
}

/** What no flow leads to: below all that stands in its lane or sub-process. */
function placeApart(block: Block, canvas: Canvas): void {
  const boxes = obstacles(block, canvas);
  const frame = innermost(block, canvas);
  const left = frame ? frame.x + 2 * inset : Math.min(...boxes.map((box) => box.x));
  const top = frame ? frame.y + inset : Math.max(...boxes.map((box) => box.y + box.height)) + rowGap;
  const x = Number.isFinite(left) ? left : 0;
  put(block, x, freeRow(block, x, Number.isFinite(top) ? top : 0, canvas), canvas);
}

/** The height of the block's first step in the nearest place from `top` down where it meets nothing. */
function freeRow(block: Block, x: number, top: number, canvas: Canvas): number {
  const boxes = [...obstacles(block, canvas), ...lines(block, canvas)];
  let row = Math.round(top - block.extent.top);
  for (let tries = 0; tries <= boxes.length; tries++) {
    const box = boxAt(block, x, row);
    const hits = boxes.filter((other) => meets(other, box, inset));
    if (hits.length === 0) break;
    row = Math.ceil(Math.min(...hits.map((other) => other.y + other.height)) + inset - block.extent.top) + 1;
  }
  return row;
}

/** Puts the block down; the frame around it grows as it needs. */
function put(block: Block, x: number, row: number, canvas: Canvas): void {
  settle(block.placed, x, row);
  const frames = framesAround(canvas.sheet, block.scope, block.band);
  const frame = innermost(block, canvas);
  if (!frame) return;
  const box = boxAt(block, x, row);
  const grown = new Set<unknown>(frames);
  const bottom = frame.y + frame.height;
  canvas.cut(
    'x',
    frame.x + frame.width,
    Math.ceil(box.x + box.width + inset - frame.x - frame.width),
    block.parent,
    grown,
  );
  canvas.cut('y', bottom, Math.ceil(box.y + box.height + inset - bottom), block.parent, grown);
}

/** The box of the innermost lane, pool or sub-process around the block. */
function innermost(block: Block, canvas: Canvas): Bounds | undefined {
  const frames = framesAround(canvas.sheet, block.scope, block.band);
  const boxes = frames.flatMap((frame) => ('element' in frame ? frame.bounds : canvas.bounds.get(frame)) ?? []);
  return boxes.at(-1) ?? (block.parent && canvas.bounds.get(block.parent));
}

function leftEnd(block: Block, canvas: Canvas): number | undefined {
  return innermost(block, canvas)?.x;
}

function named({ label }: Flow): number {
  return label ? Math.min(label.width + 20, widestNamedGap) : 0;
}

function boxAt({ extent }: Block, x: number, row: number): Bounds {
  return { x, y: row + extent.top, width: extent.right, height: extent.bottom - extent.top };
}

/** Shapes and texts of the block's scope that have a place. */
function obstacles({ parent, placed }: Block, canvas: Canvas): Bounds[] {
  const own = new Set(allNodes(placed));
  const nodes = canvas.childrenOf(parent).filter((node) => !own.has(node));
  return [...nodes.flatMap((node) => [canvas.bounds.get(node) ?? [], canvas.labels.get(node) ?? []].flat())];
}

/** Lines of the block's scope, over which nothing should stand. */
function lines({ parent }: Block, canvas: Canvas): Bounds[] {
  return [...canvas.paths].flatMap(([flow, path]) =>
    homeOf(flow) !== parent
      ? []
      : path.slice(1).map((b, index) => {
          const a = path[index] ?? b;
          const [x, y] = [Math.min(a.x, b.x), Math.min(a.y, b.y)];
          return { x, y, width: Math.abs(a.x - b.x), height: Math.abs(a.y - b.y) };
        }),
  );
}

function meets(a: Bounds, b: Bounds, by: number): boolean {
  return a.x < b.x + b.width + by && b.x < a.x + a.width + by && a.y < b.y + b.height + by && b.y < a.y + a.height + by;
}
