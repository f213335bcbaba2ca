import type { CodeProblem } from './code-problem.ts';

const CLOSERS: Readonly<Record<string, string>> = { '(': ')', '[': ']', '{': '}' };

/** Whether an expression is in JUEL (`${…}`, `#{…}`), as engines of the Activiti family read it whatever the file declares. */
export function isJuel(code: string): boolean {
  return /^\s*[$#]\{/.test(code);
}

/** What is wrong with the brackets and quotes of a JUEL expression; the rest of it is the engine's. */
export function juelProblems(code: string): CodeProblem[] {
  const open: { readonly closer: string; readonly at: number }[] = [];
  for (let at = 0; at < code.length; at++) {
    const character = code.charAt(at);
    if (character === '"' || character === "'") {
      const end = endOfQuote(code, at);
      if (end === undefined) return [problem(at, `This text is never closed. Put a ${character} at its end.`)];
      at = end;
    } else if (CLOSERS[character]) {
      open.push({ closer: CLOSERS[character], at });
    } else if (')]}'.includes(character)) {
      const expected = open.pop();
      if (expected?.closer !== character)
        return [problem(at, `This \`${character}\` closes nothing. Remove it, or open it before.`)];
    }
  }
  const last = open.at(-1);
  return last
    ? [problem(last.at, `This \`${code.charAt(last.at)}\` is never closed. Put a \`${last.closer}\` at its end.`)]
    : [];
}

function endOfQuote(code: string, start: number): number | undefined {
  for (let at = start + 1; at < code.length; at++) {
    if (code[at] === '\\') at++;
    else if (code[at] === code[start]) return at;
  }
  return undefined;
}

function problem(from: number, message: string): CodeProblem {
  return { code: 'juel-syntax', message, from, to: from + 1 };
}
