import type { Happening } from '../../src/simulation/index.ts';

/** A token on its way: in milliseconds from the beginning of its step, at normal speed. */
export interface Passage {
  readonly flow: string;
  readonly run: number;
  readonly isMessage: boolean;
  readonly start: number;
  readonly end: number;
}

/** Px of a drawing that a token goes in a millisecond, and how long the shortest and the longest way take. */
const speed = 0.4;
const shortest = 220;
const longest = 900;

/**
 * When each token of a step goes: one that leaves a node starts when the last one that came to it there has arrived, so that what follows is seen to
 * follow.
 * @param length of a flow in px of the drawing; undefined: it is not drawn, and takes no time
 */
export function passages(
  happened: readonly Happening[],
  ends: (flow: string) => { readonly source: string; readonly target: string } | undefined,
  length: (flow: string) => number | undefined,
): Passage[] {
  const arrived = new Map<string, number>();
  return happened.flatMap(({ what, element: flow, run }) => {
    if (what !== 'took' && what !== 'sent') return [];
    const px = length(flow);
    const duration = px === undefined ? 0 : Math.min(longest, Math.max(shortest, px / speed));
    const way = ends(flow);
    // A message to or from a pool as a whole has no node there.
    const start = (way && way.source !== '' && arrived.get(way.source)) || 0;
    if (way && way.target !== '') arrived.set(way.target, Math.max(arrived.get(way.target) ?? 0, start + duration));
    return px === undefined ? [] : [{ flow, run, isMessage: what === 'sent', start, end: start + duration }];
  });
}

/** How long all of them take together. */
export function durationOf(list: readonly Passage[]): number {
  return list.reduce((longestSoFar, { end }) => Math.max(longestSoFar, end), 0);
}
