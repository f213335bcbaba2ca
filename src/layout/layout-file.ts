import type { Bounds, Point } from '../base/geometry.ts';
import type { Outcome, Problem } from '../base/problem.ts';
import { range } from '../base/range.ts';

/** What the layout file says of one element's drawing, in diagram coordinates (px). */
export interface LayoutPin {
  readonly bounds?: Bounds;
  readonly path?: readonly Point[];
  readonly label?: Bounds;
}

/** A `.procedo.layout` file, read. Keys are ids, `owner/role`, or `source->target` (`#2` for the second flow between the two). */
export interface LayoutFile {
  readonly notation: 'bpmn' | 'cmmn';
  /** False if the XML it came from had no drawing. */
  readonly drawing: boolean;
  /** Ids of elements that the text does not name, by key. */
  readonly ids: ReadonlyMap<string, string>;
  readonly pins: ReadonlyMap<string, LayoutPin>;
  /** Keys of the elements whose XML had an empty name: no label to a reader, but not the same file without it. */
  readonly emptyNames: ReadonlySet<string>;
  /** What the XML's head said and the text does not (the line `definitions`). */
  readonly head: LayoutHead;
}

/** Attributes of the definitions element. */
export interface LayoutHead {
  readonly id?: string;
  readonly name?: string;
  readonly targetNamespace?: string;
}

const HEADER = /^layout\s+1\s+(bpmn|cmmn)(\s+nodrawing)?\s*(#.*)?$/;
/** A text between double quotes; one inside it is written `&quot;`, an ampersand `&amp;`. */
const TEXT = /^"([^"]*)"$/;
const NUMBER = '-?\\d+(?:\\.\\d+)?';
const POINT = new RegExp(`^(${NUMBER}),(${NUMBER})$`);
const SIZE = new RegExp(`^(${NUMBER})x(${NUMBER})$`);

/**
 * Reads a layout file (format: docs/layout.md, "The layout file"). Never throws: a line that cannot be read is left out and reported as an
 * error at its line, the others count. An empty text is an empty file for BPMN.
 */
export function parseLayoutFile(text: string): Outcome<LayoutFile> {
  const problems: Problem[] = [];
  const ids = new Map<string, string>();
  const pins = new Map<string, LayoutPin>();
  const emptyNames = new Set<string>();
  let head: LayoutHead = {};
  const lines = text.replace(/^\uFEFF/, '').split(/\r\n|\n|\r/);
  const first = lines.findIndex((line) => line.trim() !== '' && !line.trimStart().startsWith('#'));
  const header = first < 0 ? undefined : HEADER.exec((lines[first] ?? '').trim());
  if (first >= 0 && !header) {
    problems.push(
      lineProblem(
        first,
        lines[first] ?? '',
        'bad-layout-header',
        'Begin the layout file with "layout 1 bpmn" or "layout 1 cmmn".',
      ),
    );
  }
  for (let number = header ? first + 1 : Math.max(first, 0); number < lines.length; number++) {
    const line = lines[number] ?? '';
    const words = wordsOf(line);
    const [key, ...rest] = words;
    if (key === undefined) continue;
    const entry = readEntry(rest);
    if (typeof entry === 'string') {
      problems.push(lineProblem(number, line, 'bad-layout-line', entry));
      continue;
    }
    if (ids.has(key) || pins.has(key) || emptyNames.has(key)) {
      problems.push(
        lineProblem(
          number,
          line,
          'duplicate-layout-key',
          `"${key}" stands here a second time: keep one of the two lines.`,
        ),
      );
      continue;
    }
    if (key === HEAD) {
      head = entry.head;
      continue;
    }
    if (entry.id !== undefined) ids.set(key, entry.id);
    if (entry.head.name === '') emptyNames.add(key);
    if (entry.pin) pins.set(key, entry.pin);
  }
  const notation = header?.[1] === 'cmmn' ? 'cmmn' : 'bpmn';
  return { value: { notation, drawing: header?.[2] === undefined, ids, pins, emptyNames, head }, problems };
}

