import type { Problem } from '../base/problem.ts';
import { comparePositions, type Range, range } from '../base/range.ts';
import { codeFrame } from './code-frame.ts';
import { visibleText } from './visible-text.ts';

/** Where a problem is that has no place of its own: the beginning of the file. */
const beginning = range(0, 0, 0, 0);

/** The place to show for a problem. */
export function placeOf(problem: Problem): Range {
  return problem.range ?? beginning;
}

/** The problems in the order of the source. */
export function inSourceOrder(problems: readonly Problem[]): Problem[] {
  return problems.toSorted((a, b) => comparePositions(placeOf(a).start, placeOf(b).start));
}

/** `path:line:col: error: sentence [code]`, lines and columns from 1. */
export function problemLine(name: string, problem: Problem): string {
  const { line, character } = placeOf(problem).start;
  const head = `${name}:${line + 1}:${character + 1}: ${problem.severity}:`;
  return visibleText(`${head} ${problem.message} [${problem.code}]`);
}

/** The lines of problems with the source line below each that has a place. */
export function problemReport(name: string, text: string, problems: readonly Problem[]): string {
  const lines = text.split(/\r\n|\r|\n/);
  const parts: string[] = [];
  for (const problem of inSourceOrder(problems)) {
    parts.push(problemLine(name, problem));
    const frame = problem.range && codeFrame(lines, problem.range);
    if (frame) parts.push(frame);
  }
  return parts.map((part) => `${part}\n`).join('');
}
