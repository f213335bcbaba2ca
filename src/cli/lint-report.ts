/** What `lint` has found, before it is printed. */
import type { Severity } from '../base/problem.ts';
import type { Range } from '../base/range.ts';

/** One finding as all formats print it: of a rule, or a problem of an earlier stage. */
export interface LintFinding {
  /** Name in the catalogue: `label-required`. */
  readonly rule: string;
  /** Id in the catalogue: `ST01`. */
  readonly code: string;
  readonly severity: Severity;
  readonly message: string;
  readonly element: string | null;
  readonly range: Range;
  readonly references: readonly string[];
}

/** The findings in one file, in the order of its source; clean files too. */
export interface LintedFile {
  readonly file: string;
  readonly text: string;
  readonly findings: readonly LintFinding[];
}

/** How many findings of a severity there are. */
export function countOf(files: readonly LintedFile[], severity: Severity): number {
  return files.reduce((sum, { findings }) => sum + findings.filter((one) => one.severity === severity).length, 0);
}

/** `file:line:column` of a finding, from 1. */
export function placeText(file: string, { range: { start } }: LintFinding): string {
  return `${file}:${start.line + 1}:${start.character + 1}`;
}
