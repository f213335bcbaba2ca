/**
 * Pass H. Needs: nodes in place, tracks with heights. Leaves: points of every sequence flow, by the template that its wire stands for.
 * Source: the port templates of the design: one bend into and out of branches, two for skips and loops.
 */
import type { Point } from '../base/geometry.ts';
import type { Flow, LayoutNode } from './scope.ts';
import type { Wire } from './wiring.ts';

/** How far a self loop stands off its node. */
const loopReach = 20;

/** Points of a wire from border to border. */
export function routeWire(wire: Wire): Point[] {
  const { source, target } = wire.flow;
  const right = { x: source.x + source.width / 2, y: source.y };
  const left = { x: target.x - target.width / 2, y: target.y };
  switch (wire.kind) {
    case 'straight':
      return [right, left];
    case 'split':
      if (source.host && target.y < source.y) return roundHost(source, target);
      return source.y === target.y
        ? [right, left]
        : [portTowards(source, target.y), { x: source.x, y: target.y }, left];
    case 'join':
      return source.y === target.y
        ? [right, left]
        : [right, { x: target.x, y: source.y }, portTowards(target, source.y)];
    case 'drop':
      return [portTowards(source, target.y), portTowards(target, source.y)];
    case 'track': {
      const y = wire.track?.y ?? source.y;
      return [portTowards(source, y), { x: source.x, y }, { x: target.x, y }, portTowards(target, y)];
    }
  }
}

/** A boundary event is left downwards, also where the way goes on above: below the host, then up. */
function roundHost(source: LayoutNode, target: LayoutNode): Point[] {
  const y = source.y + source.height / 2 + loopReach;
  return [portTowards(source, y), { x: source.x, y }, { x: target.x, y }, portTowards(target, y)];
}

/** The middle of the upper or lower side, whichever is nearer to `y`. */
export function portTowards(node: LayoutNode, y: number): Point {
  return { x: node.x, y: node.y + (y < node.y ? -1 : 1) * (node.height / 2) };
}

/**
 * From the right side, off its middle where the way on leaves, round the lower right corner into the lower side; round the upper one where boundary
 * events sit below. A boundary event loops from its bottom to its host's left side.
 * @param isOtherSide round the other one of these two corners
 */
export function routeSelfLoop({ source, target }: Flow, isOtherSide = false): Point[] {
  const host = target.host ?? target;
  if (source.host) {
    const y = host.y + host.height / 2 + loopReach + source.height / 2;
    const x = host.x - host.width / 2 - loopReach;
    return [
      { x: source.x, y: source.y + source.height / 2 },
      { x: source.x, y },
      { x, y },
      { x, y: host.y },
      { x: host.x - host.width / 2, y: host.y },
    ];
  }
  const direction = host.boundary.length > 0 !== isOtherSide ? -1 : 1;
  const border = host.y + (direction * host.height) / 2;
  const outside = border + direction * loopReach;
  const right = host.x + host.width / 2 + loopReach;
  const start = {
    x: host.x + host.width / (host.kind === 'gateway' ? 4 : 2),
    y: host.y + (direction * host.height) / 4,
  };
  return [
    start,
    { x: right, y: start.y },
    { x: right, y: outside },
    { x: host.x, y: outside },
    { x: host.x, y: border },
  ];
}
