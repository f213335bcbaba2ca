import { parser } from 'lezer-feel';
import { Kept } from '../base/kept.ts';
import type { CodeProblem } from './code-problem.ts';

/** Operators of other languages that people type, and FEEL's own. The parser takes `==` for `=` and reports nothing. */
const FOREIGN: Readonly<Record<string, string>> = { '==': '=', '&&': 'and', '||': 'or' };

/** A text, a comment or an operator that FEEL does not have, whichever comes first. */
const SCAN = /"(?:\\.|[^"\\])*"?|\/\/[^\n]*|\/\*[\s\S]*?\*\/|==|&&|\|\|/g;

/**
 * What is wrong with a FEEL expression (DMN 1.3, chapter 10): by lezer-feel's parser, and by our own look for operators of other
 * languages. A leading `=`, as Camunda 8 writes it, is no part of the expression. Never throws.
 */
export function feelProblems(code: string): readonly CodeProblem[] {
  return known.get(code);
}

/** A process asks the same in many places, and an editor checks all of a text at each key. */
const known = new Kept(problemsOf);

function problemsOf(code: string): readonly CodeProblem[] {
  const foreign = foreignOperators(code);
  // What follows a foreign operator is a consequence of it.
  if (foreign.length > 0) return foreign;
  const body = code.replace(/^\s*=/, (prefix) => ' '.repeat(prefix.length));
  if (body.trim() === '')
    return [
      { code: 'empty-expression', message: 'This expression is empty. Write one in FEEL.', from: 0, to: code.length },
    ];
  return isBeyondParser(body) ? [] : syntaxErrors(body);
}

/** The parser cuts a chain of more operators than this, and a deeper nesting, and would take what is right for a mistake. */
const MOST_OPERATORS = 250;

function isBeyondParser(code: string): boolean {
  return (code.match(/[-+*/(,[{]|\b(and|or|then)\b/g)?.length ?? 0) > MOST_OPERATORS;
}

function foreignOperators(code: string): CodeProblem[] {
  return [...code.matchAll(SCAN)].flatMap(({ 0: found, index }) => {
    const own = FOREIGN[found];
    if (!own) return [];
    const message = `FEEL has no \`${found}\`. Write \`${own}\`.`;
    return [{ code: 'feel-operator', message, from: index, to: index + found.length }];
  });
}

/** The first error only: the parser recovers at a guess, and what it says after that misleads. */
function syntaxErrors(code: string): CodeProblem[] {
  let first: CodeProblem | undefined;
  parser.parse(code).iterate({
    enter: ({ type, from, to }) => {
      if (!first && type.isError) first = problemAt(code, from, to);
      return !first;
    },
  });
  return first ? [first] : [];
}

function problemAt(code: string, from: number, to: number): CodeProblem {
  const end = code.trimEnd().length;
  if (from >= end) {
    const message = 'This FEEL expression ends too early. Complete it.';
    return { code: 'feel-syntax', message, from: Math.max(0, end - 1), to: end };
  }
  // An empty error node says that something is missing here: mark the word that stands in its place.
  const word = /\S[\w.]*/.exec(code.slice(from))?.[0] ?? code.slice(from, from + 1);
  const start = code.indexOf(word, from);
  const stop = to > start ? to : start + word.length;
  const shown = code.slice(start, stop);
  return { code: 'feel-syntax', message: `FEEL cannot read \`${shown}\` here.${hint(shown)}`, from: start, to: stop };
}

function hint(found: string): string {
  if (found.startsWith("'")) return ' Texts stand between double quotes.';
  if (found.startsWith('!')) return ' Write `not(…)`.';
  return ' Remove it, or write what should join it to what stands before.';
}
