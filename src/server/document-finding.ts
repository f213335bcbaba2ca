import type { Problem } from '../base/problem.ts';
import type { Range } from '../base/range.ts';

/** What rules find in an open document. */
export interface DocumentFinding extends Problem {
  /** What the rule looks at. */
  readonly by: 'model' | 'runs';
  /** Further places that it has to do with, and what they have. */
  readonly related: readonly { readonly range: Range; readonly message: string }[];
  /** Whether it can be mended, without asking or when somebody asks for it. */
  readonly fix: 'safe' | 'asked' | undefined;
  /** What it is about has no effect, and may be shown faint. */
  readonly isUnnecessary: boolean;
  /** A run that shows it, as acts of the execution core; empty: it needs none. */
  readonly run: readonly object[];
}

export function isFinding(problem: Problem): problem is DocumentFinding {
  return 'by' in problem;
}

/** Of a finding what any problem has. */
export function asProblem({ severity, code, message, range, element }: Problem): Problem {
  return { severity, code, message, ...(range && { range }), ...(element !== undefined && { element }) };
}
