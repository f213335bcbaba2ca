import type { LangiumDocument } from 'langium';
import type { Problem, Severity } from '../base/problem.ts';
import { comparePositions } from '../base/range.ts';

const SEVERITIES: readonly Severity[] = ['error', 'error', 'warning', 'info', 'info'];

/** Whether a document that was built with validation has errors, found out without their places. */
export function holdsErrors({ diagnostics = [] }: LangiumDocument): boolean {
  return diagnostics.some(({ severity = 1 }) => SEVERITIES[severity] === 'error');
}

/**
 * All that is wrong with a document that was built with validation, in the order of the text: what the lexer, the parser, the linker
 * and the checks found, none of it twice.
 */
export function problemsOf(document: LangiumDocument): Problem[] {
  const seen = new Set<string>();
  const problems: Problem[] = [];
  for (const { severity, code, message, range } of document.diagnostics ?? []) {
    const key = `${range.start.line}:${range.start.character} ${code} ${message}`;
    if (seen.has(key)) continue;
    seen.add(key);
    problems.push({
      severity: SEVERITIES[severity ?? 1] ?? 'error',
      code: String(code),
      message: String(message),
      range,
    });
  }
  return problems.sort((a, b) => (a.range && b.range ? comparePositions(a.range.start, b.range.start) : 0));
}
