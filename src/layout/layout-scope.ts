/** The passes of one scope, in order; scopes within it come first. Leaves every position relative to the scope's own origin. */
import { attachArtifacts } from './artifacts.ts';
import { placeColumns } from './columns.ts';
import { compactRows, type Extent } from './compaction.ts';
import { type ForwardGraph, forwardGraph } from './forward-graph.ts';
import { header, titleHeight } from './frames.ts';
import type { LayoutCache } from './layout-cache.ts';
import { mainWay } from './main-way.ts';
import { messageVerticals } from './message-verticals.ts';
import { widenGaps } from './messages.ts';
import { clearingWishes, type Wish } from './obstacles.ts';
import type { RowStack } from './row-stack.ts';
import { placeRows } from './rows.ts';
import { cutRuns, type Runs } from './runs.ts';
import type { Flow, LayoutNode, Scope } from './scope.ts';
import { centreSharedData } from './shared-data.ts';
import { usedSides } from './sides.ts';
import type { Line, Wire } from './wiring.ts';

/** A scope with everything in its place. */
export interface PlacedScope {
  readonly scope: Scope;
  readonly extent: Extent;
  readonly lines: readonly Line[];
  readonly wires: readonly Wire[];
  /** The expanded sub-processes in it. */
  readonly inner: readonly (readonly [LayoutNode, PlacedScope])[];
}

/** Times that columns and rows are placed at most. */
const rounds = 3;

/** Around the content of an expanded sub-process: room for its border, its title above. */
const padding = { side: 40, top: titleHeight, bottom: 30 } as const;
const leastSize = { width: 140, height: 160 } as const;
/** What an expanded sub-process grows by. Its height in half rows, so that little moves around it when a step within it comes or goes. */
const growth = { width: 20, height: 60 } as const;
/** How far the axis of the content leaves the middle of its sub-process: in steps of what a sub-process that is one step higher gains on each side. */
const axisStep = growth.height / 2;

/** Lays out a scope and all within it. Recursion is as deep as sub-processes nest. @param cache what earlier layouts have made */
export function layoutScope(scope: Scope, links: readonly Flow[], cache?: LayoutCache): PlacedScope {
  const inner = scope.nodes
    .filter((node) => node.inner)
    .map((node) => [node, layoutInner(node, links, cache)] as const);
  const place = () => layoutOwn(scope, links, inner);
  return cache ? cache.placed(scope, links, inner, place) : place();
}

function layoutOwn(scope: Scope, links: readonly Flow[], inner: PlacedScope['inner']): PlacedScope {
  attachArtifacts(scope, links);
  const graph = forwardGraph(scope);
  const { runs, stack } = placeScope(scope, graph, links);
  const extent = compactRows(scope, stack, usedSides(runs.wires, links));
  return { scope, extent, lines: stack.rows.flatMap((row) => row.lines), wires: runs.wires, inner };
}

/** Columns, then rows; again with more room where a vertical finds no way between the shapes. */
function placeScope(scope: Scope, graph: ForwardGraph, links: readonly Flow[]): { runs: Runs; stack: RowStack } {
  const way = mainWay(graph);
  const wishes: Wish[] = [];
  for (let round = 1; ; round++) {
    const runs = cutRuns(scope, graph, way);
    placeColumns(scope, graph, runs, wishes);
    widenGaps(scope);
    centreSharedData(scope, links, runs.lineOf);
    const messages = messageVerticals(scope, runs.lineOf);
    const stack = placeRows(runs, messages);
    const more = round < rounds ? clearingWishes(runs.wires, messages, stack) : [];
    if (more.length === 0) return { runs, stack };
    wishes.push(...more);
  }
}

/**
 * Lays out the content of a sub-process and gives it its size. The axis of the content lies as near to the middle as it can: it goes on with that
 * of the row around, and stays there when the sub-process grows.
 */
function layoutInner(node: LayoutNode, links: readonly Flow[], cache: LayoutCache | undefined): PlacedScope {
  const placed = layoutScope(node.inner ?? { nodes: [], flows: [], links: [], bands: [], loose: [] }, links, cache);
  const { right, top, bottom } = placed.extent;
  const left = placed.extent.left - header * (node.laneDepth ?? 0);
  node.width = Math.max(node.width, grown(right - left + 2 * padding.side, 'width'));
  node.height = grown(bottom - top + padding.top + padding.bottom, 'height');
  const highest = padding.top - node.height / 2 - top;
  const lowest = node.height / 2 - padding.bottom - bottom;
  const axis = placed.lines.find((line) => line.row?.axis)?.y ?? (top + bottom) / 2;
  shift(placed, -Math.round((left + right) / 2), Math.round(nearest(-axis, highest, lowest)));
  return placed;
}

/** The number between two limits that is nearest to a wish, by whole steps off it where there is one. */
function nearest(wish: number, least: number, most: number): number {
  const within = Math.min(most, Math.max(least, wish));
  const stepped = wish + Math.sign(within - wish) * Math.ceil(Math.abs(within - wish) / axisStep) * axisStep;
  return least <= stepped && stepped <= most ? stepped : within;
}

/** The least size of a sub-process that holds so much. */
function grown(content: number, side: 'width' | 'height'): number {
  return leastSize[side] + Math.max(0, Math.ceil((content - leastSize[side]) / growth[side])) * growth[side];
}

/** Moves a scope and, as they lie relative to their sub-process, not what is within it. */
function shift({ scope, lines }: PlacedScope, dx: number, dy: number): void {
  for (const node of allNodes(scope)) {
    node.x += dx;
    node.y += dy;
  }
  for (const band of scope.bands) band.top += dy;
  for (const line of lines) {
    line.y += dy;
    line.left += dx;
    line.right += dx;
  }
}

/** Nodes of a scope with their satellites, which may belong to the scope or to one around it. */
function allNodes(scope: Scope): Set<LayoutNode> {
  return new Set(scope.nodes.flatMap((node) => [node, ...node.satellites.map((satellite) => satellite.node)]));
}

/** Turns positions relative to sub-processes into positions on the sheet: moves everything by (dx, dy), contents with their sub-process. */
export function settle(placed: PlacedScope, dx: number, dy: number): void {
  shift(placed, dx, dy);
  for (const [node, inner] of placed.inner) settle(inner, node.x, node.y);
}

/** A scope and all within it. */
export function allScopes(placed: PlacedScope): PlacedScope[] {
  return [placed, ...placed.inner.flatMap(([, inner]) => allScopes(inner))];
}
