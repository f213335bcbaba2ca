/**
 * Needs: rows. Leaves: which sides of each node a flow uses, and so where its label goes. Source: labels of events stand below in 89 % of
 * drawings, of gateways above; a side with a flow is avoided.
 */
import type { Bounds } from '../base/geometry.ts';
import { type Flow, type LayoutNode, outermost } from './scope.ts';
import type { Line, Wire } from './wiring.ts';

export interface Sides {
  top: boolean;
  bottom: boolean;
}

/** Upper and lower sides in use, by node; a node without an entry has neither. Messages leave towards the pool of their other end. */
export function usedSides(wires: readonly Wire[], links: readonly Flow[]): ReadonlyMap<LayoutNode, Sides> {
  const used = new Map<LayoutNode, Sides>();
  const markSide = (node: LayoutNode, own: number | undefined, other: number | undefined) => {
    if (own === undefined || other === undefined || own === other) return;
    const sides = used.get(node) ?? { top: false, bottom: false };
    sides[other < own ? 'top' : 'bottom'] = true;
    used.set(node, sides);
  };
  const mark = (node: LayoutNode, from: Line, to: Line | undefined) => markSide(node, from.row?.rank, to?.row?.rank);
  for (const { kind, source, target } of links) {
    if (kind !== 'message') continue;
    const [from, to] = [outermost(source).band, outermost(target).band];
    markSide(source, from, to);
    markSide(target, to, from);
  }
  for (const { kind, flow, source, target, track } of wires) {
    if (kind === 'track') {
      mark(flow.source, source, track);
      mark(flow.target, target, track);
    }
    if (kind === 'split' || kind === 'drop') mark(flow.source, source, target);
    if (kind === 'join' || kind === 'drop') mark(flow.target, target, source);
  }
  return used;
}

const noSides: Sides = { top: false, bottom: false };
const offset = 4;
/** Half the height of a task. */
const halfRow = 40;

/** Boxes where the text beside a node may stand, the best first, relative to the node's centre. */
export function labelBoxes(node: LayoutNode, sides: Sides = noSides): Bounds[] {
  const label = node.label;
  if (!label) return [];
  const { width, height } = label;
  const [halfWidth, halfHeight] = [node.width / 2, node.height / 2];
  const above = { x: -width / 2, y: -halfHeight - offset - height, width, height };
  const below = { ...above, y: halfHeight + offset };
  const corner = node.kind === 'gateway' ? 9 : halfWidth * 0.8;
  const lift = node.kind === 'gateway' ? halfHeight - 5 : halfHeight * 0.7;
  const aboveLeft = { x: -corner - width, y: -lift - height, width, height };
  const aboveRight = { ...aboveLeft, x: corner };
  const belowRight = { ...aboveRight, y: lift };
  const belowLeft = { ...aboveLeft, y: lift };
  if (node.kind === 'boundary') return boundaryBoxes(node, width, height);
  const aside = [aboveLeft, aboveRight, belowRight, belowLeft];
  if (node.kind === 'data' || node.kind === 'store') {
    const right = { x: halfWidth + offset, y: -height / 2, width, height };
    return [below, above, right, { ...right, x: -halfWidth - offset - width }];
  }
  const first = node.kind === 'gateway' ? [above, below] : [below, above];
  const free = first.filter((box) => !(box === above ? sides.top : sides.bottom));
  const shifted = free.flatMap((box) => [
    { ...box, x: halfWidth - width },
    { ...box, x: -halfWidth },
  ]);
  const others = free.length > 0 ? [...shifted, ...aside] : [...beside(width, height), ...aside];
  return [...free, ...others, ...first.filter((box) => !free.includes(box))];
}

/** Where flows use both the upper and the lower side: beside one of them, clear of the neighbours in the row. */
function beside(width: number, height: number): Bounds[] {
  const high = { x: 6, y: -halfRow - offset - height, width, height };
  const low = { ...high, y: halfRow + offset };
  return [high, { ...high, x: -6 - width }, low, { ...low, x: -6 - width }];
}

/** Below its host and beside its own flow downwards; the first of several stands to the left. */
function boundaryBoxes(node: LayoutNode, width: number, height: number): Bounds[] {
  const right = { x: node.width / 2 + 2, y: offset, width, height };
  const left = { ...right, x: -node.width / 2 - 2 - width };
  const below = { x: 8, y: node.height / 2 + 2, width, height };
  const isFirst = node.host !== undefined && node.host.boundary.length > 1 && node.host.boundary[0] === node;
  const lower = [right, left, below].map((box) => ({ ...box, y: node.height }));
  return [...(isFirst ? [left, right] : [right, left]), below, { ...below, x: -8 - width }, ...lower];
}
