/**
 * Pass K, messages. Needs: pools in place. Leaves: points of every message flow. Source: 55 % of drawn message flows are straight, 35 % have two
 * bends, nearly all dock at the upper or lower side (measured). The gap between two pools has a channel for each that bends.
 */
import type { Bounds, Point } from '../base/geometry.ts';
import { portAt, type Side, slack } from './ports.ts';
import type { Surroundings } from './route-cost.ts';
import { boundsOf, type Flow, type LayoutNode, outermost, type Scope, sheetX } from './scope.ts';

export const poolGap = 50;
const channelPitch = 10;
/** A gap between pools has so many channels at least, and grows by so many: one message more that bends moves no pool. */
const [leastChannels, moreChannels] = [2, 4];
/** Of a gap that is wider than any drawing needs, only so many channels are tried. */
const mostChannels = 200;
/** Messages at one side of a node. */
const portPitch = 20;
/** Between the name of a message and the next one. */
const nameRoom = 6;
/** Where the port of a message is taken, or a text stands in its way, it docks so far aside. */
const portShifts = [10, -10, 20, -20, 30, -30, 40, -40];
/** Of a message for each line that it runs so close to that their arrowheads touch: less than a bend. */
const neighbourCost = 30;

/** Makes the gaps between pools as high as the messages that will bend in them need. Call when x is known and y is not. */
export function widenGaps(scope: Scope): void {
  const bent = new Map<number, number>();
  for (const { kind, source, target } of scope.links) {
    if (kind !== 'message') continue;
    const [upper, lower] = bandOf(source) <= bandOf(target) ? [source, target] : [target, source];
    if (Math.abs(sheetX(upper) - sheetX(lower)) < 1 || upper.kind === 'pool' || lower.kind === 'pool') continue;
    const gap = scope.bands.findIndex((band, index) => index > bandOf(upper) && band.gapAbove > 0);
    bent.set(gap, (bent.get(gap) ?? 0) + 1);
  }
  for (const [index, count] of bent) {
    const band = scope.bands[index];
    if (band) band.gapAbove = gapFor(count);
  }
}

function gapFor(channels: number): number {
  const steps = Math.ceil(Math.max(0, channels - leastChannels) / moreChannels);
  return poolGap + steps * moreChannels * channelPitch;
}

function bandOf(node: LayoutNode): number {
  return outermost(node).band;
}

/** Ports of all messages: where several dock at one side of a node they stand 20 apart, in the order of their other ends. */
export function messagePorts(messages: readonly Flow[]): ReadonlyMap<Flow, { source: number; target: number }> {
  const ends = messages.flatMap((flow) => [
    { flow, node: flow.source, other: flow.target, isSource: true },
    { flow, node: flow.target, other: flow.source, isSource: false },
  ]);
  const ports = new Map(messages.map((flow) => [flow, { source: 0, target: 0 }]));
  const sideKey = (end: (typeof ends)[number]) => (end.other.y < end.node.y ? -1 : 1);
  for (const list of Map.groupBy(ends, (end) => end.node).values()) {
    for (const side of Map.groupBy(list, sideKey).values()) {
      side.sort(
        (a, b) => xOf(a.other, a.node) - xOf(b.other, b.node) || messages.indexOf(a.flow) - messages.indexOf(b.flow),
      );
      const offsets = offsetsOf(side.map((end) => end.flow));
      for (const [index, { flow, node, isSource }] of side.entries()) {
        const limit = slack(node, 'bottom');
        const offset = Math.max(-limit, Math.min(limit, offsets[index] ?? 0));
        const port = ports.get(flow);
        if (port && node.kind !== 'pool') port[isSource ? 'source' : 'target'] = Math.round(offset);
      }
    }
  }
  spreadBetweenPools(messages, ports);
  return ports;
}

/** Places of messages side by side, from the middle of all: the name of the message that one carries stands right of it. */
function offsetsOf(flows: readonly Flow[]): number[] {
  const places: number[] = [];
  let x = 0;
  for (const { message } of flows) {
    places.push(x);
    x += Math.max(portPitch, message && message.height > 0 ? message.width + nameRoom : 0);
  }
  const middle = (places.at(-1) ?? 0) / 2;
  return places.map((place) => place - middle);
}

