import type { IToken } from 'chevrotain';
import { type LexingProblem, problemAt } from './lexing-problem.ts';

/** Deeper than any process that a person reads, and well within the stack that the parser descends on. */
export const DEEPEST = 100;

const OPENERS = new Set(['{', '(']);
const CLOSERS = new Set(['}', ')']);

/** How a text nests: whether its braces balance, and how deep its braces and parentheses go. */
export interface Nesting {
  readonly balanced: boolean;
  readonly depth: number;
}

/** Measures the nesting of a text in one pass. */
export function measureNesting(tokens: readonly IToken[]): Nesting {
  let braces = 0;
  let parentheses = 0;
  let balanced = true;
  let depth = 0;
  for (const { image } of tokens) {
    if (image === '{') braces++;
    else if (image === '(') parentheses++;
    else if (image === '}') braces--;
    else if (image === ')') parentheses = Math.max(0, parentheses - 1);
    else continue;
    if (braces < 0) balanced = false;
    depth = Math.max(depth, braces + parentheses);
  }
  return { balanced: balanced && braces === 0, depth };
}

/** The tokens without what stands deeper than `DEEPEST`, and a problem at the place where that begins. */
export function cutNesting(tokens: readonly IToken[]): { tokens: IToken[]; problems: LexingProblem[] } {
  const kept: IToken[] = [];
  let firstCut: IToken | undefined;
  let depth = 0;
  for (const token of tokens) {
    const closes = CLOSERS.has(token.image);
    if (OPENERS.has(token.image)) depth++;
    if (depth <= DEEPEST) kept.push(token);
    else firstCut ??= token;
    if (closes) depth = Math.max(0, depth - 1);
  }
  const message = `Blocks are nested more than ${DEEPEST} deep here; what is deeper is left out. Move inner blocks into a process of their own and \`call\` it.`;
  return { tokens: kept, problems: firstCut ? [problemAt(firstCut, 'nested-too-deep', message)] : [] };
}
