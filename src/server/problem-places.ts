import type { Problem } from '../base/problem.ts';
import type { LiveModel } from '../workspace/index.ts';

/** What a picture shows: which elements, and which of them come from a line of the text (from 0). */
export interface Picture {
  readonly drawn: ReadonlySet<string>;
  readonly lines?: ReadonlyMap<number, readonly string[]>;
}

/**
 * Names the element of each problem that has only a place in the text: the innermost one there that is drawn, else, for
 * words that belong to nothing, one that begins in the same line.
 */
export function placeProblems(
  problems: readonly Problem[],
  sourceMap: LiveModel['sourceMap'] | undefined,
  { drawn, lines }: Picture,
): Problem[] {
  return problems.map((problem) => {
    if (problem.range === undefined || (problem.element !== undefined && drawn.has(problem.element))) return problem;
    const { start } = problem.range;
    const around = sourceMap?.idsAt(start).find((id) => drawn.has(id));
    const [beside] = lines?.get(start.line) ?? [];
    const isAround =
      around !== undefined && (beside === undefined || sourceMap?.rangeOf(around)?.start.line === start.line);
    const element = isAround ? around : beside;
    return element === undefined ? problem : { ...problem, element };
  });
}
