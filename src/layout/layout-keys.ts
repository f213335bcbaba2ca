import { type Range, range } from '../base/range.ts';
import { frameKey } from './layout-file.ts';

/** A stretch of a layout file and what stands there instead. */
export interface LayoutEdit {
  readonly range: Range;
  readonly text: string;
}

/** A line of a layout file that says something of an element. */
interface Entry {
  readonly line: number;
  readonly text: string;
  readonly key: string;
}

const KEY = /^\s*((?:'[^']*'|"[^"]*"|[^\s'"])+)/;
/** What joins the ids of a key: `check->complete#2`, `bank~>customer`, `remind/timer`. */
const JOINTS = /(->|~>|\/|#\d+$)/;

/**
 * Follows ids that change in the text (docs/layout.md, "The layout file"): in the keys of all lines, which stay sorted. Lines that
 * cannot be read stay as they are.
 * @param ids new ids by old ones
 * @param written the old id of an element that has its id in the text from now on: what its line keeps as `id` is void then
 */
export function renameLayoutKeys(text: string, ids: ReadonlyMap<string, string>, written?: string): LayoutEdit[] {
  const lines = text.split('\n').map((line) => line.replace(/\r$/, ''));
  const entries = lines.flatMap(entryOf);
  // Who has had one of the new ids without getting another is gone.
  const taken = new Set([...ids.values()].filter((id) => !ids.has(id)));
  const standing = new Set(
    entries.filter(({ key }) => !key.split(JOINTS).some((part) => taken.has(withoutQuotes(part)))),
  );
  const renamed = entries.flatMap((entry) => (standing.has(entry) ? renamedEntry(entry, ids, written) : []));
  // Lines that a hand has put in another order keep it.
  if (isSorted(entries)) renamed.sort((a, b) => (a.key < b.key ? -1 : a.key > b.key ? 1 : 0));
  return entries.flatMap((entry, index) => {
    const text = renamed[index]?.text;
    if (text === entry.text) return [];
    return [text === undefined ? removal(entry.line, lines) : { range: wholeLine(entry.line, lines), text }];
  });
}

/** The key of a line without its quotes; undefined where a line is about no element. */
export function keyOfLine(text: string): string | undefined {
  const [entry] = entryOf(text, 0);
  return entry === undefined || entry.key.startsWith(frameKey) ? undefined : plainKey(entry.key);
}

/** A key whose parts may stand in quotes. */
function plainKey(key: string): string {
  return key.replace(/'([^']*)'/g, '$1');
}

/** The head of the file, comments and blank lines name no element. */
function entryOf(text: string, line: number): Entry[] {
  const key = KEY.exec(text)?.[1];
  const isHead = key === 'definitions' || /^\s*layout\s+\d/.test(text);
  return key === undefined || key.startsWith('#') || isHead ? [] : [{ line, text, key }];
}

/** The line after the change; none where nothing is left for it to say. */
function renamedEntry(
  { line, text, key }: Entry,
  ids: ReadonlyMap<string, string>,
  written: string | undefined,
): Entry[] {
  const rest = text.slice(text.indexOf(key) + key.length);
  const kept = withoutQuotes(key) === written ? rest.replace(/\s+id\s+\S+/, '') : rest;
  if (kept.trim() === '') return [];
  const parts = key.split(JOINTS).map((part) => renamedPart(part, ids));
  return [{ line, key: parts.join(''), text: `${parts.join('')}${kept}` }];
}

function renamedPart(part: string, ids: ReadonlyMap<string, string>): string {
  const id = withoutQuotes(part);
  const renamed = ids.get(id);
  return renamed === undefined ? part : part.replace(id, () => renamed);
}

function withoutQuotes(key: string): string {
  return key.replace(/^'(.*)'$/, '$1');
}

function isSorted(entries: readonly Entry[]): boolean {
  return entries.every(({ key }, index) => index === 0 || (entries[index - 1]?.key ?? '') <= key);
}

function wholeLine(line: number, lines: readonly string[]): Range {
  return range(line, 0, line, lines[line]?.length ?? 0);
}

/** A line about something that is not in the text any more. */
export interface StaleLine {
  readonly key: string;
  /** The line without its break. */
  readonly range: Range;
  /** What takes it away. */
  readonly removal: LayoutEdit;
}

/**
 * The lines of a layout file that are about elements which are gone: rules tell them, editors mend them, `procedo fmt` cleans them away.
 * @param text of the layout file
 * @param isKnown whether the text of the model has an element of this key
 */
export function staleLines(text: string, isKnown: (key: string) => boolean): StaleLine[] {
  const lines = text.split('\n').map((line) => line.replace(/\r$/, ''));
  return lines.flatMap(entryOf).flatMap(({ line, text: words }) => {
    const plain = keyOfLine(words);
    if (plain === undefined || isKnown(plain)) return [];
    return [{ key: plain, range: wholeLine(line, lines), removal: removal(line, lines) }];
  });
}

/** The last line has no line break behind it: the one before it goes. */
function removal(line: number, lines: readonly string[]): LayoutEdit {
  const isLast = line === lines.length - 1;
  const before = line - 1;
  if (isLast && before >= 0)
    return { range: range(before, lines[before]?.length ?? 0, line, lines[line]?.length ?? 0), text: '' };
  return { range: isLast ? wholeLine(line, lines) : range(line, 0, line + 1, 0), text: '' };
}
