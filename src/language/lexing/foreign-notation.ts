/** Parts of a text that are in another notation, pasted or typed by who knows that: one problem each, in place of one a word. */
import type { LexerResult } from 'langium';
import { ROOT_WORDS } from '../statement-words.ts';
import type { LexingProblem } from './lexing-problem.ts';

/** Offsets of such a part, its end behind it, and what is told of it. */
export interface ForeignPart {
  readonly start: number;
  readonly end: number;
  readonly problem: LexingProblem;
}

interface Notation {
  /** How its first line begins, behind the blanks. */
  readonly opening: RegExp;
  /** Whether the line only opens it at the root of a file. */
  readonly isOfRoot?: boolean;
  readonly message: string;
  /** Offset of its end. */
  readonly end: (text: string, start: number) => number;
}

const AS_LINES =
  'Write each step in a line of its own, such as `user "Check it"`: it leads to the next line by itself.';

const NOTATIONS: readonly Notation[] = [
  {
    opening: /<(?=[A-Za-z?!/])/y,
    message:
      'This is XML. A model becomes text by `procedo import`, or when it is pasted into a text in VS Code. Remove it here.',
    end: endOfXml,
  },
  {
    opening: /bpmn-beta\b/y,
    message:
      'This is a diagram of Mermaid. It becomes text by `procedo import`, or when it is pasted into a text in VS Code. Remove it here.',
    end: endByIndentation,
  },
  {
    opening: /(?:flowchart|graph)[^\S\n]+(?:TB|TD|BT|RL|LR)\b|(?:sequenceDiagram|stateDiagram(?:-v2)?)\b/y,
    message: `This is a diagram of Mermaid, of a kind that is no process. ${AS_LINES}`,
    end: endByIndentation,
  },
  {
    opening: /@startuml\b/y,
    message: `This is PlantUML. ${AS_LINES}`,
    end: (text, start) => endBehind(text, start, '@enduml') ?? endByIndentation(text, start),
  },
  {
    // A key alone on its line, and deeper keys or a list below.
    opening: /[\w-]+:[^\S\n]*\n(?:[^\S\n]+|(?=-))(?:-[^\S\n]+)?["\w][^\n:{}]*:?[^\S\n]*[^\n]*\n?/y,
    isOfRoot: true,
    message: `This is YAML. Open a process, \`process name "Label" { … }\`. ${AS_LINES}`,
    end: endOfYaml,
  },
];

/** Lines that may open one; nearly all others are passed over at their first letter. */
const LIKELY = /^[^\S\n]*(?:<[A-Za-z?!/]|bpmn-beta\b|(?:flowchart|graph)\b|s(?:equence|tate)Diagram|@startuml\b)/gm;
/** Likewise where a line ends with a colon. */
const LIKELY_WITH_KEYS = new RegExp(`${LIKELY.source}|^[^\\S\\n]*[\\w-]+:[^\\S\\n]*$`, 'gm');
const ENDS_WITH_COLON = /:[^\S\n]*\n/;

/** The parts of a text that are in another notation, in its order. @param result what the lexer made of it */
export function foreignParts(text: string, { tokens, hidden }: Pick<LexerResult, 'tokens' | 'hidden'>): ForeignPart[] {
  const found: ForeignPart[] = [];
  let done = 0;
  for (const { 0: image, index } of text.matchAll(ENDS_WITH_COLON.test(text) ? LIKELY_WITH_KEYS : LIKELY)) {
    const start = index + image.length - image.trimStart().length;
    if (start < done || isInToken(start, tokens) || isInToken(start, hidden)) continue;
    const notation = NOTATIONS.find((one) => begins(one.opening, text, start));
    if (!notation || (notation.isOfRoot && depthAt(start, tokens) > 0)) continue;
    done = notation.end(text, start);
    found.push({ start, end: done, problem: problemOf(text, start, done, notation.message) });
  }
  return found;
}

/** What the lexer found outside of these parts. */
export function withoutParts(result: LexerResult, parts: readonly ForeignPart[]): LexerResult {
  if (parts.length === 0) return result;
  const isKept = (offset: number): boolean => !parts.some(({ start, end }) => start <= offset && offset < end);
  return {
    ...result,
    tokens: result.tokens.filter(({ startOffset }) => isKept(startOffset)),
    hidden: result.hidden.filter(({ startOffset }) => isKept(startOffset)),
    errors: result.errors.filter(({ offset }) => isKept(offset)),
  };
}

function begins(opening: RegExp, text: string, at: number): boolean {
  opening.lastIndex = at;
  return opening.test(text);
}

/** Whether an offset is inside a token: a documentation, a fence, a comment. */
function isInToken(offset: number, tokens: LexerResult['tokens']): boolean {
  let [low, high] = [0, tokens.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((tokens[middle]?.startOffset ?? offset) < offset) low = middle + 1;
    else high = middle;
  }
  const before = tokens[low - 1];
  return before !== undefined && offset < before.startOffset + before.image.length;
}

function depthAt(offset: number, tokens: LexerResult['tokens']): number {
  let depth = 0;
  for (const { image, startOffset } of tokens) {
    if (startOffset >= offset) break;
    if (image === '{') depth++;
    else if (image === '}') depth--;
  }
  return depth;
}

/** Its first line is marked. */
function problemOf(text: string, start: number, end: number, message: string): LexingProblem {
  const lineEnd = text.indexOf('\n', start);
  const before = text.slice(0, start);
  const length = Math.min(end, lineEnd < 0 ? text.length : lineEnd) - start;
  return {
    code: 'foreign-notation',
    data: { end },
    message,
    offset: start,
    line: before.split('\n').length,
    column: start - before.lastIndexOf('\n'),
    length: text.slice(start, start + length).trimEnd().length,
  };
}

const TAG = /<(?:!--[\s\S]*?-->|!\[CDATA\[[\s\S]*?\]\]>|[?!][^>]*>|(\/?)[A-Za-z_][^<>]*?(\/?)>)/y;

/** Behind its last tag; where one is half typed, at the end of its line. */
function endOfXml(text: string, start: number): number {
  let end = start;
  let depth = 0;
  for (let at = start; at < text.length; ) {
    TAG.lastIndex = at;
    const tag = TAG.exec(text);
    if (!tag) break;
    end = at + tag[0].length;
    if (/^<\w/.test(tag[0]) && !tag[2]) depth++;
    else if (tag[1]) depth--;
    // Text stands in an element; a brace in it is one of ours.
    const between = /[^<]*/y;
    between.lastIndex = end;
    const inside = between.exec(text)?.[0] ?? '';
    if (inside.trim() !== '' && (depth <= 0 || /[{}]/.test(inside))) break;
    at = end + inside.length;
  }
  const lineEnd = text.indexOf('\n', end);
  const isHalf =
    end === start ||
    text
      .slice(end, lineEnd < 0 ? undefined : lineEnd)
      .trimStart()
      .startsWith('<');
  return isHalf ? (lineEnd < 0 ? text.length : lineEnd) : end;
}

function endBehind(text: string, start: number, sign: string): number | undefined {
  const at = text.indexOf(sign, start);
  return at < 0 ? undefined : at + sign.length;
}

const OPENS_ROOT = new RegExp(`^(?:${ROOT_WORDS.join('|')})\\b.*["{]`);

/** Before the first line that stands left of the first one, or beside it and is one of ours. */
function endByIndentation(text: string, start: number): number {
  const indent = start - text.lastIndexOf('\n', start - 1) - 1;
  return endBefore(text, start, (line) => {
    const own = line.length - line.trimStart().length;
    return own < indent || (own === indent && (line[own] === '}' || OPENS_ROOT.test(line.slice(own))));
  });
}

/** Before the first line at the margin that is no key and no item of a list. */
function endOfYaml(text: string, start: number): number {
  return endBefore(text, start, (line) => /^\S/.test(line) && !/^(?:[\w-]+:(?:\s|$)|-\s|#)/.test(line));
}

/** The end of the last line before one for which `ends` holds, blank lines left out. */
function endBefore(text: string, start: number, ends: (line: string) => boolean): number {
  let end = start;
  for (let at = text.indexOf('\n', start); ; at = text.indexOf('\n', at + 1)) {
    const from = at + 1;
    const stop = at < 0 ? text.length : at;
    if (text.slice(end, stop).trim() !== '') end = stop;
    if (at < 0) return end;
    const next = text.indexOf('\n', from);
    const line = text.slice(from, next < 0 ? text.length : next);
    if (line.trim() !== '' && ends(line)) return end;
  }
}
