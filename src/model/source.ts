/** What an element that was read remembers of its file, so that writing gives back what was found. */
import type { Position, Range } from '../base/range.ts';
import type { Package, PropertyDescriptor } from '../schema/index.ts';
import type { ForeignElement, ModelElement } from './model-element.ts';

/** The text of a file, shared by all elements read from it. */
export class SourceText {
  readonly text: string;
  /** Comments, instructions and document type before the root element, and what follows it. */
  prolog = '';
  epilog = '';
  /** All comments, in the order of the file: what each says, and where it stands. */
  readonly comments: { readonly text: string; readonly start: number; readonly end: number }[] = [];
  /** `1.1` allows control characters that `1.0` does not, so it is kept. */
  xmlVersion = '1.0';
  /** What elements without a namespace were taken for, in a file that forgot to bind it. */
  assumed: Package | undefined;
  #lineStarts: readonly number[] | undefined;

  constructor(text: string) {
    this.text = text;
  }

  /** Line and character of an offset; lines end as in the text of an editor: LF, CR, CR LF. */
  positionAt(offset: number): Position {
    this.#lineStarts ??= lineStartsOf(this.text);
    let low = 0;
    let high = this.#lineStarts.length - 1;
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if ((this.#lineStarts[middle] ?? 0) <= offset) low = middle;
      else high = middle - 1;
    }
    return { line: low, character: offset - (this.#lineStarts[low] ?? 0) };
  }

  rangeOf(start: number, end: number): Range {
    return { start: this.positionAt(start), end: this.positionAt(end) };
  }
}

function lineStartsOf(text: string): number[] {
  const starts = [0];
  if (text.includes('\r')) {
    for (const { index, 0: lineEnd } of text.matchAll(/\r\n?|\n/g)) starts.push(index + lineEnd.length);
  } else {
    // The same for most files, in a tenth of the time.
    for (let end = text.indexOf('\n'); end >= 0; end = text.indexOf('\n', end + 1)) starts.push(end + 1);
  }
  return starts;
}

/** One thing inside an element, at its place among the others. */
export class Part {
  /** The property it belongs to; undefined: unknown or misplaced, a comment, an instruction, text where none may be. */
  readonly property: PropertyDescriptor | undefined;
  /** Where it stands in the source, to be written as it was as long as the model still says the same. */
  readonly start: number;
  readonly end: number;
  /** The contained element, if it is one. */
  element: ModelElement | ForeignElement | undefined;
  /** What a simple value or a reference says. Where nothing of the source is meant (`end` 0): XML to write. */
  readonly text: string;
  /** XML to write in place of what stands in the source. */
  changed: string | undefined = undefined;

  constructor(property: PropertyDescriptor | undefined, start: number, end: number, text = '') {
    this.property = property;
    this.start = start;
    this.end = end;
    this.text = text;
  }
}

/** Names and values by turns: as objects they would take half the time of reading. */
export type AttributeList = readonly string[];

/**
 * The attributes of a tag in a list of their length: V8 gives one that grows room for 17, which would be much of a model's memory.
 * @param gathered where they are put together; what it holds is lost
 */
export function attributeList(attributes: Readonly<Record<string, string>>, gathered: string[]): AttributeList {
  let length = 0;
  for (const name in attributes) {
    gathered[length++] = name;
    gathered[length++] = attributes[name] ?? '';
  }
  return gathered.slice(0, length);
}

/** Shared by all elements that contain nothing: most of them. */
const NO_PARTS: Part[] = [];

export class Source {
  readonly document: SourceText;
  /** Of the element around it in the file. */
  readonly parent: Source | undefined;
  /** Qualified name as written. */
  readonly tag: string;
  /** Start tag, from `<` to behind `>`. */
  readonly start: number;
  readonly end: number;
  /** In the order of the file. */
  readonly attributes: AttributeList;
  parts: Part[] = NO_PARTS;
  /** For an element that is text: what it says. */
  body: string | undefined = undefined;
  /** Whether the standard does not allow the value of one of the attributes. */
  hasRefused = false;
  /** Where the element ends: behind its end tag, or behind the start tag that is both. */
  close = 0;
  /** The qualified name of what it has become: an element of another type. */
  renamed: string | undefined = undefined;

  constructor(
    document: SourceText,
    parent: Source | undefined,
    tag: string,
    start: number,
    end: number,
    attributes: AttributeList,
  ) {
    this.document = document;
    this.parent = parent;
    this.tag = tag;
    this.start = start;
    this.end = end;
    this.attributes = attributes;
  }

  /** Qualified name as it is to be written. */
  get name(): string {
    return this.renamed ?? this.tag;
  }

  add(part: Part): void {
    if (this.parts === NO_PARTS) this.parts = [part];
    else this.parts.push(part);
  }

  /** The namespace that a prefix is bound to here. */
  namespaceOf(prefix: string): string | undefined {
    const name = prefix === '' ? 'xmlns' : `xmlns:${prefix}`;
    for (let source: Source | undefined = this; source; source = source.parent) {
      const { attributes } = source;
      for (let n = 0; n < attributes.length; n += 2) if (attributes[n] === name) return attributes[n + 1];
    }
    return undefined;
  }
}

/** Qualified names and values of the attributes that an element was read with. */
export function attributePairs(source: Source | undefined): [name: string, value: string][] {
  const pairs: [string, string][] = [];
  eachAttribute(source, (name, value) => pairs.push([name, value]));
  return pairs;
}

/** The same without a list of pairs, for what asks every element of a file. */
export function eachAttribute(source: Source | undefined, use: (name: string, value: string) => void): void {
  if (!source) return;
  const { attributes } = source;
  for (let n = 0; n < attributes.length; n += 2) use(attributes[n] ?? '', attributes[n + 1] ?? '');
}
