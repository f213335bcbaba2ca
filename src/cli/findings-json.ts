import type { Problem } from '../base/problem.ts';
import { inSourceOrder, placeOf } from './problem-lines.ts';
import { catalogueEntry } from './rule-catalogue.ts';

/** The problems of one file, clean ones too. */
export interface FileFindings {
  readonly file: string;
  readonly problems: readonly Problem[];
}

/** The findings as JSON, an entry a file; lines and columns from 1. */
export function findingsJson(report: readonly FileFindings[]): string {
  const entries = report.map(({ file, problems }) => ({ file, findings: inSourceOrder(problems).map(toFinding) }));
  return `${JSON.stringify(entries, null, 2)}\n`;
}

function toFinding(problem: Problem) {
  const { start, end } = placeOf(problem);
  const { rule, code, references } = catalogueEntry(problem.code);
  return {
    rule,
    code,
    severity: problem.severity,
    message: problem.message,
    element: problem.element ?? null,
    range: {
      start: { line: start.line + 1, column: start.character + 1 },
      end: { line: end.line + 1, column: end.character + 1 },
    },
    references,
  };
}
