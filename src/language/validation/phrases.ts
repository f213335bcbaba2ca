/**
 * What people write before they know the language: lines that read well and are none. A parser sees but the word where it loses its way, and then takes the
 * rest for something else; here such a line is known as a whole, so that one message says what to do, and an edit does it.
 */
import type { Range } from '../../base/range.ts';
import type { Model } from '../generated/ast.ts';
import { casePhrases } from './case-phrases.ts';
import { criterionPhrases } from './criterion-phrases.ts';
import { conditions, times } from './newcomer-phrases.ts';
import type { Phrase } from './phrase.ts';
import { processPhrases } from './process-phrases.ts';

/** A phrase in its place, and what makes it one of the language, if that is certain. */
export interface FoundPhrase {
  readonly range: Range;
  readonly message: string;
  readonly text?: string;
}

/** Where something is wrong already, and by what code. */
export interface Lost {
  readonly range: Range;
  readonly code?: string | number;
  /** 1: an error. */
  readonly severity?: number;
}

/** A line that is longer is no person's. */
const LONGEST = 500;

/** The phrases on the lines where something is wrong, the first of each line: those of cases in a case, those of processes in a process. */
export function phrasesIn(model: Model, text: string, lost: readonly Lost[]): FoundPhrase[] {
  const byLine = Map.groupBy(lost, ({ range }) => range.start.line);
  const all = byLine.size > 0 ? text.split('\n') : [];
  return [...byLine].flatMap(([line, problems]) => {
    const source = all[line] ?? '';
    return source.length > LONGEST ? [] : (phraseOf(source, line, problems, phrasesFor(model, line)) ?? []);
  });
}

function phrasesFor({ elements }: Model, line: number): readonly Phrase[] {
  const around = elements.find(({ $cstNode }) => {
    const range = $cstNode?.range;
    return range !== undefined && range.start.line <= line && line <= range.end.line;
  });
  if (around?.$type === 'Case') return phrasesOfCases();
  return around?.$type === 'Process' ? phrasesOfProcesses() : [];
}

/** Made with the first line that is wrong: to read their patterns takes a thirtieth of a short command. */
const made: { ofCases?: readonly Phrase[]; ofProcesses?: readonly Phrase[] } = {};

/** Whether there can be any, found out without the places of what is wrong: where nothing is but warnings, only few phrases count. */
export function mayHoldPhrases(text: string, lost: readonly Pick<Lost, 'severity'>[]): boolean {
  if (lost.some(({ severity }) => severity === 1)) return true;
  const read = [...phrasesOfCases(), ...phrasesOfProcesses()].filter(({ isRead }) => isRead);
  return text.split('\n').some((line) => {
    const bare = line.length > LONGEST ? '' : withoutTexts(line);
    return read.some(({ pattern }) => pattern.test(bare));
  });
}

function phrasesOfCases(): readonly Phrase[] {
  made.ofCases ??= [...casePhrases(), ...criterionPhrases(), ...conditions('\\bif'), ...times()];
  return made.ofCases;
}

function phrasesOfProcesses(): readonly Phrase[] {
  made.ofProcesses ??= processPhrases();
  return made.ofProcesses;
}

function phraseOf(
  source: string,
  line: number,
  lost: readonly Lost[],
  phrases: readonly Phrase[],
): FoundPhrase | undefined {
  const bare = withoutTexts(source);
  const isWrong = lost.some(({ severity }) => severity === 1);
  for (const { pattern, message, text, only, isRead } of phrases) {
    if (!isWrong && !isRead) continue;
    const indices = pattern.exec(bare)?.indices;
    const [from, to] = indices?.[0] ?? [];
    if (!indices || from === undefined || to === undefined) continue;
    if (only && !lost.some(({ code, range }) => code === only && range.start.character === from)) continue;
    const groups = [...indices].map((stretch) => stretch && source.slice(...stretch));
    const range = { start: { line, character: from }, end: { line, character: to } };
    const written = text?.(groups);
    return { range, message: message(groups), ...(written !== undefined && { text: written }) };
  }
  return undefined;
}

/** The line, each character of its texts and expressions a `§`, without a comment. */
function withoutTexts(source: string): string {
  return source.replace(/(["'`])(.*?)\1|\/\/.*/gu, (_, quote?: string, inside = '') =>
    quote ? `${quote}${'§'.repeat(inside.length)}${quote}` : '',
  );
}
