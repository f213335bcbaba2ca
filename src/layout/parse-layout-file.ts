import type { Outcome, Problem } from '../base/problem.ts';
import { range } from '../base/range.ts';
import {
  type FurtherDiagram,
  frameKey,
  headKey,
  type LayoutFile,
  type LayoutHead,
  type LayoutPin,
  type XmlFacts,
} from './layout-file.ts';
import { type Entry, EntryReader, startOfWord, textOf, unquoted, wordsOf } from './layout-line.ts';

/** A first line that is meant as a header, though a word of it is missing or wrong. */
const ALMOST_HEADER = /^layout(?:\s+(?:\d+|bpmn|cmmn|nodrawing))*\s*(?:#.*)?$/;
const HEADER = /^layout\s+1\s+(bpmn|cmmn)(\s+nodrawing)?\s*(#.*)?$/;

/**
 * Reads a layout file (format: docs/layout.md, "The layout file"). Never throws: a line that cannot be read is left out and reported as an
 * error at its line, the others count. An empty text is an empty file for BPMN.
 */
export function parseLayoutFile(text: string): Outcome<LayoutFile> {
  const lines = text.replace(/^\uFEFF/, '').split(/\r\n|\n|\r/);
  const first = lines.findIndex((line) => line.trim() !== '' && !line.trimStart().startsWith('#'));
  const header = first < 0 ? undefined : HEADER.exec((lines[first] ?? '').trim());
  const collector = new Collector();
  if (first >= 0 && !header)
    collector.report(
      first,
      lines[first] ?? '',
      'bad-layout-header',
      'Begin the layout file with "layout 1 bpmn" or "layout 1 cmmn".',
    );
  const begins = header || ALMOST_HEADER.test(lines[first]?.trim() ?? '') ? first + 1 : Math.max(first, 0);
  for (let number = begins; number < lines.length; number++) collector.add(number, lines[number] ?? '');
  const notation = header?.[1] === 'cmmn' ? 'cmmn' : 'bpmn';
  return {
    value: { notation, drawing: header?.[2] === undefined, ...collector.finish() },
    problems: collector.problems,
  };
}

/** Gathers the lines of a file. */
class Collector {
  readonly problems: Problem[] = [];
  readonly #entries = new Map<string, { readonly entry: Entry; readonly line: number; readonly text: string }>();
  #head: LayoutHead | undefined;
  #headFacts: XmlFacts | undefined;
  readonly #frames: string[] = [];
  /** The keys of the lines that speak of further diagrams: few do. */
  readonly #ofFurther: string[] = [];

  add(line: number, text: string): void {
    const words = wordsOf(text);
    const [word] = words;
    if (word === undefined) return;
    const key = unquoted(word);
    if (word.startsWith(frameKey)) {
      this.#addFrame(line, text, words);
      return;
    }
    const entry = new EntryReader(words).read();
    if ('message' in entry) {
      this.report(line, text, 'bad-layout-line', entry.message, startOfWord(text, entry.word));
    } else if (word === headKey ? this.#head : this.#entries.has(key)) {
      const message = `"${key}" stands here a second time: keep one of the two lines.`;
      this.report(line, text, 'duplicate-layout-key', message);
    } else if (word === headKey) {
      this.#head = entry.head;
      this.#headFacts = entry.facts;
    } else {
      this.#entries.set(key, { entry, line, text });
      if (entry.shows.length > 0 || entry.places.size > 0) this.#ofFurther.push(key);
    }
  }

  #addFrame(line: number, text: string, [, word, value]: readonly string[]): void {
    const frame = word === 'frame' ? textOf(value) : undefined;
    if (frame === undefined)
      this.report(line, text, 'bad-layout-line', 'Write the XML of the diagram in double quotes after "frame".');
    else this.#frames.push(frame);
  }

  /** @param from where in the line it is wrong */
  report(line: number, text: string, code: string, message: string, from = 0): void {
    this.problems.push({ severity: 'error', code, message, range: range(line, from, line, text.length) });
  }

  finish(): Omit<LayoutFile, 'notation' | 'drawing'> {
    const ids = new Map<string, string>();
    const pins = new Map<string, LayoutPin>();
    const emptyNames = new Set<string>();
    const arrivals = new Map<string, number>();
    const facts = new Map<string, XmlFacts>();
    if (this.#headFacts) facts.set('', this.#headFacts);
    for (const [key, { entry }] of this.#entries) {
      const { id, head, pin, arrival, facts: own } = entry;
      if (id !== undefined) ids.set(key, id);
      if (head.name === '') emptyNames.add(key);
      if (pin) pins.set(key, pin);
      if (arrival !== undefined) arrivals.set(key, arrival);
      if (own) facts.set(key, own);
    }
    return {
      ids,
      pins,
      further: this.#further(),
      frames: this.#frames,
      emptyNames,
      arrivals,
      facts,
      head: this.#head ?? {},
    };
  }

  /** Further diagrams by the keys of what they show. */
  #further(): FurtherDiagram[] {
    const places = new Map<string, Map<string, LayoutPin>>();
    const further = this.#ofFurther.toSorted().flatMap((of) =>
      (this.#entries.get(of)?.entry.shows ?? []).map((diagram) => {
        const pins = new Map<string, LayoutPin>();
        places.set(diagram.id, pins);
        return { ...diagram, of, pins };
      }),
    );
    for (const key of this.#ofFurther) {
      const { entry, line = 0, text = '' } = this.#entries.get(key) ?? {};
      for (const [id, pin] of entry?.places ?? []) {
        const message = `No line says which element the diagram "${id}" shows: write "diagram ${id}" behind that element's key.`;
        if (places.has(id)) places.get(id)?.set(key, pin);
        else this.report(line, text, 'unknown-layout-diagram', message);
      }
    }
    return further;
  }
}