/** Words of a line; a comment begins with `#` at a word's start (a `#2` inside a key stays). Quoted ids ('sid 1') and "texts" keep their blanks. */
function wordsOf(line: string): string[] {
  const words = line.match(/(?:'[^']*'|"[^"]*"|[^\s'"])+/g) ?? [];
  const comment = words.findIndex((word) => word.startsWith('#'));
  return comment < 0 ? words : words.slice(0, comment);
}

/** The key of the line that keeps the head; as an element's id it would be quoted in the text, being a keyword. */
const HEAD = 'definitions';

interface Entry {
  id?: string;
  head: LayoutHead;
  pin?: LayoutPin;
}

/** Reads what follows the key; a string is the sentence that says what is wrong. */
function readEntry(words: string[]): Entry | string {
  const entry: { id?: string; bounds?: Bounds; path?: Point[]; label?: Bounds } = {};
  const head: { id?: string; name?: string; targetNamespace?: string } = {};
  for (let i = 0; i < words.length; ) {
    const word = words[i] ?? '';
    if (word === 'id') {
      const id = words[i + 1];
      if (id === undefined) return 'Say which id after "id".';
      entry.id = head.id = id.replace(/^'(.*)'$/, '$1');
      i += 2;
    } else if (word === 'name' || word === 'targetNamespace') {
      const value = TEXT.exec(words[i + 1] ?? '')?.[1];
      if (value === undefined) return `Write the text in double quotes after "${word}".`;
      head[word] = value.replaceAll('&quot;', '"').replaceAll('&amp;', '&');
      i += 2;
    } else if (word === 'path') {
      const points: Point[] = [];
      for (i++; i < words.length && pointOf(words[i]); i++) points.push(pointOf(words[i]) ?? { x: 0, y: 0 });
      if (points.length < 2) return 'A path needs two points at least, each as "x,y".';
      entry.path = points;
    } else if (word === 'label' || pointOf(word)) {
      const at = word === 'label' ? i + 1 : i;
      const bounds = boundsOf(words[at], words[at + 1]);
      if (!bounds) return 'Write bounds as "x,y WIDTHxHEIGHT", for example "160,80 100x80".';
      entry[word === 'label' ? 'label' : 'bounds'] = bounds;
      i = at + 2;
    } else {
      return `"${word}" is not known here: use "x,y WIDTHxHEIGHT", "label", "path" or "id".`;
    }
  }
  const { id, ...pin } = entry;
  if (Object.keys(head).length === 0 && Object.keys(pin).length === 0)
    return 'Say where the element stands ("x,y WIDTHxHEIGHT", "path") or its id ("id NAME").';
  return { head, ...(id !== undefined && { id }), ...(Object.keys(pin).length > 0 && { pin }) };
}

function pointOf(word: string | undefined): Point | undefined {
  const match = POINT.exec(word ?? '');
  return match ? { x: Number(match[1]), y: Number(match[2]) } : undefined;
}

function boundsOf(corner: string | undefined, size: string | undefined): Bounds | undefined {
  const point = pointOf(corner);
  const match = SIZE.exec(size ?? '');
  return point && match ? { ...point, width: Number(match[1]), height: Number(match[2]) } : undefined;
}

function lineProblem(line: number, text: string, code: string, message: string): Problem {
  return { severity: 'error', code, message, range: range(line, 0, line, text.length) };
}

/** Prints a layout file: a line an element, sorted by key, so that a change is a small diff. parse ∘ print is the identity. */
export function printLayoutFile(file: LayoutFile): string {
  const keys = [...new Set([...file.ids.keys(), ...file.pins.keys(), ...file.emptyNames])].sort();
  const lines = keys.map((key) => {
    const name = file.emptyNames.has(key) ? textWords('name', '') : [];
    return [key, ...idWords(file.ids.get(key)), ...name, ...pinWords(file.pins.get(key))].join(' ');
  });
  const { id, name, targetNamespace } = file.head;
  const head = [...idWords(id), ...textWords('name', name), ...textWords('targetNamespace', targetNamespace)];
  if (head.length > 0) lines.unshift([HEAD, ...head].join(' '));
  return `${[`layout 1 ${file.notation}${file.drawing ? '' : ' nodrawing'}`, ...lines].join('\n')}\n`;
}

function textWords(word: string, value: string | undefined): string[] {
  return value === undefined ? [] : [word, `"${value.replaceAll('&', '&amp;').replaceAll('"', '&quot;')}"`];
}

function idWords(id: string | undefined): string[] {
  return id === undefined ? [] : ['id', id];
}

function pinWords(pin: LayoutPin | undefined): string[] {
  const words: string[] = [];
  if (pin?.bounds) words.push(boundsText(pin.bounds));
  if (pin?.label) words.push('label', boundsText(pin.label));
  if (pin?.path) words.push('path', ...pin.path.map((point) => `${point.x},${point.y}`));
  return words;
}

function boundsText({ x, y, width, height }: Bounds): string {
  return `${x},${y} ${width}x${height}`;
}
