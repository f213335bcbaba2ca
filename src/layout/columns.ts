/**
 * Pass E. Needs: forward graph, runs, sizes. Leaves: x of every node, left and right of every line. One system for the whole scope, all pools
 * of a collaboration included, so that message partners can share an x. Source: longest path over the real widths (Sugiyama layering
 * without layers); message partners are fused where this makes no cycle and the drawing does not get much wider.
 */
import { ColumnSystem } from './column-system.ts';
import type { ForwardGraph } from './forward-graph.ts';
import { changesLane, handoversOf } from './handovers.ts';
import { fuseMessages } from './message-columns.ts';
import type { Constraint, Wish } from './obstacles.ts';
import { hangsStraight, type Runs } from './runs.ts';
import { anchorOf, type Flow, type LayoutNode, type Scope } from './scope.ts';
import { labelBox } from './sides.ts';
import { boundaryOffset } from './sizes.ts';
import type { Wire } from './wiring.ts';

/** Between the borders of neighbours; people leave 52 in the median. */
const gap = 50;
const handlerGap = 30;
/** From the right side of a step to a flow that turns down or up into another lane. */
const turn = 40;
/** Between things that hang on neighbours. */
const footGap = 10;
/** Neighbours that something that hangs on a node may meet. */
const reachOfFeet = 4;
const widestNamedGap = 130;

/** Sets x of all nodes of the scope, and left and right of its lines. Wishes that would make a cycle either way are left out. */
export function placeColumns(scope: Scope, graph: ForwardGraph, runs: Runs, wishes: readonly Wish[]): void {
  const handovers = nextTo(handoversOf(scope, graph, runs), new ColumnSystem(graph.order, constraintsOf(graph, runs)));
  const constraints = constraintsOf(graph, runs, new Set(handovers.map(({ flow }) => flow)));
  const system = new ColumnSystem(graph.order, constraints);
  for (const wire of handovers) {
    wire.kind = 'drop';
    system.tie(wire.flow.source, wire.flow.target, 0);
  }
  for (const flows of graph.out.values()) {
    for (const flow of flows)
      if (hangsStraight(flow, graph)) system.tie(anchorOf(flow.source), flow.target, boundaryOffset(flow.source));
  }
  fuseMessages(scope, system);
  system.grant(wishes);
  for (const [node, x] of system.solve() ?? []) node.x = x;
  slideStarts(graph, system, constraints);
  const left = graph.order.reduce((least, node) => Math.min(least, node.x - node.width / 2), Number.POSITIVE_INFINITY);
  for (const node of graph.order) {
    node.x -= left;
    for (const event of node.boundary) event.x = node.x + boundaryOffset(event);
  }
  spanLines(runs);
}

/** @param tied flows whose ends have one x */
function constraintsOf(graph: ForwardGraph, runs: Runs, tied: ReadonlySet<Flow> = new Set()): Constraint[] {
  const constraints: Constraint[] = [];
  const turning = new Set(runs.wires.filter((wire) => changesLane(wire) && !meetsBranch(wire)).map(({ flow }) => flow));
  for (const node of graph.order) {
    const flows = graph.out.get(node) ?? [];
    const room = flows.reduce((most, flow) => (flow.source.host ? most : Math.max(most, namedGap(flow))), gap);
    for (const flow of flows) {
      if (tied.has(flow)) continue;
      if (turning.has(flow)) constraints.push(turningConstraint(flow));
      else if (!hangsStraight(flow, graph)) constraints.push(flowConstraint(flow, room));
    }
  }
  for (const { nodes } of runs.lines) keepApart(nodes, constraints);
  // The parts of the spine that lie in one lane share its axis.
  for (const parts of Map.groupBy(runs.lines.slice(0, runs.spine), ({ band }) => band).values()) {
    for (const [index, { nodes }] of parts.entries())
      keepApart([...(parts[index - 1]?.nodes.slice(-1) ?? []), ...nodes.slice(0, 1)], constraints);
  }
  return constraints;
}

/** Adds what the neighbours of a line, and what hangs on them, need between them. */
function keepApart(nodes: readonly LayoutNode[], constraints: Constraint[]): void {
  const footed = nodes.map((node): Footed => ({ node, boxes: boxesAround(node) }));
  footed.forEach((after, index) => {
    const before = footed[index - 1];
    if (!before) return;
    const distance = Math.max((before.node.width + after.node.width) / 2 + gap, footRoom(before, after));
    constraints.push({ before: before.node, after: after.node, distance });
    // What hangs on a node may reach past its neighbour.
    for (let at = Math.max(0, index - reachOfFeet); at < index - 1; at++) {
      const farther = footed[at];
      if (!farther || farther.node.satellites.length + after.node.satellites.length === 0) continue;
      const room = footRoom(farther, after);
      if (room > 0) constraints.push({ before: farther.node, after: after.node, distance: room });
    }
  });
}

