import type { Problem } from '../base/problem.ts';
import type { LiveModel } from '../workspace/index.ts';

/**
 * Names the element of each problem that has only a place in the text: the innermost one there that is drawn.
 * @param isDrawn whether the picture shows the element of this id
 */
export function placeProblems(
  problems: readonly Problem[],
  sourceMap: LiveModel['sourceMap'] | undefined,
  isDrawn: (id: string) => boolean,
): Problem[] {
  return problems.map((problem) => {
    if (problem.range === undefined || (problem.element !== undefined && isDrawn(problem.element))) return problem;
    const element = sourceMap?.idsAt(problem.range.start).find(isDrawn);
    return element === undefined ? problem : { ...problem, element };
  });
}
