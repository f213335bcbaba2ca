/**
 * Between passes F and E. Needs: rows. Leaves: wishes for x by which verticals clear the shapes that they would run through: where a flow changes
 * lanes, no row may be free of shapes, but a step farther right there always is a way. Source: what modelers do by hand, with the space tool.
 */
import { isWithin, makesWay, rangeOf, type Vertical, verticalsOf } from './crossing-cost.ts';
import type { RowStack } from './row-stack.ts';
import { anchorOf, type LayoutNode } from './scope.ts';
import type { Line, Row, Wire } from './wiring.ts';

/** x of `after` is at least x of `before` plus `distance`. */
export interface Constraint {
  readonly before: LayoutNode;
  readonly after: LayoutNode;
  readonly distance: number;
}

/** Two things apart, in the order in which they stand or, where that cannot be, the other way round. */
export interface Wish {
  readonly first: Constraint;
  readonly second: Constraint;
}

/** Between a vertical and a shape beside it. */
const clearance = 25;
const margin = 8;
/** px before the end of a line where no flow, and no message, should cross it. */
const tails = { flow: 120, message: 200 } as const;

/** For each shape that a vertical runs through: the two kept apart, in the order in which they stand. */
export function clearingWishes(wires: readonly Wire[], messages: readonly Vertical[], stack: RowStack): Wish[] {
  const rankOf = (line: Line) => line.row?.rank;
  // Rows of nothing but tracks stand in nobody's way.
  const rows = stack.rows.filter((row) => row.lines.some((line) => line.nodes.length > 0));
  const wideEnds = new Map(rows.map((row) => [row, row.lines.filter(endsInText)]));
  const clearing = [...wires.flatMap(verticalsOf), ...messages].flatMap((vertical) => {
    const range = rangeOf(vertical, rankOf);
    if (!range) return [];
    const between = rows.slice(countBelow(rows, Math.floor(range.low) + 1), countBelow(rows, Math.ceil(range.high)));
    return between
      .filter((row) => isWithin(range, row))
      .flatMap((row) =>
        row.spans.meet(vertical.x - margin, vertical.x + margin) ? row.lines : (wideEnds.get(row) ?? []),
      )
      .flatMap((line) => wishesAt(line, vertical));
  });
  return [...clearing, ...wires.flatMap((wire) => roomBefore(wire, stack))];
}

/** How many of the rows, from the top, have a rank less than this. */
function countBelow(rows: readonly Row[], rank: number): number {
  let [low, high] = [0, rows.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((rows[middle]?.rank ?? rank) < rank) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** For a branch that lacks little to share the row of one that ends just before it: the two a little farther apart. */
function roomBefore({ kind, flow, target }: Wire, stack: RowStack): Wish[] {
  const { row } = target;
  if (kind !== 'split' || !row) return [];
  const { x } = flow.source;
  return [stack.rows[row.rank - 1], stack.rows[row.rank + 1]]
    .filter((beside) => beside?.band === row.band && beside.spans.meet(x - clearance, x))
    .flatMap((beside) => beside?.lines ?? [])
    .flatMap((line) => {
      const last = line.nodes.at(-1);
      const isNear = last && x - clearance < line.right && line.right <= x;
      return isNear && isDeadEnd(line) ? apart({ node: flow.source, x, atSource: true }, last, true) : [];
    });
}

/** Whether the text below the last event of a line reaches beyond it. */
function endsInText({ nodes }: Line): boolean {
  const last = nodes.at(-1);
  return last !== undefined && halfOf(last) > last.width / 2;
}

/** Whether no flow leads from a line to another, right of a place. */
function isDeadEnd(line: Line, x = Number.NEGATIVE_INFINITY): boolean {
  return line.wires.every(({ kind, source, flow }) => source !== line || kind === 'straight' || flow.source.x < x);
}

function wishesAt(line: Line, vertical: Vertical): Wish[] {
  const { x } = vertical;
  const last = line.nodes.at(-1);
  const tail = vertical.message ? tails.message : tails.flow;
  // A vertical that crosses a line shortly before its end goes round that end.
  const isTail = last && (last.x - tail < x || makesWay(line, vertical));
  if (isTail && isDeadEnd(line, x) && line.left < x && x < last.x + halfOf(last) + margin)
    return apart(vertical, last, true);
  const hit = line.nodes.filter((node) => Math.abs(node.x - x) < node.width / 2 + margin);
  return hit.flatMap((node) => apart(vertical, node, node.x <= x));
}

/** What a node lies in or on, in the scope of another node that it does not hold. */
function sibling(node: LayoutNode, { parent }: LayoutNode): LayoutNode {
  let found = anchorOf(node);
  while (found.parent && found.parent !== parent) found = anchorOf(found.parent);
  return found;
}

function apart({ node, x }: Vertical, obstacle: LayoutNode, isBefore: boolean): [Wish] | [] {
  const anchor = sibling(node, obstacle);
  if (anchor === obstacle) return [];
  const offset = x - anchor.x;
  const reach = Math.max(obstacle.width / 2 + clearance, halfOf(obstacle) + margin);
  const behind: Constraint = { before: obstacle, after: anchor, distance: reach - offset };
  const ahead: Constraint = { before: anchor, after: obstacle, distance: reach + offset };
  return [isBefore ? { first: behind, second: ahead } : { first: ahead, second: behind }];
}

/** Half the width of a shape or of the text beside it. */
function halfOf({ width, label }: LayoutNode): number {
  return Math.max(width, label?.width ?? 0) / 2;
}
