/**
 * Pass E, messages. Needs: the constraints of all columns. Leaves: message partners tied to one x where this makes no cycle and the drawing does not
 * get much wider. Source: 55 % of drawn message flows are one upright line (measured).
 */
import type { ColumnSystem } from './column-system.ts';
import { poolAround } from './message-verticals.ts';
import type { LayoutNode, Scope } from './scope.ts';
import { boundaryOffset } from './sizes.ts';

/** Fusing message partners may make the drawing wider by such a factor at most: the second one, where a message would cross others if bent. */
const widestByFusing = [1.35, 1.6] as const;
/** px that do not matter. */
const slightly = 200;

/** Gives the ends of message flows one x, in text order, where that makes no cycle and the drawing not much wider. */
export function fuseMessages(scope: Scope, system: ColumnSystem): void {
  const messages = scope.links
    .filter((link) => link.kind === 'message')
    .map(({ source, target }): Message => ({ ends: [outermost(source), outermost(target)] }));
  if (messages.length === 0) return;
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

function widthOf(columns: ReadonlyMap<LayoutNode, number>): number {
  let right = 0;
  for (const [node, x] of columns) right = Math.max(right, x + node.width / 2);
  return right;
}
