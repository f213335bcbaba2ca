/**
 * What a place of a line costs, before anything has a height: crossings, verticals through nodes, verticals on top of each other. Only ranks of
 * rows and x count. Source: the cost table of the design (docs/layout.md, "Costs").
 */
import { anchorOf, type LayoutNode } from './scope.ts';
import { Stretches } from './stretches.ts';
import type { Line, Wire } from './wiring.ts';

export const costs = {
  throughNode: 5000,
  overlap: 300,
  crossing: 220,
  bend: 40,
  roundCorner: 60,
  makingWay: 100,
  overtaking: 100,
  aboveSplit: 200,
  unusualSide: 12,
  perRow: 10,
  perTrack: 1,
} as const;

/** How far a vertical moves to go right of the end of a line, at most. */
const farthestWay = 300;
/** How far a vertical keeps from a node beside it. */
const margin = 8;
const bucketWidth = 200;

/** A vertical part of a wire, at its source or at its target, or of a message. */
export interface Vertical {
  readonly wire?: Wire;
  readonly message?: MessagePart;
  readonly node: LayoutNode;
  readonly x: number;
  readonly atSource: boolean;
}

/** From a line to another, or else to the upper or lower border of its pool, through the bands given. */
export type MessagePart =
  | { readonly from: Line; readonly to: Line }
  | { readonly from: Line; readonly isUpwards: boolean; readonly firstBand: number; readonly lastBand: number };

/** The lines and wires that have a place, found by their x. */
export class CrossingCost {
  /** Counts pairs compared: the measure of effort, by which searches stop. */
  effort = 0;
  private readonly lines = new Stretches<Line>();
  private readonly verticals = new Map<number, Vertical[]>();
  private readonly messages = new Map<Line, Vertical[]>();

  addLine(line: Line): void {
    this.lines.add(line, bucketOf(line.left), bucketOf(line.right));
  }

  /** Makes a wire count; its lines need not have a place yet. */
  addWire(wire: Wire): void {
    for (const vertical of verticalsOf(wire)) this.addVertical(vertical);
  }

  /** Makes an upright part of a message count. */
  addMessage(vertical: Vertical, part: MessagePart): void {
    this.addVertical(vertical);
    for (const line of 'to' in part ? [part.from, part.to] : [part.from]) {
      const list = this.messages.get(line);
      if (list) list.push(vertical);
      else this.messages.set(line, [vertical]);
    }
  }

  private addVertical(vertical: Vertical): void {
    const bucket = bucketOf(vertical.x);
    const list = this.verticals.get(bucket);
    if (list) list.push(vertical);
    else this.verticals.set(bucket, [vertical]);
  }

  /** What `line` costs at a place, all other lines staying where they are: what it may meet is found once for all places. */
  pricesOf(line: Line): Prices {
    let rank = 0;
    const levelOf: LevelOf = (other) => (other === line ? rank : other.row?.rank);
    const messages = this.messages.get(line) ?? [];
    const { passing, compared } = this.acrossLine(line, messages, levelOf);
    const along = [...line.wires.flatMap(verticalsOf), ...messages]
      .filter((vertical) => rangeOf(vertical, levelOf))
      .map((vertical) => this.alongVertical(vertical, line));
    return (place) => {
      rank = place.rank;
      this.effort += compared;
      let cost = 0;
      for (const met of passing) if (isWithin(met.range, place)) cost += priceOf(met);
      for (const way of along) cost += this.priceAlong(way, line, levelOf);
      return cost;
    };
  }

  /** Verticals of others that cross the line or hit its nodes where they reach over its row. @param own messages of the line */
  private acrossLine(line: Line, own: readonly Vertical[], levelOf: LevelOf): { passing: Passing[]; compared: number } {
    const passing: Passing[] = [];
    let compared = 0;
    for (let bucket = bucketOf(line.left); bucket <= bucketOf(line.right); bucket++) {
      for (const vertical of this.verticals.get(bucket) ?? []) {
        compared++;
        if (vertical.wire ? line.wires.includes(vertical.wire) : own.includes(vertical)) continue;
        const { x } = vertical;
        const range = isBeyond(x, line) ? undefined : rangeOf(vertical, levelOf);
        if (range) passing.push({ range, line, vertical, price: undefined });
      }
    }
    return { passing, compared };
  }

