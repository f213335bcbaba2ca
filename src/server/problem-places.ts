import type { Problem } from '../base/problem.ts';
import type { Position } from '../base/range.ts';
import type { LiveModel } from '../workspace/index.ts';

/** What a picture shows: which elements, and which of them come from a line of the text (from 0). */
export interface Picture {
  readonly drawn: ReadonlySet<string>;
  readonly lines?: ReadonlyMap<number, readonly string[]>;
}

/** So many problems in lines where nothing drawn begins are looked up in the whole text; a picture with more marks helps nobody. */
const mostLookedUp = 100;

/**
 * Names the element of each problem that has only a place in the text: of those drawn that begin in its line the last
 * before it; where none begins, the innermost drawn one around the place.
 */
export function placeProblems(
  problems: readonly Problem[],
  sourceMap: LiveModel['sourceMap'] | undefined,
  { drawn, lines }: Picture,
): Problem[] {
  let lookedUp = 0;
  return problems.map((problem) => {
    if (problem.range === undefined || (problem.element !== undefined && drawn.has(problem.element))) return problem;
    const { start } = problem.range;
    const element = inLine(lines?.get(start.line) ?? [], start, sourceMap);
    if (element !== undefined) return { ...problem, element };
    if (++lookedUp > mostLookedUp) return problem;
    const around = sourceMap?.idsAt(start).find((id) => drawn.has(id));
    return around === undefined ? problem : { ...problem, element: around };
  });
}

/** Of the elements that begin in a line the last that does so before the place, else the first. */
function inLine(
  ids: readonly string[],
  place: Position,
  sourceMap: LiveModel['sourceMap'] | undefined,
): string | undefined {
  let [best] = ids;
  let latest = -1;
  for (const id of ids) {
    const character = sourceMap?.rangeOf(id)?.start.character ?? -1;
    if (character > latest && character <= place.character) [best, latest] = [id, character];
  }
  return best;
}
