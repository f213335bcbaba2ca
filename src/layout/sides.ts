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

/** The best place for the text beside a node, relative to the node's centre. */
export function labelBox(node: LayoutNode, sides?: Sides): Bounds | undefined {
  return node.label && labelBoxes(node, sides).next().value;
}

/** Boxes where the text beside a node may stand, the best first, relative to the node's centre. Made one by one: most texts stand in the first. */
export function* labelBoxes(node: LayoutNode, sides: Sides = noSides): Generator<Bounds, undefined> {
  const { kind, label } = node;
  if (!label) return;
  const { width, height } = label;
  const halfWidth = node.width / 2;
  const halfHeight = node.height / 2;
  if (kind === 'boundary') {
    yield* boundaryBoxes(node, width, height);
    return;
  }
  const above = { x: -width / 2, y: -halfHeight - offset - height, width, height };
  const below = { x: -width / 2, y: halfHeight + offset, width, height };
  if (kind === 'data' || kind === 'store') {
    yield below;
    yield above;
    const right = { x: halfWidth + offset, y: -height / 2, width, height };
    yield right;
    yield { ...right, x: -halfWidth - offset - width };
    return;
  }
  const first = kind === 'gateway' ? [above, below] : [below, above];
  const free = first.filter((box) => !(box === above ? sides.top : sides.bottom));
  yield* free;
  for (const box of free) {
    yield { ...box, x: halfWidth - width };
    yield { ...box, x: -halfWidth };
  }
  if (free.length === 0) yield* beside(width, height);
  yield* aside(node, width, height);
  yield* first.filter((box) => !free.includes(box));
}

/** At the corners of its box, which round and rhombic shapes leave free. */
function aside(node: LayoutNode, width: number, height: number): Bounds[] {
  const corner = node.kind === 'gateway' ? 9 : (node.width / 2) * 0.8;
  const lift = node.kind === 'gateway' ? node.height / 2 - 5 : (node.height / 2) * 0.7;
  const aboveLeft = { x: -corner - width, y: -lift - height, width, height };
  const aboveRight = { ...aboveLeft, x: corner };
  return [aboveLeft, aboveRight, { ...aboveRight, y: lift }, { ...aboveLeft, y: lift }];
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
