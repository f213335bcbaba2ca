/**
 * Pass J, second half. Needs: x of all nodes, runs. Leaves: data that several steps of one run use half way between these, where nothing else
 * stands. Source: people put a shared data object between its users, so that no line to it is long.
 */
import { blocksOf } from './blocks.ts';
import { anchorOf, type Flow, type LayoutNode, type Satellite, type Scope } from './scope.ts';
import type { Line } from './wiring.ts';

/** px between places that are tried. */
const step = 10;
const margin = 8;

/** Sets the shift of all satellites of a scope. `links` are the associations of the whole sheet. */
export function centreSharedData(scope: Scope, links: readonly Flow[], lineOf: ReadonlyMap<LayoutNode, Line>): void {
  const own = new Set(scope.nodes);
  for (const host of scope.nodes) {
    const line = lineOf.get(host);
    for (const satellite of host.satellites) {
      satellite.shift = 0;
      if (!line || satellite.node.kind === 'note') continue;
      const users = links
        .flatMap((link) => userOf(link, satellite.node, own))
        .filter(({ node }) => lineOf.get(node) === line);
      const [low, high] = [Math.min(...users.map(({ x }) => x)), Math.max(...users.map(({ x }) => x))];
      if (users.length > 1 && low < high) satellite.shift = bestShift(host, satellite, line, [low, high]);
    }
  }
}

/** The node of this scope that uses an artifact, or holds what uses it, and the x of the user. */
function userOf(
  { source, target }: Flow,
  artifact: LayoutNode,
  own: ReadonlySet<LayoutNode>,
): [{ node: LayoutNode; x: number }] | [] {
  if (source !== artifact && target !== artifact) return [];
  let node = anchorOf(source === artifact ? target : source);
  let { x } = node;
  while (node.parent && !own.has(node)) {
    node = node.parent;
    x += node.x;
  }
  return own.has(node) ? [{ node, x }] : [];
}

/** From where the satellite stands to the free place nearest to the middle between two x. */
function bestShift(host: LayoutNode, satellite: Satellite, line: Line, [low, high]: readonly [number, number]): number {
  const home = host.x + satellite.dx;
  const middle = Math.round((low + high) / 2);
  const isFree = freePlaces(satellite, line);
  for (let off = 0; off <= (high - low) / 2; off += step) {
    for (const x of [middle - off, middle + off]) if (isFree(x)) return x - home;
  }
  return 0;
}

/** Tells whether a satellite would meet nothing of its line at some x: shapes, texts, other satellites, flows that leave or reach the line. */
function freePlaces(satellite: Satellite, line: Line): (x: number) => boolean {
  const { node, dy } = satellite;
  const half = Math.max(node.width, node.label?.width ?? 0) / 2 + margin;
  const label = (node.label?.height ?? 0) + margin;
  const [top, bottom] = [dy - node.height / 2 - margin, dy + node.height / 2 + label];
  const blocks = blocksOf({ ...line, wires: [] }, new Map(), satellite).filter(
    (block) => block.top < bottom && block.bottom > top,
  );
  const uprights = line.wires.flatMap(({ flow, kind }) => (kind === 'straight' ? [] : [flow.source.x, flow.target.x]));
  return (x) =>
    blocks.every(({ left, right }) => x + half <= left || right <= x - half) &&
    uprights.every((upright) => Math.abs(upright - x) >= half);
}
