/** A line of a text that is being edited. */
interface Line {
  readonly text: string;
  /** Its number in the text as it was, from 0; undefined if an edit has touched it. */
  readonly origin?: number;
}

/** An edit by numbers, so that a failing one shrinks: `at` and `to` choose places, `what` says what happens there. */
export interface Edit {
  readonly what: string;
  readonly at: number;
  readonly to: number;
  /** What is put in, where something is. */
  readonly piece: string;
}

/** Tokens of the language, and what stands between them. */
const TOKEN = /"(?:\\.|[^"\\\n])*"?|`[^`\n]*`?|[\w-]+|->|~>|\s+|[^\s\w]/g;
/** What opens or closes more than a line. */
const STRUCTURE = /[{}()]|"""|```|\/\*|\*\//g;

/** A text while it is edited; it knows which of its lines are as they were. */
export class TypedText {
  readonly #lines: readonly Line[];

  private constructor(lines: readonly Line[]) {
    this.#lines = lines;
  }

  static of(text: string): TypedText {
    return new TypedText(text.split('\n').map((line, origin) => ({ text: line, origin })));
  }

  get text(): string {
    return this.#lines.map(({ text }) => text).join('\n');
  }

  /** The lines of the text as it was that no edit has touched. */
  get untouched(): ReadonlySet<number> {
    return new Set(this.#lines.flatMap(({ origin }) => origin ?? []));
  }

  /** Whether the lines from one to another of the text as it was still follow each other, and nothing else between them. */
  isUnbroken(first: number, last: number): boolean {
    const start = this.#lines.findIndex(({ origin }) => origin === first);
    const lines = this.#lines.slice(start, start + last - first + 1);
    return start >= 0 && lines.every(({ origin }, index) => origin === first + index);
  }

  edited(edit: Edit): TypedText {
    const change = EDITS[edit.what];
    if (!change) throw new Error(`There is no edit "${edit.what}".`);
    return new TypedText(change(this.#lines, edit));
  }

  /** The edit, if it leaves as they are the braces, parentheses, fences and comments, which reach beyond a line. */
  editedWithin(edit: Edit): TypedText {
    const edited = this.edited(edit);
    const moved = edit.what.startsWith('move') ? (this.#lines[edit.at % this.#lines.length]?.text ?? '') : '';
    const isWithin = structureOf(moved) === '' && structureOf(edited.text) === structureOf(this.text);
    return isWithin ? edited : this;
  }
}

function structureOf(text: string): string {
  return (text.match(STRUCTURE) ?? []).join(' ');
}

type Change = (lines: readonly Line[], edit: Edit) => readonly Line[];

/** An edit of the tokens of one line. */
function inLine(change: (tokens: string[], edit: Edit) => string[]): Change {
  return (lines, edit) => {
    const row = edit.at % lines.length;
    const text = change((lines[row]?.text ?? '').match(TOKEN) ?? [], edit).join('');
    return text === lines[row]?.text
      ? lines
      : lines.toSpliced(row, 1, ...text.split('\n').map((part) => ({ text: part })));
  };
}

/** An edit of the whole text by characters: all lines that it reaches count as touched. */
function inText(change: (text: string, from: number, to: number, piece: string) => string): Change {
  return (lines, { at, to, piece }) => {
    const text = lines.map((line) => line.text).join('\n');
    const [from, until] = [at % (text.length + 1), to % (text.length + 1)].sort((a, b) => a - b) as [number, number];
    const after = change(text, from, Math.min(until, from + 200), piece);
    return untouchedAround(lines, text, after);
  };
}

/** The lines of `after`, those at its beginning and end that are as before with their origin. */
function untouchedAround(lines: readonly Line[], before: string, after: string): readonly Line[] {
  const [old, now] = [before.split('\n'), after.split('\n')];
  const most = Math.min(old.length, now.length);
  let head = 0;
  while (head < most && old[head] === now[head]) head++;
  let tail = 0;
  while (tail < most - head && old.at(-1 - tail) === now.at(-1 - tail)) tail++;
  const middle = now.slice(head, now.length - tail).map((text) => ({ text }));
  return [...lines.slice(0, head), ...middle, ...(tail > 0 ? lines.slice(-tail) : [])];
}

/** The lines of the block that opens at or below a line: to the line that closes it. */
function blockAt(lines: readonly Line[], row: number): [from: number, to: number] {
  const from = lines.findIndex(({ text }, index) => index >= row && text.trimEnd().endsWith('{'));
  if (from < 0) return [row, row + 1];
  let depth = 0;
  for (let index = from; index < lines.length; index++) {
    for (const character of lines[index]?.text ?? '') depth += character === '{' ? 1 : character === '}' ? -1 : 0;
    if (depth <= 0) return [from, index + 1];
  }
  return [from, lines.length];
}

const touched = (lines: readonly Line[]): Line[] => lines.map(({ text }) => ({ text }));

const EDITS: Readonly<Record<string, Change>> = {
  'delete a token': inLine((tokens, { to }) => tokens.toSpliced(to % (tokens.length + 1), 1)),
  'repeat a token': inLine((tokens, { to }) => {
    const index = to % (tokens.length + 1);
    return tokens.toSpliced(index, 0, tokens[index] ?? '', ' ');
  }),
  'swap tokens': inLine((tokens, { to }) => {
    const index = to % (tokens.length + 1);
    return tokens.toSpliced(index, 3, ...tokens.slice(index, index + 3).reverse());
  }),
  'insert a token': inLine((tokens, { to, piece }) => tokens.toSpliced(to % (tokens.length + 1), 0, ` ${piece} `)),
  'cut the end of a line': inLine((tokens, { to }) => [tokens.join('').slice(0, to % (tokens.join('').length + 1))]),
  'delete a character': inLine((tokens, { to }) => {
    const text = tokens.join('');
    const place = to % (text.length + 1);
    return [text.slice(0, place) + text.slice(place + 1)];
  }),
  'insert a line': (lines, { at, piece }) => lines.toSpliced(at % (lines.length + 1), 0, { text: `  ${piece}` }),
  'delete a line': (lines, { at }) => lines.toSpliced(at % lines.length, 1),
  'repeat a line': (lines, { at }) => {
    const row = at % lines.length;
    return lines.toSpliced(row, 0, ...touched(lines.slice(row, row + 1)));
  },
  'move a line': (lines, { at, to }) => {
    const row = at % lines.length;
    return lines.toSpliced(row, 1).toSpliced(to % lines.length, 0, ...touched(lines.slice(row, row + 1)));
  },
  'delete characters': inText((text, from, to) => text.slice(0, from) + text.slice(to)),
  'insert characters': inText((text, from, _, piece) => text.slice(0, from) + piece + text.slice(from)),
  'repeat characters': inText((text, from, to) => text.slice(0, to) + text.slice(from)),
  'delete a block': (lines, { at }) => {
    const [from, to] = blockAt(lines, at % lines.length);
    return lines.toSpliced(from, to - from);
  },
  'repeat a block': (lines, { at }) => {
    const [from, to] = blockAt(lines, at % lines.length);
    return lines.toSpliced(to, 0, ...touched(lines.slice(from, to)));
  },
  'move a block': (lines, { at, to: target }) => {
    const [from, to] = blockAt(lines, at % lines.length);
    const rest = lines.toSpliced(from, to - from);
    return rest.toSpliced(target % (rest.length + 1), 0, ...touched(lines.slice(from, to)));
  },
};

/** What an editing person does. */
export const editKinds = Object.keys(EDITS);
