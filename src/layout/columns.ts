/**
 * Pass E. Needs: forward graph, runs, sizes. Leaves: x of every node, left and right of every line. One system for the whole scope, all pools
 * of a collaboration included, so that message partners can share an x. Source: longest path over the real widths (Sugiyama layering
 * without layers); message partners are fused where this makes no cycle and the drawing does not get much wider.
 */
import type { ForwardGraph } from './forward-graph.ts';
import { poolAround } from './message-verticals.ts';
import type { Constraint, Wish } from './obstacles.ts';
import { hangsStraight, type Runs } from './runs.ts';
import { anchorOf, type Flow, type LayoutNode, type Scope } from './scope.ts';
import { labelBoxes } from './sides.ts';
import { boundaryOffset } from './sizes.ts';

/** Between the borders of neighbours; people leave 52 in the median. */
const gap = 50;
const handlerGap = 30;
/** Between things that hang on neighbours. */
const footGap = 10;
/** Neighbours that something that hangs on a node may meet. */
const reachOfFeet = 4;
const widestNamedGap = 130;
/** Fusing message partners may make the drawing wider by such a factor at most: the second one, where a message would cross others if bent. */
const widestByFusing = [1.35, 1.5] as const;
/** Solutions after which wishes that are still open are left out. */
const patience = 300;
/** px that do not matter. */
const slightly = 200;

/** Sets x of all nodes of the scope, and left and right of its lines. Wishes that would make a cycle either way are left out. */
export function placeColumns(scope: Scope, graph: ForwardGraph, runs: Runs, wishes: readonly Wish[]): void {
  const constraints = constraintsOf(graph, runs);
  const system = new ColumnSystem(graph.order, constraints);
  for (const flow of [...graph.out.values()].flat())
    if (hangsStraight(flow, graph)) system.tie(anchorOf(flow.source), flow.target, boundaryOffset(flow.source));
  fuseMessages(scope, system);
  system.grant(wishes);
  for (const [node, x] of system.solve() ?? []) node.x = x;
  slideStarts(graph, system, constraints);
  const left = Math.min(...graph.order.map((node) => node.x - node.width / 2));
  for (const node of graph.order) {
    node.x -= left;
    for (const event of node.boundary) event.x = node.x + boundaryOffset(event);
  }
  spanLines(runs);
}

