/**
 * Pass J, first half. Needs: nodes, associations, sizes. Leaves: data and notes as satellites of the node that uses them, the rest as nodes of a
 * row below all others. Source: data stand below their users at a distance of 65, inputs left, outputs right; notes above right (measured).
 */
import type { Flow, LayoutNode, Satellite, Scope } from './scope.ts';

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
  for (const artifact of scope.loose) {
    const links = (uses.get(artifact) ?? []).filter((link) => canHost(otherEnd(link, artifact)));
    const link = links[Math.floor((links.length - 1) / 2)];
    if (link) hang(artifact, otherEnd(link, artifact), link.target === artifact);
    else scope.nodes.push(artifact);
  }
}

function otherEnd(link: Flow, end: LayoutNode): LayoutNode {
  return link.source === end ? link.target : link.source;
}

function canHost(node: LayoutNode): boolean {
  return !['pool', 'data', 'store', 'note'].includes(node.kind);
}

type Corner = 'above left' | 'above right' | 'below left' | 'below right';

/** Puts an artifact at the best corner of its host that is free. Where all are taken it stands farther out. */
function hang(artifact: LayoutNode, user: LayoutNode, isOutput: boolean): void {
  const host = user.host ?? user;
  const [corners, first] = cornersFor(artifact, host, isOutput);
  const taken = (corner: Corner) => host.satellites.filter((satellite) => cornerOf(satellite) === corner);
  const corner = corners.find((candidate) => taken(candidate).length === 0) ?? first;
  const inTheWay = taken(corner).reduce((sum, { node }) => sum + node.height + (node.label?.height ?? 0) + near, 0);
  host.satellites.push({ node: artifact, ...offsetAt(corner, artifact, host, inTheWay) });
}

function cornersFor(artifact: LayoutNode, host: LayoutNode, isOutput: boolean): [Corner[], Corner] {
  if (artifact.kind === 'note') return [['above right', 'above left'], 'above right'];
  const below: Corner[] = isOutput ? ['below right', 'below left'] : ['below left', 'below right'];
  const above: Corner[] = isOutput ? ['above right', 'above left'] : ['above left', 'above right'];
  return host.boundary.length > 0 || host.kind === 'gateway'
    ? [above, above[0] ?? 'above left']
    : [[...below, ...above], below[0] ?? 'below left'];
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
