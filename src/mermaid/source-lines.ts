/** A text as the lines that say something: without front matter, the fence of Markdown, directives, comments and blank lines. */
import { range } from '../base/range.ts';
import type { SourceComment } from '../base/source-comment.ts';

/** A line that says something. */
export interface SourceLine {
  /** From 0. */
  readonly number: number;
  /** Without blanks at its ends. */
  readonly text: string;
  /** Blanks and tabs before it, each counted as one, as Mermaid does. */
  readonly indent: number;
  /** Whether both stand before it: what is one deep for the eye is another for Mermaid. */
  readonly isMixed: boolean;
}

export interface SourceLines {
  readonly lines: readonly SourceLine[];
  readonly comments: readonly SourceComment[];
  /** What the front matter says in `title:`. */
  readonly title?: string;
  /** Line of front matter or a directive that says how to draw. */
  readonly settings?: number;
}

/** Whether a text begins as Mermaid's: with front matter, a comment, a directive or the header. */
export function looksLikeMermaid(text: string): boolean {
  return /^\s*(?:---[ \t]*\r?\n|%%|bpmn-beta(?![\w-])|```+[ \t]*mermaid\b)/i.test(text);
}

/** Splits a text into the lines that say something. */
export function sourceLines(text: string): SourceLines {
  return new Splitter(text.replace(/^\uFEFF/, '').split(/\r\n|\r|\n/)).split();
}

class Splitter {
  readonly #all: readonly string[];
  readonly #lines: SourceLine[] = [];
  readonly #comments: SourceComment[] = [];
  /** The last line in which a directive can end; each line is looked at once. */
  readonly #lastClosing: number;
  #at = 0;
  #title: string | undefined;
  #settings: number | undefined;

  constructor(all: readonly string[]) {
    this.#all = all;
    this.#lastClosing = all.findLastIndex((line) => line.includes('}%%'));
  }

  split(): SourceLines {
    this.#skipBlank();
    const isFenced = this.#isFence();
    if (isFenced) this.#at++;
    this.#skipBlank();
    this.#frontMatter();
    for (; this.#at < this.#all.length; this.#at++) {
      if (isFenced && this.#isFence()) break;
      this.#line(this.#all[this.#at] ?? '');
    }
    return {
      lines: this.#lines,
      comments: this.#comments,
      ...(this.#title !== undefined && { title: this.#title }),
      ...(this.#settings !== undefined && { settings: this.#settings }),
    };
  }

  #skipBlank(): void {
    while (this.#at < this.#all.length && this.#all[this.#at]?.trim() === '') this.#at++;
  }

  #isFence(): boolean {
    return this.#all[this.#at]?.trimStart().startsWith('```') ?? false;
  }

  /** `---`, lines of YAML, `---`. Of these the title is of the diagram; the rest says how it is drawn. */
  #frontMatter(): void {
    if (this.#all[this.#at]?.trimEnd() !== '---') return;
    const end = this.#all.findIndex((line, index) => index > this.#at && line.trimEnd() === '---');
    if (end < 0) return;
    for (let at = this.#at + 1; at < end; at++) {
      const [, key, value = ''] = /^(\w[\w-]*)[ \t]*:(.*)$/.exec(this.#all[at] ?? '') ?? [];
      if (key === 'title') this.#title = unquoted(value.trim());
      else if (key !== undefined) this.#settings ??= at;
    }
    this.#at = end + 1;
  }

  #line(line: string): void {
    const said = line.trim();
    if (said.startsWith('%%{')) this.#directive();
    else if (said.startsWith('%%')) this.#comment(line, line.indexOf('%%'));
    else if (said !== '') this.#statement(line);
  }

  /** `%%{init: … }%%`, over as many lines as it takes; one that does not end is a comment of one line. */
  #directive(): void {
    this.#settings ??= this.#at;
    if (this.#at > this.#lastClosing) return;
    while (!this.#all[this.#at]?.includes('}%%')) this.#at++;
  }

  #statement(line: string): void {
    const comment = commentIn(line);
    if (comment >= 0) this.#comment(line, comment);
    const text = (comment >= 0 ? line.slice(0, comment) : line).trim();
    if (text === '') return;
    const before = line.slice(0, line.length - line.trimStart().length);
    const isMixed = before.includes(' ') && before.includes('\t');
    this.#lines.push({ number: this.#at, text, indent: before.length, isMixed });
  }

  #comment(line: string, from: number): void {
    const text = line.slice(from).replace(/^%+/, '').trim();
    this.#comments.push({ text, range: range(this.#at, from, this.#at, line.length) });
  }
}

/** Where a comment begins that stands behind something; not within quotes. Negative: there is none. */
function commentIn(line: string): number {
  let isQuoted = false;
  for (let at = 0; at < line.length; at++) {
    if (line[at] === '"') isQuoted = !isQuoted;
    else if (!isQuoted && line.startsWith('%%', at)) return at;
  }
  return -1;
}

function unquoted(value: string): string {
  const [, , inner] = /^(["'])(.*)\1$/.exec(value) ?? [];
  return inner ?? value;
}
