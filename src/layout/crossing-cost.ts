/**
 * What a place of a line costs, before anything has a height: crossings, verticals through nodes, verticals on top of each other. Only ranks of
 * rows and x count. Source: the cost table of the design (docs/layout.md, "Costs").
 */
import type { LayoutNode } from './scope.ts';
import { Stretches } from './stretches.ts';
import type { Line, Wire } from './wiring.ts';

export const costs = {
  throughNode: 5000,
  overlap: 300,
  crossing: 220,
  bend: 40,
  overtaking: 150,
  aboveSplit: 200,
  unusualSide: 12,
  perRow: 10,
  perTrack: 1,
} as const;

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

  /** Cost of `line` at `rank` in `band`, all other lines staying where they are. */
  costAt(line: Line, rank: number, band: number): number {
    const levelOf: LevelOf = (other) => (other === line ? rank : other.row?.rank);
    const own = new Set(line.wires);
    let cost = this.acrossLine(line, { rank, band }, own, levelOf);
    for (const wire of own) {
      for (const vertical of verticalsOf(wire)) cost += this.alongVertical(vertical, line, levelOf);
    }
    for (const vertical of this.messages.get(line) ?? []) cost += this.alongVertical(vertical, line, levelOf);
    return cost;
  }

  /** Verticals of others that cross the line or hit its nodes. */
  private acrossLine(line: Line, place: Level, own: ReadonlySet<Wire>, levelOf: LevelOf): number {
    let cost = 0;
    for (let bucket = bucketOf(line.left); bucket <= bucketOf(line.right); bucket++) {
      for (const vertical of this.verticals.get(bucket) ?? []) {
        this.effort++;
        if (vertical.wire && own.has(vertical.wire)) continue;
        const range = rangeOf(vertical, levelOf);
        if (range && isWithin(range, place)) cost += meetingCost(vertical.x, line);
      }
    }
    return cost;
  }

  /** What one vertical crosses, hits or covers. */
  private alongVertical(vertical: Vertical, moving: Line, levelOf: LevelOf): number {
    const range = rangeOf(vertical, levelOf);
    if (!range || range.low === range.high) return 0;
    const { x } = vertical;
    const bucket = bucketOf(x);
    let cost = goesUpFromBorder(vertical, levelOf) ? costs.throughNode : 0;
    this.lines.visit(bucket, (line) => {
      this.effort++;
      if (line !== moving && line.row && isWithin(range, line.row)) cost += meetingCost(x, line);
    });
    if (moving.nodes.length > 0) {
      const level = levelOf(moving);
      if (level !== undefined && isWithin(range, { rank: level, band: moving.band })) cost += meetingCost(x, moving);
    }
    for (const other of this.verticals.get(bucket) ?? []) {
      this.effort++;
      if (
        other.wire !== vertical.wire &&
        Math.abs(other.x - x) < 4 &&
        cover(vertical, range, other, rangeOf(other, levelOf))
      )
        cost += costs.overlap;
    }
    return cost;
  }
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

function meetingCost(x: number, line: Line): number {
  if (x <= line.left || x >= line.right) return 0;
  const isHit = line.nodes.some((node) => Math.abs(node.x - x) < node.width / 2 + margin);
  return isHit ? costs.throughNode : costs.crossing;
}

/** Whether two verticals at one x, none of them a message, which may dock beside the middle, lie on each other without having an end in common there (a trunk they share is good style). */
function cover(a: Vertical, rangeA: Range, b: Vertical, rangeB: Range | undefined): boolean {
  if (!rangeB || !a.wire || !b.wire || (a.node === b.node && a.atSource === b.atSource)) return false;
  return Math.min(rangeA.high, rangeB.high) > Math.max(rangeA.low, rangeB.low);
}

function bucketOf(x: number): number {
  return Math.floor(x / bucketWidth);
}
