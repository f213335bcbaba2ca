import { comparePositions, type Range } from './range.ts';

export type Severity = 'error' | 'warning' | 'info';

/** What a stage found wrong with user input. Stages return problems, they never throw on input. */
export interface Problem {
  readonly severity: Severity;
  /** Stable, kebab-case: what is wrong (`unknown-reference`), not where. */
  readonly code: string;
  /** A sentence that says what to do next. */
  readonly message: string;
  /** Place in the source (text or XML), if it is known. */
  readonly range?: Range;
  /** Id of the model element it is about, if there is one. */
  readonly element?: string;
}

/** What every stage returns: as much of its value as could be made, and what was wrong. */
export interface Outcome<T> {
  readonly value: T;
  readonly problems: readonly Problem[];
}

/** Whether any of the problems is an error. */
export function hasErrors(problems: readonly Problem[]): boolean {
  return problems.some((problem) => problem.severity === 'error');
}

/** More problems than this of one document nobody reads, and an editor chokes on them. */
const mostListed = 1000;

/**
 * The problems of one document as they are shown: all of them, or the first thousand in the order of the source and one
 * that says how many more there are. That one is as severe as the worst of those.
 */
export function listedProblems(problems: readonly Problem[]): readonly Problem[] {
  if (problems.length <= mostListed) return problems;
  const place = ({ range }: Problem) => range?.start ?? { line: 0, character: 0 };
  const inOrder = problems.toSorted((a, b) => comparePositions(place(a), place(b)));
  const [listed, others] = [inOrder.slice(0, mostListed), inOrder.slice(mostListed)];
  const severity =
    (['error', 'warning'] as const).find((worst) => others.some((one) => one.severity === worst)) ?? 'info';
  const count = others.length.toLocaleString('en');
  const message = `There are ${count} more problems from here on. Correct those above first.`;
  return [...listed, { severity, code: 'more-problems', message, range: others[0]?.range }];
}
