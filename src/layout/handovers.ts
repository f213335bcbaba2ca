/**
 * Pass E, lanes. Needs: runs and wires. Leaves: which flows into another lane are one upright line, their ends above each other. Source: people hand work
 * over straight down or up where nothing is in the way; such a flow has no bend, and the drawing is narrower.
 */
import type { ForwardGraph } from './forward-graph.ts';
import type { Runs } from './runs.ts';
import { anchorOf, type LayoutNode, outermost, type Scope } from './scope.ts';
import type { Wire } from './wiring.ts';

/**
 * Whether a flow comes from the right of its source down or up into a step of another lane, which may then stand partly above or below its source.
 * What hangs on the source is in the way.
 */
export function changesLane({ kind, source, target, flow }: Wire): boolean {
  return kind === 'join' && source.band !== target.band && !flow.label && isBare(flow.source);
}

/** The flows into another lane that can be upright. Steps that hand over in a chain stand in one column if it never turns back. */
export function handoversOf(scope: Scope, graph: ForwardGraph, runs: Runs): Wire[] {
  const sides = new UsedSides(scope, runs);
  const directions = new Map<LayoutNode, number>();
  return runs.wires.filter(changesLane).filter(({ flow: { source, target } }) => {
    const direction = Math.sign(target.band - source.band);
    const others = (graph.in.get(target) ?? []).filter((flow) => flow.source !== source);
    const isPossible =
      graph.out.get(source)?.length === 1 &&
      isBare(target) &&
      others.every((flow) => anchorOf(flow.source).band === target.band) &&
      sides.areFree(source, target, direction) &&
      [source, target].every((node) => (directions.get(node) ?? direction) === direction);
    if (isPossible) for (const node of [source, target]) directions.set(node, direction);
    return isPossible;
  });
}

/** Which sides of steps other lines need, 1 being the lower one: loops and skips run above, branches come from below; messages want an x of their own. */
class UsedSides {
  private readonly messages: ReadonlySet<LayoutNode>;
  private readonly tracks: ReadonlySet<LayoutNode>;
  private readonly entered: ReadonlyMap<LayoutNode, readonly Wire[]>;

  constructor({ links }: Scope, { wires }: Runs) {
    const ends = links.filter(({ kind }) => kind === 'message').flatMap(({ source, target }) => [source, target]);
    this.messages = new Set(ends.map(outermost));
    const tracks = wires.filter(({ kind }) => kind === 'track');
    this.tracks = new Set(tracks.flatMap(({ flow: { source, target } }) => [source, target]));
    this.entered = Map.groupBy(wires, ({ flow }) => flow.target);
  }

  areFree(source: LayoutNode, target: LayoutNode, direction: number): boolean {
    if (this.messages.has(source) || this.messages.has(target)) return false;
    if (this.tracks.has(direction > 0 ? target : source)) return false;
    return !this.entered.get(source)?.some((wire) => sideOfEntry(wire) === direction);
  }
}

/** The side of its target that a wire comes in from: 0 the left. */
function sideOfEntry({ kind, flow, source, target }: Wire): number {
  const lane = Math.sign(source.band - target.band);
  if (kind === 'join') return lane || 1;
  return flow.source.host ? lane : 0;
}

function isBare({ boundary, satellites }: LayoutNode): boolean {
  return boundary.length + satellites.length === 0;
}
