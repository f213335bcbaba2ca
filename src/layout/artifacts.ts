/**
 * Pass J, first half. Needs: nodes, associations, sizes. Leaves: data and notes as satellites of the node that uses them, the rest as nodes of a
 * row below all others. Source: data stand below their users at a distance of 65, inputs left, outputs right; notes above right (measured).
 */
import { anchorOf, type Flow, type LayoutNode, type Satellite, type Scope } from './scope.ts';
import { boundaryOffset } from './sizes.ts';

const near = 30;
const aside = 32;
/** From the middle of a step to its note. */
const noteOff = 6;
/** Between artifacts beside each other. */
const pitch = 10;

/** Gives the loose artifacts of a scope a host, or a place among its nodes. `links` are the associations of the whole sheet. */
export function attachArtifacts(scope: Scope, links: readonly Flow[]): void {
  const uses = new Map<LayoutNode, Flow[]>();
  for (const link of links) {
    for (const end of [link.source, link.target]) {
      const list = uses.get(end);
      if (list) list.push(link);
      else uses.set(end, [link]);
    }
  }
  const own = new Set(scope.nodes);
  for (const artifact of scope.loose) {
    const users = (uses.get(artifact) ?? []).flatMap((link) => userOf(link, artifact, own));
    const user = users[Math.floor((users.length - 1) / 2)];
    if (user) hang(artifact, user);
    else scope.nodes.push(artifact);
  }
}

/** Who uses an artifact, as the scope of the artifact sees it. */
interface User {
  /** A step, or the expanded sub-process in which the step lies. */
  readonly host: LayoutNode;
  /** How far right of the host's centre the step stands. */
  readonly dx: number;
  /** Whether the artifact is written rather than read. */
  readonly isOutput: boolean;
  /** Whether a flow into the host is meant, not the host itself. */
  readonly isBefore: boolean;
  /** Whether a boundary event of the host is meant. */
  readonly isOnBorder: boolean;
}

function userOf(link: Flow, artifact: LayoutNode, own: ReadonlySet<LayoutNode>): [User] | [] {
  const end = otherEnd(link, artifact);
  if (!canHost(end)) return [];
  let [host, dx] = [anchorOf(end), 0];
  while (host.parent && !own.has(host)) {
    dx += host.x;
    host = host.parent;
  }
  if (!own.has(host)) return [];
  const isBefore = end.onFlow?.target === host;
  return [{ host, dx, isOutput: link.target === artifact, isBefore, isOnBorder: end.host === host && !end.onFlow }];
}

function otherEnd(link: Flow, end: LayoutNode): LayoutNode {
  return link.source === end ? link.target : link.source;
}

function canHost(node: LayoutNode): boolean {
  return !['pool', 'data', 'store', 'note'].includes(node.kind);
}

type Corner = 'above left' | 'above right' | 'below left' | 'below right';

/** Puts an artifact at the best corner of its host that is free. Where all are taken it stands farther out. */
function hang(artifact: LayoutNode, user: User): void {
  const { host } = user;
  const [corners, first] = cornersFor(artifact, user);
  if (host.inner) {
    const dy = offsetAt(first, artifact, host, 0).dy;
    host.satellites.push({ node: artifact, dx: freePlace(artifact, user, dy), dy, shift: 0 });
    return;
  }
  const taken = (corner: Corner) => host.satellites.filter((satellite) => cornerOf(satellite) === corner);
  const corner = corners.find((candidate) => taken(candidate).length === 0) ?? first;
  const inTheWay = taken(corner).reduce((sum, { node }) => sum + node.height + (node.label?.height ?? 0) + near, 0);
  const offset = offsetAt(corner, artifact, host, inTheWay);
  host.satellites.push({ node: artifact, ...offset, shift: 0 });
}

/** Along the border of a sub-process the place nearest to the step that is meant where no other artifact stands. */
function freePlace(artifact: LayoutNode, { host, dx }: User, dy: number): number {
  const others = host.satellites.filter((satellite) => satellite.dy < 0 === dy < 0);
  const halfOf = ({ width, label }: LayoutNode) => Math.max(width, label?.width ?? 0) / 2;
  const isFree = (x: number) =>
    others.every(({ node, dx: other }) => Math.abs(other - x) >= halfOf(node) + halfOf(artifact) + pitch);
  for (let off = 0; off <= others.length * host.width; off += pitch) {
    const found = [dx + off, dx - off].find(isFree);
    if (found !== undefined) return found;
  }
  return dx;
}

function cornersFor(artifact: LayoutNode, { host, dx, isOutput, isBefore, isOnBorder }: User): [Corner[], Corner] {
  if (artifact.kind === 'note') {
    const above: Corner[] = isBefore ? ['above left', 'above right'] : ['above right', 'above left'];
    const corners = isOnBorder ? [...leftOfBoundary(artifact, host, dx), ...above] : above;
    return [corners, corners[0] ?? 'above right'];
  }
  const below: Corner[] = isOutput ? ['below right', 'below left'] : ['below left', 'below right'];
  const above: Corner[] = isOutput ? ['above right', 'above left'] : ['above left', 'above right'];
  const free = host.kind === 'gateway' ? [] : host.boundary.length === 0 ? below : leftOfBoundary(artifact, host, dx);
  const corners = [...free, ...above];
  return [corners, corners[0] ?? 'above left'];
}

/** Below a step there is room left of its boundary events. */
function leftOfBoundary(artifact: LayoutNode, host: LayoutNode, dx: number): Corner[] {
  const left = Math.min(...host.boundary.map((event) => boundaryOffset(event) - event.width / 2));
  const right = host.inner ? dx + artifact.width / 2 : artifact.kind === 'note' ? -noteOff : artifact.width / 2 - aside;
  return right + 10 <= left ? ['below left'] : [];
}

function cornerOf({ dx, dy }: Satellite): Corner {
  return `${dy < 0 ? 'above' : 'below'} ${dx < 0 ? 'left' : 'right'}`;
}

function offsetAt(
  corner: Corner,
  artifact: LayoutNode,
  host: LayoutNode,
  inTheWay: number,
): { dx: number; dy: number } {
  const sign = corner.endsWith('left') ? -1 : 1;
  const reach =
    artifact.kind === 'note' ? artifact.width / 2 + noteOff : Math.max(aside, (artifact.label?.width ?? 0) / 2 + 8);
  const half = artifact.height / 2;
  const below = corner.startsWith('below');
  const hostLabel = host.label && (host.kind === 'gateway') !== below ? host.label.height + 4 : 0;
  const ownLabel = below ? 0 : (artifact.label?.height ?? 0) + 4;
  const distance = host.height / 2 + hostLabel + near + inTheWay + ownLabel + half;
  return { dx: sign * reach, dy: below ? distance : -distance };
}
