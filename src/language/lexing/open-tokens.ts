import type { CustomPatternMatcherFunc, TokenType } from 'chevrotain';

/** A token that may be left unclosed. `token` is its unclosed form, which the parser takes as the real thing. */
export interface OpenToken {
  readonly closed: TokenType;
  readonly token?: TokenType;
  /** Replaces the pattern of the closed form, where a regular expression cannot decide. */
  readonly closedPattern?: Partial<TokenType>;
}

/** Names of the unclosed forms, with what would close them. The lexer reports each of them. */
export const CLOSER_OF: Readonly<Record<string, string>> = {
  OPEN_DOC: '"""',
  OPEN_FENCE: '```',
  OPEN_EXPR: '`',
  OPEN_STRING: '"',
  OPEN_WORD: "'",
};

/**
 * The unclosed forms of strings, expressions, texts and quoted ids: each ends with its line, so that a forgotten quote costs
 * one line. @param named finds a terminal of the grammar by name.
 */
export function openTokens(named: (name: string) => TokenType): OpenToken[] {
  const open = (name: string, pattern: CustomPatternMatcherFunc): OpenToken => {
    const closed = named(name);
    const start_chars_hint = [CLOSER_OF[`OPEN_${name}`]?.charAt(0) ?? ''];
    const token = {
      name: `OPEN_${name}`,
      PATTERN: pattern,
      CATEGORIES: [closed],
      LINE_BREAKS: false,
      START_CHARS_HINT: start_chars_hint,
    };
    return { closed, token };
  };
  return [
    {
      ...open('DOC', restOfLineAfter('"""')),
      closedPattern: { PATTERN: closedDoc, LINE_BREAKS: true, START_CHARS_HINT: ['"'] },
    },
    open('FENCE', restOfLineAfter('```')),
    open('EXPR', untilBrace('`')),
    open('STRING', untilBrace('"')),
    open('WORD', untilSpace),
    {
      closed: named('BLOCK_COMMENT'),
      closedPattern: { PATTERN: blockComment(), LINE_BREAKS: true, START_CHARS_HINT: ['/'] },
    },
  ];
}

/** What chevrotain takes as a match of a custom pattern: an array with the text matched. */
function match(text: string, start: number, end: number): RegExpExecArray {
  return [text.slice(start, end)] as unknown as RegExpExecArray;
}

/** Offset of the end of the line that `offset` is in, its line break left out. */
function endOfLine(text: string, offset: number): number {
  const end = text.indexOf('\n', offset);
  const stop = end < 0 ? text.length : end;
  return text[stop - 1] === '\r' && stop - 1 >= offset ? stop - 1 : stop;
}

function restOfLineAfter(quote: string): CustomPatternMatcherFunc {
  return (text, offset) => (text.startsWith(quote, offset) ? match(text, offset, endOfLine(text, offset)) : null);
}

/** An unclosed quote ends with its line, or before a `{` that ends it: that brace opens a block, hardly ever a text. */
function untilBrace(quote: string): CustomPatternMatcherFunc {
  return (text, offset) => {
    if (text[offset] !== quote) return null;
    const line = text.slice(offset, endOfLine(text, offset)).trimEnd();
    const inner = line.endsWith('{') ? line.slice(0, -1).trimEnd() : line;
    return match(text, offset, offset + Math.max(inner.length, 1));
  };
}

const SPACE_OR_BRACE = /[\s{}"`]/g;

/** An unclosed quoted id ends where an id would. */
const untilSpace: CustomPatternMatcherFunc = (text, offset) => {
  if (text[offset] !== "'") return null;
  SPACE_OR_BRACE.lastIndex = offset;
  const end = SPACE_OR_BRACE.exec(text);
  return match(text, offset, end ? end.index : text.length);
};

/**
 * A closed documentation text. The opening `"""` of an unclosed one would pair with the next one's opening: a closing `"""`
 * that stands first on its line with text behind it is therefore no closing one.
 */
const closedDoc: CustomPatternMatcherFunc = (text, offset) => {
  if (!text.startsWith('"""', offset)) return null;
  const close = text.indexOf('"""', offset + 3);
  if (close < 0) return null;
  const end = close + 3;
  const lineStart = text.lastIndexOf('\n', close - 1) + 1;
  const opensAnother =
    lineStart > offset &&
    text.slice(lineStart, close).trim() === '' &&
    text.slice(end, endOfLine(text, end)).trim() !== '';
  return opensAnother ? null : match(text, offset, end);
};

/** A block comment; an unclosed one ends with its line. Remembers where the last one closes, so that many cost no more than one. */
function blockComment(): CustomPatternMatcherFunc {
  let seen = '';
  let lastClose = -1;
  return (text, offset) => {
    if (!text.startsWith('/*', offset)) return null;
    if (seen !== text) [seen, lastClose] = [text, text.lastIndexOf('*/')];
    const end = lastClose < offset + 2 ? endOfLine(text, offset) : text.indexOf('*/', offset + 2) + 2;
    return match(text, offset, end);
  };
}
