/** The syntax of what stands in expressions: FEEL, JUEL, values of time. */
export type { CodeProblem } from './code-problem.ts';
export { codeProblems } from './code-problems.ts';
export { feelNodesAt } from './feel-nodes.ts';
export { isJuel } from './juel-syntax.ts';
export { looksLikeTimer, type TimerForm, timerForm } from './timer-value.ts';
