/**
 * Pass J, first half. Needs: nodes, associations, sizes. Leaves: data and notes as satellites of the node that uses them, the rest as nodes of a
 * row below all others. Source: data stand below their users at a distance of 65, inputs left, outputs right; notes above right (measured).
 */
import { anchorOf, type Flow, type LayoutNode, type Satellite, type Scope } from './scope.ts';
import { boundaryOffset } from './sizes.ts';

const near = 30;
const aside = 32;

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
}

function userOf(link: Flow, artifact: LayoutNode, own: ReadonlySet<LayoutNode>): [User] | [] {
  const end = otherEnd(link, artifact);
  if (!canHost(end)) return [];
  let [host, dx] = [anchorOf(end), 0];
  while (host.parent && !own.has(host)) {
    dx += host.x;
    host = host.parent;
  }
  return own.has(host) ? [{ host, dx, isOutput: link.target === artifact, isBefore: end.onFlow?.target === host }] : [];
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
  const { host, dx } = user;
  const [corners, first] = cornersFor(artifact, user);
  const taken = (corner: Corner) => host.satellites.filter((satellite) => cornerOf(satellite) === corner);
  const corner = corners.find((candidate) => taken(candidate).length === 0) ?? first;
  const inTheWay = taken(corner).reduce((sum, { node }) => sum + node.height + (node.label?.height ?? 0) + near, 0);
  const offset = offsetAt(corner, artifact, host, inTheWay);
  host.satellites.push({ node: artifact, ...offset, ...(host.inner && { dx }), shift: 0 });
}

function cornersFor(artifact: LayoutNode, { host, dx, isOutput, isBefore }: User): [Corner[], Corner] {
  if (artifact.kind === 'note')
    return isBefore ? [['above left', 'above right'], 'above left'] : [['above right', 'above left'], 'above right'];
  const below: Corner[] = isOutput ? ['below right', 'below left'] : ['below left', 'below right'];
  const above: Corner[] = isOutput ? ['above right', 'above left'] : ['above left', 'above right'];
  const free = host.kind === 'gateway' ? [] : host.boundary.length === 0 ? below : leftOfBoundary(artifact, host, dx);
  const corners = [...free, ...above];
  return [corners, corners[0] ?? 'above left'];
}

/** Below a step there is room left of its boundary events. */
function leftOfBoundary(artifact: LayoutNode, host: LayoutNode, dx: number): Corner[] {
  const left = Math.min(...host.boundary.map((event) => boundaryOffset(event) - event.width / 2));
  const right = (host.inner ? dx : -aside) + artifact.width / 2;
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
    artifact.kind === 'note' ? artifact.width / 2 + 6 : Math.max(aside, (artifact.label?.width ?? 0) / 2 + 4);
  const half = artifact.height / 2;
  const below = corner.startsWith('below');
  const hostLabel = host.label && (host.kind === 'gateway') !== below ? host.label.height + 4 : 0;
  const ownLabel = below ? 0 : (artifact.label?.height ?? 0) + 4;
  const distance = host.height / 2 + hostLabel + near + inTheWay + ownLabel + half;
  return { dx: sign * reach, dy: below ? distance : -distance };
}
