/** Proper completion: no end event is reached twice while what it belongs to goes on. */
import { type Act, key } from '../semantics/index.ts';
import type { Finding } from './completion.ts';
import type { Backwards } from './graph-walks.ts';
import type { After, Moves } from './moves.ts';
import { replay } from './runs.ts';
import type { Reached, Space } from './search.ts';
import { called } from './words.ts';

/** Pairs of steps at one end event that are looked at until one is found that belongs to the same scope instance. */
const MOST_TRIES = 40;

export function properCompletion(moves: Moves, space: Space, back: Backwards): Finding {
  const ends = Map.groupBy(space.reached, ({ node }) => node);
  let isSure = space.cut.length === 0;
  const witnesses = [...ends].flatMap(([node, reached]) => {
    const run = twice(moves, space, back, reached);
    if (run === undefined) return [];
    if (run === null) {
      isSure = false;
      return [];
    }
    const end = moves.net.nodes[node];
    const message = `The end event ${called(end)} can be reached twice in one run: two tokens come to it. Join the ways that lead there, or decide between them.`;
    return [
      { property: 'properCompletion' as const, message, elements: [end?.id ?? ''], run: replay(moves, run).steps },
    ];
  });
  if (witnesses.length > 0) return { holds: false, witnesses };
  return { holds: isSure ? true : null, witnesses };
}

/** A shortest run that reaches the event twice; undefined: there is none; null: it is not known. */
function twice(moves: Moves, space: Space, back: Backwards, reached: readonly Reached[]): Act[] | undefined | null {
  const atOnce = reached.find(({ isTwice, from }) => isTwice && from < space.firstVirtual);
  if (atOnce) return [...space.runTo(atOnce.from), atOnce.act];
  const firsts = reached.filter(({ goesOn, to, from }) => goesOn && to >= 0 && from < space.firstVirtual);
  const isCounted = space.refills.to.length === 0;
  const mayBe = reached.some(({ goesOn, isTwice }) => goesOn || isTwice);
  if (firsts.length === 0) return isCounted || !mayBe ? undefined : null;
  const distances = back.distances(reached.map(({ from }) => from));
  const lengths = firsts
    .map((first) => ({ first, before: space.depthOf(first.from), more: distances[first.to] as number }))
    .filter(({ more }) => more >= 0)
    .sort((a, b) => a.before + a.more - b.before - b.more);
  for (const { first } of lengths.slice(0, MOST_TRIES)) {
    const run = continued(moves, space, [...space.runTo(first.from), first.act], first.node, distances);
    if (run) return run;
  }
  return lengths.length > 0 || !isCounted ? null : undefined;
}

/** Goes on from where an end event was reached to where the same one of the same scope instance is reached again, by the shortest way. */
function continued(
  moves: Moves,
  space: Space,
  acts: readonly Act[],
  node: number,
  distances: Int32Array,
): Act[] | undefined {
  const id = moves.net.nodes[node]?.id;
  const reaches = ({ trace }: After) =>
    trace
      .filter((entry) => entry.what === 'completed' && entry.element === id)
      .map(({ element, ...entry }) => ('scope' in entry ? entry.scope : -1));
  const { last } = replay(moves, acts);
  const scopes = new Set(reaches(last));
  const run = [...acts];
  let { state } = last;
  for (let left = distances[space.numberOf(key(state))] ?? -1; left >= 0; left--) {
    let next: { readonly act: Act; readonly after: After } | undefined;
    for (const act of moves.acts(state)) {
      const after = moves.after(state, act);
      const isNext =
        left > 0
          ? distances[space.numberOf(key(after.state))] === left - 1
          : reaches(after).some((scope) => scopes.has(scope));
      if (isNext) {
        next = { act, after };
        break;
      }
    }
    if (!next) return undefined;
    run.push(next.act);
    if (left === 0) return run;
    state = next.after.state;
  }
  return undefined;
}