function constraintsOf(graph: ForwardGraph, runs: Runs): Constraint[] {
  const constraints: Constraint[] = [];
  for (const node of graph.order) {
    const flows = graph.out.get(node) ?? [];
    const room = Math.max(gap, ...flows.filter((flow) => !flow.source.host).map(namedGap));
    for (const flow of flows) if (!hangsStraight(flow, graph)) constraints.push(flowConstraint(flow, room));
  }
  for (const { nodes } of runs.lines) {
    for (const [index, after] of nodes.entries()) {
      const before = nodes[index - 1];
      if (!before) continue;
      const distance = Math.max((before.width + after.width) / 2 + gap, footRoom(before, after));
      constraints.push({ before, after, distance });
      // What hangs on a node may reach past its neighbour.
      for (const farther of nodes.slice(Math.max(0, index - reachOfFeet), index - 1)) {
        if (farther.satellites.length + after.satellites.length === 0) continue;
        const room = footRoom(farther, after);
        if (room > 0) constraints.push({ before: farther, after, distance: room });
      }
    }
  }
  return constraints;
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
function footRoom(before: LayoutNode, after: LayoutNode): number {
  let room = 0;
  for (const a of boxesAround(before)) {
    for (const b of boxesAround(after)) {
      const isBeside = a.top < b.bottom + footGap && b.top < a.bottom + footGap;
      if (isBeside) room = Math.max(room, a.right - b.left + footGap);
    }
  }
  return room;
}

interface Box {
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
}

/** The shape, its text and its satellites, relative to its centre. */
function boxesAround(node: LayoutNode): Box[] {
  const boxes = [
    boxAt(node, 0, 0),
    ...labelBoxes(node)
      .slice(0, 1)
      .map((box) => ({ left: box.x, right: box.x + box.width, top: box.y, bottom: box.y + box.height })),
  ];
  for (const { node: satellite, dx, dy } of node.satellites) {
    const half = Math.max(satellite.width, satellite.label?.width ?? 0) / 2;
    boxes.push({ ...boxAt(satellite, dx, dy), left: dx - half, right: dx + half });
  }
  return boxes;
}

function boxAt({ width, height }: LayoutNode, dx: number, dy: number): Box {
  return { left: dx - width / 2, right: dx + width / 2, top: dy - height / 2, bottom: dy + height / 2 };
}

/** Longest paths over groups of nodes; the members of a group keep their distances. */
class ColumnSystem {
  private readonly group = new Map<LayoutNode, LayoutNode[]>();
  private readonly offset = new Map<LayoutNode, number>();
  private readonly nodes: readonly LayoutNode[];
  private readonly constraints: Constraint[];
  private tries = 0;

  /** `constraints` grows with what is granted. */
  constructor(nodes: readonly LayoutNode[], constraints: Constraint[]) {
    this.nodes = nodes;
    this.constraints = constraints;
    for (const node of nodes) {
      this.group.set(node, [node]);
      this.offset.set(node, 0);
    }
  }

  /** The nodes tied to a node, itself included, with their x relative to each other. */
  placesWith(node: LayoutNode): [LayoutNode, number][] {
    return (this.group.get(node) ?? []).map((member) => [member, this.offset.get(member) ?? 0]);
  }

  /** Adds what is wished, each in its first order, else in its second; what would make a cycle either way is left out. */
  grant(wishes: readonly Wish[]): void {
    // Nearly always all can be had at once, and a look at each would take a solution each.
    if (wishes.length === 0 || this.tries > patience || this.add(wishes.map(({ first }) => first))) return;
    const [wish, ...others] = wishes;
    if (wish && others.length === 0) {
      this.add([wish.second]);
      return;
    }
    const half = wishes.length >> 1;
    this.grant(wishes.slice(0, half));
    this.grant(wishes.slice(half));
  }

  /** Adds constraints; false, and none added, if they would make a cycle. */
  private add(constraints: readonly Constraint[]): boolean {
    this.tries++;
    const before = this.constraints.length;
    this.constraints.push(...constraints);
    if (this.solve()) return true;
    this.constraints.length = before;
    return false;
  }

  isAlone(node: LayoutNode): boolean {
    return this.group.get(node)?.length === 1;
  }

  /** Ties x of `b` to x of `a` plus `shift`. Returns how to undo it, or undefined if they are tied already. */
  tie(a: LayoutNode, b: LayoutNode, shift: number): (() => void) | undefined {
    const first = this.group.get(a);
    const second = this.group.get(b);
    if (!first || !second || first === second) return undefined;
    const by = (this.offset.get(a) ?? 0) + shift - (this.offset.get(b) ?? 0);
    const joined = [...first, ...second];
    this.regroup(joined, joined);
    this.shift(second, by);
    return () => {
      this.regroup(first, first);
      this.regroup(second, second);
      this.shift(second, -by);
    };
  }

  private regroup(members: readonly LayoutNode[], group: LayoutNode[]): void {
    for (const member of members) this.group.set(member, group);
  }

  private shift(members: readonly LayoutNode[], by: number): void {
    for (const member of members) this.offset.set(member, (this.offset.get(member) ?? 0) + by);
  }

  /** The least x of every node, from 0 on; undefined if the constraints make a cycle. Linear. */
  solve(): Map<LayoutNode, number> | undefined {
    const groups = new Set(this.group.values());
    const waiting = new Map<LayoutNode[], number>([...groups].map((group) => [group, 0]));
    const outgoing = new Map<LayoutNode[], Constraint[]>([...groups].map((group) => [group, []]));
    for (const constraint of this.constraints) {
      const before = this.group.get(constraint.before);
      const after = this.group.get(constraint.after);
      if (!before || !after) continue;
      if (before === after) return undefined;
      outgoing.get(before)?.push(constraint);
      waiting.set(after, (waiting.get(after) ?? 0) + 1);
    }
    return this.relax(groups, waiting, outgoing);
  }

  private relax(
    groups: ReadonlySet<LayoutNode[]>,
    waiting: Map<LayoutNode[], number>,
    outgoing: ReadonlyMap<LayoutNode[], readonly Constraint[]>,
  ): Map<LayoutNode, number> | undefined {
    const at = new Map(
      [...groups].map((group) => [
        group,
        Math.max(...group.map((node) => node.width / 2 - (this.offset.get(node) ?? 0))),
      ]),
    );
    const ready = [...groups].filter((group) => waiting.get(group) === 0);
    let done = 0;
    for (let group = ready.pop(); group; group = ready.pop()) {
      done++;
      for (const { before, after, distance } of outgoing.get(group) ?? []) {
        const next = this.group.get(after);
        if (!next) continue;
        const x = (at.get(group) ?? 0) + (this.offset.get(before) ?? 0) + distance - (this.offset.get(after) ?? 0);
        at.set(next, Math.max(at.get(next) ?? 0, x));
        const left = (waiting.get(next) ?? 0) - 1;
        waiting.set(next, left);
        if (left === 0) ready.push(next);
      }
    }
    if (done < groups.size) return undefined;
    return new Map(
      this.nodes.map((node) => [node, (at.get(this.group.get(node) ?? []) ?? 0) + (this.offset.get(node) ?? 0)]),
    );
  }
}

function widthOf(columns: ReadonlyMap<LayoutNode, number>): number {
  let right = 0;
  for (const [node, x] of columns) right = Math.max(right, x + node.width / 2);
  return right;
}

/** Gives the ends of message flows one x, in text order, where that makes no cycle and the drawing not much wider. */
function fuseMessages(scope: Scope, system: ColumnSystem): void {
  const messages = scope.links
    .filter((link) => link.kind === 'message')
    .map(({ source, target }): Message => ({ ends: [outermost(source), outermost(target)] }));
  const free = widthOf(system.solve() ?? new Map());
  const [usual, widest] = widestByFusing.map((factor) => Math.max(free * factor, free + slightly));
  const bent = messages.filter((message) => !fuse(message, scope, system, usual ?? 0));
  for (const message of bent) {
    const columns = system.solve() ?? new Map();
    if (messages.some((other) => isCrossedBy(message, other, columns))) fuse(message, scope, system, widest ?? 0);
  }
}

interface Message {
  readonly ends: readonly [End, End];
}

/** A node of this scope, and how far right of its centre a message ends. */
interface End {
  readonly node: LayoutNode;
  readonly dx: number;
}

/** Whether both ends share an x now. Undone if the drawing becomes wider than `limit`. */
function fuse({ ends: [a, b] }: Message, scope: Scope, system: ColumnSystem, limit: number): boolean {
  const undo = system.tie(a.node, b.node, a.dx - b.dx);
  if (!undo) return false;
  const fused = meetsItself(system.placesWith(a.node), scope) ? undefined : system.solve();
  if (fused && widthOf(fused) <= limit) return true;
  undo();
  return false;
}

/** Whether an end of another message stands between the ends of a bent one or above one, and both run through one gap between pools. */
function isCrossedBy(bent: Message, other: Message, columns: ReadonlyMap<LayoutNode, number>): boolean {
  const span = ({ ends }: Message, of: (end: End) => number): [number, number] => [
    Math.min(...ends.map(of)),
    Math.max(...ends.map(of)),
  ];
  const bandOf = ({ node }: End) => node.band;
  const xOf = ({ node, dx }: End) => (columns.get(node) ?? 0) + dx;
  const [left, right] = span(bent, xOf);
  const [[top, bottom], [otherTop, otherBottom]] = [span(bent, bandOf), span(other, bandOf)];
  const isBetween = (end: End) =>
    bent.ends.every(({ node }) => node !== end.node) && left <= xOf(end) && xOf(end) <= right;
  return Math.max(top, otherTop) < Math.min(bottom, otherBottom) && other.ends.some(isBetween);
}

/** Whether two nodes of one pool would stand above one another: the message of the farther one would run through the nearer one. */
function meetsItself(group: readonly (readonly [LayoutNode, number])[], scope: Scope): boolean {
  return group.some(([node, x], index) =>
    group.slice(0, index).some(([other, otherX]) => {
      const isNear = Math.abs(x - otherX) < (node.width + other.width) / 2;
      return isNear && poolAround(node.band, scope)[0] === poolAround(other.band, scope)[0];
    }),
  );
}

/** The node of this scope that a message end lies in, and how far right of its centre the end is. */
function outermost(end: LayoutNode): End {
  let node = end;
  let dx = 0;
  for (;;) {
    if (node.host) dx += boundaryOffset(node);
    else if (node.parent) dx += node.x;
    else return { node, dx };
    node = node.host ?? node.parent ?? node;
  }
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
