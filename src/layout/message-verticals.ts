/**
 * Pass K, before rows. Needs: x of all nodes, runs. Leaves: the upright parts that the messages will have, so that rows and columns make way for
 * them. Source: 55 % of drawn message flows are one upright line (measured); one that meets a shape has to go round a whole pool.
 */
import type { Vertical } from './crossing-cost.ts';
import { type LayoutNode, outermost, type Scope, sheetX } from './scope.ts';
import type { Line } from './wiring.ts';

/** The upright parts of all messages of a scope: one where both ends share an x, else one at each end, up to the border of its pool. */
export function messageVerticals(scope: Scope, lineOf: ReadonlyMap<LayoutNode, Line>): Vertical[] {
  return scope.links
    .filter((link) => link.kind === 'message')
    .flatMap(({ source, target }) => [
      ...verticalAt(source, target, scope, lineOf),
      ...(isUpright(source, target) ? [] : verticalAt(target, source, scope, lineOf)),
    ]);
}

function isUpright(source: LayoutNode, target: LayoutNode): boolean {
  return source.kind !== 'pool' && target.kind !== 'pool' && Math.abs(sheetX(source) - sheetX(target)) < 1;
}

/** From one end to the other, or to the border of its pool on the side of the other. */
function verticalAt(
  node: LayoutNode,
  other: LayoutNode,
  scope: Scope,
  lineOf: ReadonlyMap<LayoutNode, Line>,
): [Vertical] | [] {
  const [own, far] = [outermost(node), outermost(other)];
  const from = lineOf.get(own);
  const [first, last] = poolAround(own.band, scope);
  if (!from || (first <= far.band && far.band <= last)) return [];
  const to = isUpright(node, other) ? lineOf.get(far) : undefined;
  const bands =
    far.band < own.band ? { firstBand: first, lastBand: own.band } : { firstBand: own.band, lastBand: last };
  const message = to ? { from, to } : { from, isUpwards: far.band < own.band, ...bands };
  return [{ node, x: sheetX(node), atSource: true, message }];
}

/** The first and the last band of the pool that a band belongs to: pools begin with a gap. */
export function poolAround(band: number, { bands }: Scope): [number, number] {
  let [first, last] = [band, band];
  while (first > 0 && bands[first]?.gapAbove === 0) first--;
  while (last + 1 < bands.length && bands[last + 1]?.gapAbove === 0) last++;
  return [first, last];
}