  /** What a vertical of the line that is to be placed may meet. */
  private alongVertical(vertical: Vertical, moving: Line): Way {
    const { x } = vertical;
    const bucket = bucketOf(x);
    const lines: Met[] = [];
    let compared = 0;
    this.lines.visit(bucket, (line) => {
      compared++;
      if (line !== moving && line.row && !isBeyond(x, line)) lines.push({ line, vertical, price: undefined });
    });
    const near = this.verticals.get(bucket) ?? [];
    const beside = near.filter((other) => Math.abs(other.x - x) < 4 && mayCover(vertical, other));
    return { vertical, lines, beside, compared: compared + near.length };
  }

  /** What one vertical crosses, hits or covers. */
  private priceAlong({ vertical, lines, beside, compared }: Way, moving: Line, levelOf: LevelOf): number {
    const range = rangeOf(vertical, levelOf);
    if (!range || range.low === range.high) return 0;
    this.effort += compared;
    let cost = goesUpFromBorder(vertical, levelOf) ? costs.throughNode : 0;
    for (const met of lines) if (met.line.row && isWithin(range, met.line.row)) cost += priceOf(met);
    if (moving.nodes.length > 0) {
      const level = levelOf(moving);
      if (level !== undefined && isWithin(range, { rank: level, band: moving.band }))
        cost += meetingCost(vertical, moving);
    }
    for (const other of beside) {
      const met = rangeOf(other, levelOf);
      if (met && covers(range, met)) cost += overlapCost({ vertical, range }, { vertical: other, range: met });
    }
    return cost;
  }
}

/** A line and a vertical that meets it. */
interface Met {
  readonly line: Line;
  readonly vertical: Vertical;
  /** Worked out when it is first asked for: a line may have many nodes to look at. */
  price: number | undefined;
}

/** A vertical that meets a line at the ranks within its range. */
interface Passing extends Met {
  readonly range: Range;
}

/** A vertical with the lines that cross it and the verticals that it may lie on. */
interface Way {
  readonly vertical: Vertical;
  readonly lines: readonly Met[];
  readonly beside: readonly Vertical[];
  /** Pairs that were looked at to find these. */
  readonly compared: number;
}

type LevelOf = (line: Line) => number | undefined;

/** Between two ranks, neither included; of a message that leaves its pool only within these bands. */
interface Range {
  readonly low: number;
  readonly high: number;
  readonly firstBand?: number;
  readonly lastBand?: number;
}

interface Level {
  readonly rank: number;
  readonly band: number;
}

/** What a line costs at a place. */
export type Prices = (place: Level) => number;

export function isWithin({ low, high, firstBand = 0, lastBand = Number.POSITIVE_INFINITY }: Range, at: Level): boolean {
  return low < at.rank && at.rank < high && firstBand <= at.band && at.band <= lastBand;
}

export function verticalsOf(wire: Wire): Vertical[] {
  const { source, target } = wire.flow;
  const atSource: Vertical = { wire, node: source, x: source.x, atSource: true };
  const atTarget: Vertical = { wire, node: target, x: target.x, atSource: false };
  if (wire.kind === 'split' || wire.kind === 'drop') return [atSource];
  if (wire.kind === 'join') return [atTarget];
  return wire.kind === 'track' ? [atSource, atTarget] : [];
}

export function rangeOf({ wire, message, atSource }: Vertical, levelOf: LevelOf): Range | undefined {
  if (message) return rangeOfMessage(message, levelOf);
  if (!wire) return undefined;
  const [from, to] = wire.track ? [atSource ? wire.source : wire.target, wire.track] : [wire.source, wire.target];
  if (wire.kind === 'track' && !wire.track) return undefined;
  return between(levelOf(from), levelOf(to));
}

