import type { Range } from './range.ts';

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