/** Messages between whole pools leave each other room for their names. */
function spreadBetweenPools(
  messages: readonly Flow[],
  ports: ReadonlyMap<Flow, { source: number; target: number }>,
): void {
  const between = messages.filter(({ source, target }) => source.kind === 'pool' && target.kind === 'pool');
  const widest = Math.max(0, ...between.map(({ label }) => label?.width ?? 0));
  const pitch = portPitch + (widest > 0 ? widest + portPitch : 0);
  for (const [index, flow] of between.entries()) {
    const port = ports.get(flow);
    const limit = Math.min(slack(flow.source, 'bottom'), slack(flow.target, 'bottom'));
    const offset = Math.round((index - (between.length - 1) / 2) * Math.min(pitch, (2 * limit) / between.length));
    if (port) [port.source, port.target] = [offset, offset];
  }
}

/** Where a pool is the other end, a message drops straight: the pool is met below the node. */
function xOf(end: LayoutNode, from: LayoutNode): number {
  return end.kind === 'pool' ? from.x : end.x;
}

/** Routes for a message, straight ones first; all dock at upper and lower sides. */
export function messageRoutes(
  flow: Flow,
  ports: { source: number; target: number },
  gaps: readonly Bounds[],
): Point[][] {
  const { source, target } = flow;
  const [from, to]: [Side, Side] =
    source.y < target.y || holdsPool(source, target) ? ['bottom', 'top'] : ['top', 'bottom'];
  const routes = straightXs(flow, ports).map((x) => [
    portAt(source, from, x - source.x),
    portAt(target, to, x - target.x),
  ]);
  const start = portAt(source, from, source.kind === 'pool' ? clampTo(source, target.x) : ports.source);
  const end = portAt(target, to, target.kind === 'pool' ? clampTo(target, source.x) : ports.target);
  // A bent line whose ends are above each other would be the straight one again, cut where another line may cross it unseen.
  if (start.x === end.x) return routes;
  const [top, bottom] = [Math.min(start.y, end.y), Math.max(start.y, end.y)];
  for (const gap of gaps) {
    const last = gap.y + Math.min(gap.height - 20, mostChannels * channelPitch);
    for (let y = gap.y + 20; y <= last; y += channelPitch) {
      if (y > top && y < bottom) routes.push([start, { x: start.x, y }, { x: end.x, y }, end]);
    }
  }
  return routes;
}

/** A message from a node to its own pool, which is wrong, still leads somewhere: down to the border. */
function holdsPool(source: LayoutNode, target: LayoutNode): boolean {
  return source.y === target.y;
}

function clampTo(pool: LayoutNode, x: number): number {
  const limit = slack(pool, 'bottom');
  return Math.max(-limit, Math.min(limit, x - pool.x));
}

/** x at which one upright line meets both ends: the ports' own first, then the middles, then what is nearest to those. */
function straightXs({ source, target }: Flow, ports: { source: number; target: number }): number[] {
  const span = (node: LayoutNode) => ({ low: node.x - slack(node, 'bottom'), high: node.x + slack(node, 'bottom') });
  const [a, b] = [span(source), span(target)];
  const [low, high] = [Math.max(a.low, b.low), Math.min(a.high, b.high)];
  if (source.kind === 'pool' && target.kind === 'pool') return [Math.round((low + high) / 2) + ports.source];
  const wishes = [
    ...(source.kind === 'pool' ? [] : [source.x + ports.source]),
    ...(target.kind === 'pool' ? [] : [target.x + ports.target]),
    ...(source.kind === 'pool' ? [] : [source.x]),
    ...(target.kind === 'pool' ? [] : [target.x]),
    Math.round((low + high) / 2),
  ];
  const middle = wishes[0] ?? low;
  const aside = portShifts.map((shift) => middle + shift);
  return [...new Set([...wishes, ...aside])].filter((x) => x >= low && x <= high);
}

/** The strips between pools. */
export function gapsBetween(pools: readonly LayoutNode[]): Bounds[] {
  return pools.slice(1).flatMap((lower, index) => {
    const upper = pools[index];
    if (!upper) return [];
    const [above, below] = [boundsOf(upper), boundsOf(lower)];
    const y = above.y + above.height;
    return [{ x: above.x, y, width: above.width, height: below.y - y }];
  });
}

/** The cheapest of several routes. */
export function cheapest(flow: Flow, routes: readonly Point[][], around: Surroundings): Point[] | undefined {
  let best: { points: Point[]; cost: number } | undefined;
  for (const points of routes) {
    const cost = around.cost(flow, points).total + neighbourCost * neighboursOf(flow, points, around);
    if (!best || cost < best.cost) best = { points, cost };
  }
  return best?.points;
}

function neighboursOf(flow: Flow, points: readonly Point[], around: Surroundings): number {
  return flow.kind === 'message' ? around.neighbours(flow, points) : 0;
}
