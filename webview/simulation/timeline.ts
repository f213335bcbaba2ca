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

/** Tokens that take the same flow go one behind the other, so far apart, and all within so long. */
const gap = 120;
const longestQueue = 1500;

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
  const arrivals = new Arrivals();
  const startOf = queueing(happened);
  return happened.flatMap(({ what, element: flow, run }) => {
    if (what !== 'took' && what !== 'sent') return [];
    const px = length(flow);
    const duration = px === undefined ? 0 : Math.min(longest, Math.max(shortest, px / speed));
    const { source = '', target = '' } = ends(flow) ?? {};
    const start = startOf(flow, arrivals.at(source, run));
    const isMessage = what === 'sent';
    // Who receives a message is another instance than who sends it.
    arrivals.note(target, isMessage ? anyRun : run, start + duration);
    return px === undefined ? [] : [{ flow, run, isMessage, start, end: start + duration }];
  });
}

const anyRun = 0;

/** When the last token of an instance came to a node. A message to or from a pool as a whole has no node there. */
class Arrivals {
  readonly #times = new Map<string, number>();

  at(node: string, run: number): number {
    return Math.max(this.#times.get(`${run} ${node}`) ?? 0, this.#times.get(`${anyRun} ${node}`) ?? 0);
  }

  note(node: string, run: number, time: number): void {
    if (node !== '') this.#times.set(`${run} ${node}`, Math.max(this.at(node, run), time));
  }
}

/** Tells for each next token on a flow when it sets out: when it can, and behind those before it. */
function queueing(happened: readonly Happening[]): (flow: string, earliest: number) => number {
  const counts = new Map<string, number>();
  for (const { what, element } of happened) if (what === 'took') counts.set(element, (counts.get(element) ?? 0) + 1);
  const free = new Map<string, number>();
  return (flow, earliest) => {
    const start = Math.max(earliest, free.get(flow) ?? 0);
    free.set(flow, start + Math.min(gap, longestQueue / (counts.get(flow) ?? 1)));
    return start;
  };
}

/** How long all of them take together. */
export function durationOf(list: readonly Passage[]): number {
  return list.reduce((longestSoFar, { end }) => Math.max(longestSoFar, end), 0);
}