/** The wires whose target follows its source at once: the source of one that has to wait for others stays near to what leads to it. */
function nextTo(wires: readonly Wire[], system: ColumnSystem): readonly Wire[] {
  const columns = wires.length > 0 ? system.solve() : undefined;
  const xOf = (node: LayoutNode) => columns?.get(node) ?? 0;
  return wires.filter(({ flow }) => xOf(flow.target) - xOf(flow.source) <= turningConstraint(flow).distance);
}

/** Whether a branch leaves the gateway at its end on the side that it comes from: then it goes round, into the left corner, and takes room for that. */
function meetsBranch({ source, target, flow }: Wire): boolean {
  if (flow.target.kind !== 'gateway') return false;
  const isAbove = source.band < target.band;
  return target.wires.some(
    (wire) => wire.kind === 'split' && wire.flow.source === flow.target && isAbove === wire.target.band < target.band,
  );
}

function turningConstraint({ source, target }: Flow): Constraint {
  return { before: source, after: target, distance: source.width / 2 + turn };
}

function flowConstraint(flow: Flow, room: number): Constraint {
  const before = anchorOf(flow.source);
  const after = anchorOf(flow.target);
  const half = after.width / 2;
  if (!flow.source.host) return { before, after, distance: before.width / 2 + room + half };
  const distance = boundaryOffset(flow.source) + flow.source.width / 2 + handlerGap + half;
  return { before, after, distance };
}

/** Names stand on the flow, 10 off both ends. */
function namedGap(flow: Flow): number {
  return flow.label ? Math.min(flow.label.width + 20, widestNamedGap) : gap;
}

/** Room for what hangs on two neighbours: texts, data and notes that would meet, or meet the other shape. */
function footRoom(before: Footed, after: Footed): number {
  let room = 0;
  for (const a of before.boxes) {
    for (const b of after.boxes) {
      const isBeside = a.top < b.bottom + footGap && b.top < a.bottom + footGap;
      if (isBeside) room = Math.max(room, a.right - b.left + footGap);
    }
  }
  return room;
}

/** A node with what hangs on it. */
interface Footed {
  readonly node: LayoutNode;
  readonly boxes: readonly Box[];
}

interface Box {
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
}

/** The shape, its text and its satellites, relative to its centre. */
function boxesAround(node: LayoutNode): Box[] {
  const boxes = [boxAt(node, 0, 0)];
  const label = labelBox(node);
  if (label) boxes.push({ left: label.x, right: label.x + label.width, top: label.y, bottom: label.y + label.height });
  for (const { node: satellite, dx, dy } of node.satellites) {
    const half = Math.max(satellite.width, satellite.label?.width ?? 0) / 2;
    boxes.push({ ...boxAt(satellite, dx, dy), left: dx - half, right: dx + half });
  }
  return boxes;
}

function boxAt({ width, height }: LayoutNode, dx: number, dy: number): Box {
  return { left: dx - width / 2, right: dx + width / 2, top: dy - height / 2, bottom: dy + height / 2 };
}

/** A start that nothing precedes stands close to what it leads to, not at the far left. */
function slideStarts(graph: ForwardGraph, system: ColumnSystem, constraints: readonly Constraint[]): void {
  const room = new Map<LayoutNode, number>();
  const starts = new Set(
    graph.order.filter(
      (node) => graph.in.get(node)?.length === 0 && graph.out.get(node)?.length !== 0 && system.isAlone(node),
    ),
  );
  for (const { before, after, distance } of constraints) {
    if (starts.has(before))
      room.set(before, Math.min(room.get(before) ?? Number.POSITIVE_INFINITY, after.x - distance));
  }
  for (const [node, x] of room) node.x = Math.max(node.x, x);
}

/** What each line takes of its row: from its split to its join. */
function spanLines(runs: Runs): void {
  for (const line of runs.lines) {
    const first = line.nodes[0];
    const last = line.nodes.at(-1);
    if (!first || !last) continue;
    line.left = first.x - first.width / 2;
    line.right = last.x + last.width / 2;
    for (const { kind, flow, source, target } of line.wires) {
      if (kind === 'split' && target === line) line.left = Math.min(line.left, flow.source.x);
      if (kind === 'join' && source === line) line.right = Math.max(line.right, flow.target.x);
      if (kind === 'drop' && target === line) {
        const half = (first.label?.width ?? 0) / 2;
        [line.left, line.right] = [Math.min(line.left, first.x - half), Math.max(line.right, first.x + half)];
      }
    }
  }
}
