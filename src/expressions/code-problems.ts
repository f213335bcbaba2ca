import type { CodeProblem } from './code-problem.ts';
import { feelProblems } from './feel-syntax.ts';
import { isJuel, juelProblems } from './juel-syntax.ts';

/**
 * What is wrong with an expression in a language, by the name or the URI that a file has for it: FEEL or JUEL; nothing of another one.
 * What looks like JUEL is JUEL, as engines of the Activiti family read it whatever the file declares.
 */
export function codeProblems(code: string, language: string): readonly CodeProblem[] {
  if (isJuel(code)) return juelProblems(code);
  if (/feel/i.test(language)) return feelProblems(code);
  return /juel|\buel\b/i.test(language) ? juelProblems(code) : [];
}
