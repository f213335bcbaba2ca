import type { Point } from '../base/geometry.ts';
import type { LayoutNode } from './scope.ts';

export type Side = 'right' | 'left' | 'top' | 'bottom';

/** Unit step outwards. */
export const outwards: Readonly<Record<Side, Point>> = {
  right: { x: 1, y: 0 },
  left: { x: -1, y: 0 },
  top: { x: 0, y: -1 },
  bottom: { x: 0, y: 1 },
};

/** The side of its host on which a boundary event sits: the one that its flows leave by. */
export function borderSide({ x, y, host }: LayoutNode): Side {
  if (!host) return 'bottom';
  const distances: Readonly<Record<Side, number>> = {
    bottom: Math.abs(host.y + host.height / 2 - y),
    top: Math.abs(host.y - host.height / 2 - y),
    right: Math.abs(host.x + host.width / 2 - x),
    left: Math.abs(host.x - host.width / 2 - x),
  };
  const sides: readonly Side[] = ['bottom', 'top', 'right', 'left'];
  return sides.reduce((best, side) => (distances[side] < distances[best] ? side : best));
}

/** The point of a node's outline at a side, `offset` px right of or below the side's middle: on a circle, a rhombus or a straight border. */
export function portAt(node: LayoutNode, side: Side, offset = 0): Point {
  const { x, y } = outwards[side];
  const isUpright = x === 0;
  const reach = outline(node, isUpright ? node.height / 2 : node.width / 2, offset);
  return isUpright ? { x: node.x + offset, y: node.y + y * reach } : { x: node.x + x * reach, y: node.y + offset };
}

/** How far the outline is from the axis, `offset` px off its middle. */
function outline(node: LayoutNode, half: number, offset: number): number {
  if (offset === 0) return half;
  if (node.kind === 'gateway') return Math.max(0, half - Math.abs(offset));
  if (node.kind === 'event' || node.kind === 'boundary')
    return Math.round(Math.sqrt(Math.max(0, half * half - offset * offset)));
  return half;
}

/** How far off a side's middle a flow may dock. */
export function slack(node: LayoutNode, side: Side): number {
  const half = side === 'top' || side === 'bottom' ? node.width / 2 : node.height / 2;
  if (node.kind === 'gateway') return half / 2;
  return node.kind === 'event' || node.kind === 'boundary' ? half * 0.7 : half - 10;
}

/** Whether a flow docks at the slope of a gateway, beside a corner. */
export function isOffCorner(end: Point | undefined, { kind, x, y }: LayoutNode): boolean {
  return kind === 'gateway' && end !== undefined && end.x !== x && end.y !== y;
}
