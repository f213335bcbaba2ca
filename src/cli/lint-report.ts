/** What `lint` has found, before it is printed. */
import type { Severity } from '../base/problem.ts';
import type { Range } from '../base/range.ts';

/** One finding as all formats print it: of a rule, or a problem of an earlier stage. A plain value: caches and threads copy it. */
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
  /** The line of the source with the place marked below it, if it has a place. */
  readonly frame?: string;
}

/** The findings in one file, in the order of its source; clean files too. */
export interface LintedFile {
  readonly file: string;
  readonly findings: readonly LintFinding[];
}

/** How many findings of a severity there are. */
export function countOf(files: readonly LintedFile[], severity: Severity): number {
  let count = 0;
  for (const { findings } of files) for (const finding of findings) if (finding.severity === severity) count++;
  return count;
}

/** `file:line:column` of a finding, from 1. */
export function placeText(file: string, { range: { start } }: LintFinding): string {
  return `${file}:${start.line + 1}:${start.character + 1}`;
}

/**
 * What the findings of one file are called wherever in it they stand: by rule and element, ids being unique in a file. What
 * would be called the same is counted: `ST01:check`, `ST01:check#2`.
 */
export function findingKeys(findings: readonly LintFinding[]): string[] {
  const seen = new Map<string, number>();
  return findings.map(({ code, element, message }) => {
    const key = `${code}:${element ?? message}`;
    const number = (seen.get(key) ?? 0) + 1;
    seen.set(key, number);
    return number === 1 ? key : `${key}#${number}`;
  });
}