function rangeOfMessage(part: MessagePart, levelOf: LevelOf): Range | undefined {
  const own = levelOf(part.from);
  if ('to' in part) return between(own, levelOf(part.to));
  const { isUpwards, firstBand, lastBand } = part;
  if (own === undefined) return undefined;
  const [low, high] = isUpwards ? [Number.NEGATIVE_INFINITY, own] : [own, Number.POSITIVE_INFINITY];
  return { low, high, firstBand, lastBand };
}

function between(a: number | undefined, b: number | undefined): Range | undefined {
  return a === undefined || b === undefined ? undefined : { low: Math.min(a, b), high: Math.max(a, b) };
}

/** A boundary event sits on the lower border: a flow upwards from it would cross its host. */
function goesUpFromBorder({ wire, node, atSource }: Vertical, levelOf: LevelOf): boolean {
  if (!node.host || !wire) return false;
  const own = levelOf(atSource ? wire.source : wire.target);
  const other = levelOf(wire.track ?? (atSource ? wire.target : wire.source));
  return own !== undefined && other !== undefined && other < own;
}

function priceOf(met: Met): number {
  met.price ??= meetingCost(met.vertical, met.line);
  return met.price;
}

function isBeyond(x: number, { left, right }: Line): boolean {
  return x <= left || x >= right;
}

function meetingCost(vertical: Vertical, line: Line): number {
  const { x } = vertical;
  if (isBeyond(x, line)) return 0;
  const isHit = line.nodes.some((node) => Math.abs(node.x - x) < node.width / 2 + margin);
  if (!isHit) return costs.crossing;
  return makesWay(line, vertical) ? costs.makingWay : costs.throughNode;
}

/**
 * Whether a line ends soon after a vertical that would go right of it: a handler that leads nowhere else, and before messages also a branch that leads
 * back.
 */
export function makesWay({ band, entry, nodes, wires }: Line, { x, message }: Vertical): boolean {
  const last = nodes.at(-1);
  if (!entry || !last || last.x - x > farthestWay) return false;
  const { source } = entry.flow;
  const others = wires.filter((wire) => wire.kind !== 'straight' && wire !== entry);
  const leadBack = others.every(({ kind, flow }) => kind === 'track' && flow.target.x < flow.source.x);
  return (
    anchorOf(source).band === band &&
    leadBack &&
    (source.host !== undefined || (message !== undefined && others.length > 0))
  );
}

/** Whether two verticals at one x, none of them a message, which may dock beside the middle, have no end in common there (a trunk they share is good style). */
function mayCover(a: Vertical, b: Vertical): boolean {
  return (
    a.wire !== b.wire &&
    a.wire !== undefined &&
    b.wire !== undefined &&
    !(a.node === b.node && a.atSource === b.atSource)
  );
}

/**
 * What it costs that two verticals lie on each other. Where a way comes back to the corner of a gateway by which another leaves, outside of it, it goes
 * round into the left corner instead, with one bend more.
 */
function overlapCost(a: Reaching, b: Reaching): number {
  const [leaving, coming] = a.vertical.atSource ? [a, b] : [b, a];
  const { node } = coming.vertical;
  const isAtCorner = node.kind === 'gateway' && node === leaving.vertical.node && !coming.vertical.atSource;
  return isAtCorner && holdsRange(coming.range, leaving.range) ? costs.roundCorner : costs.overlap;
}

/** A vertical with the ranks between which it is. */
interface Reaching {
  readonly vertical: Vertical;
  readonly range: Range;
}

function holdsRange(outer: Range, inner: Range): boolean {
  return outer.low <= inner.low && inner.high <= outer.high && outer.high - outer.low > inner.high - inner.low;
}

function covers(one: Range, other: Range): boolean {
  return Math.min(one.high, other.high) > Math.max(one.low, other.low);
}

function bucketOf(x: number): number {
  return Math.floor(x / bucketWidth);
}
