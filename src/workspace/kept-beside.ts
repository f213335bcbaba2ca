/** The layout file beside a text (`NAME.procedo.layout`): what it keeps, and what is wrong with it. */
import type { Problem } from '../base/problem.ts';
import type { Position } from '../base/range.ts';
import {
  connectorKeysOf,
  type LayoutEdit,
  type LayoutFile,
  noLayoutFile,
  type Pins,
  parseLayoutFile,
  pinsOf,
  renameLayoutKeys,
} from '../layout/index.ts';
import { type CmmnDefinitions, type Definitions, elementsById, is, type ModelElement } from '../model/index.ts';
import type { Files } from './files.ts';

export interface KeptBeside {
  /** The file as it stands; '' if there is none. */
  readonly text: string;
  readonly kept: LayoutFile;
  readonly problems: readonly Problem[];
}

/** The path of the layout file of a text. */
export function layoutPathOf(path: string): string {
  return `${path}.layout`;
}

/** Reads the layout file of a text; standard input has none. */
export async function keptBeside(path: string, files: Files): Promise<KeptBeside> {
  const layoutPath = layoutPathOf(path);
  const bytes = path === '-' ? undefined : await files.read(layoutPath);
  if (!bytes) return { text: '', kept: noLayoutFile, problems: await unreadProblems(path, layoutPath, files) };
  const text = new TextDecoder().decode(bytes);
  const { value, problems } = parseLayoutFile(text);
  // A finding's place is in the text, so that of the layout file goes into the sentence.
  const told = problems.map(({ range, ...problem }) => ({
    ...problem,
    severity: 'warning' as const,
    message: `${nameOf(layoutPath)}:${placeOf(range?.start)}: ${problem.message}`,
  }));
  return { text, kept: value, problems: told };
}

/** Without what is kept in a layout file the drawing and the ids would be others: whoever has one is told before anything is written. */
async function unreadProblems(path: string, layoutPath: string, files: Files): Promise<Problem[]> {
  const why = path === '-' ? undefined : await files.refusal?.(layoutPath);
  if (why === undefined) return [];
  const name = nameOf(layoutPath);
  const message = `${name} cannot be read, and without it the drawing and the ids are others. Put that right, or take it away. ${why}`;
  return [{ severity: 'error', code: 'unreadable-layout', message }];
}

/** Counted from 1, as in all messages. */
function placeOf({ line, character }: Position = { line: 0, character: 0 }): string {
  return `${line + 1}:${character + 1}`;
}

function nameOf(path: string): string {
  return path.slice(path.lastIndexOf('/') + 1);
}

/** A model made of a text, and the ids of its elements by their keys. */
export interface KeyedModel {
  readonly definitions: Definitions | CmmnDefinitions;
  readonly idOfKey: ReadonlyMap<string, string>;
  /** The keys of elements, also of those without an id. */
  readonly keys: ReadonlyMap<ModelElement, string>;
}

/** What a layout file pins of a compiled text. @param models all that were made of it, or one */
export function keptPins(kept: LayoutFile, models: readonly KeyedModel[]): Pins {
  if (kept.pins.size === 0 && kept.further.length === 0) return pinsOf(kept, () => undefined);
  const finders = models.map(idFinder);
  return pinsOf(kept, (key) => finders.map((find) => find(key)).find((id) => id !== undefined));
}

/** Keys in the layout file by ids in the model; a connector of a case goes by the keys of its ends. */
export function keysById({ idOfKey }: KeyedModel): (id: string) => string {
  const keys = new Map<string, string>();
  for (const [key, id] of idOfKey) if (!keys.has(id)) keys.set(id, key);
  return (id) => {
    const [, source, target, number = ''] = /^(.*)->(.*?)(#\d+)?$/.exec(id) ?? [];
    if (source === undefined || target === undefined || keys.has(id)) return keys.get(id) ?? id;
    return `${keys.get(source) ?? source}->${keys.get(target) ?? target}${number}`;
  };
}

/** Finds the id of the element with a key in one model. */
export function idFinder({ definitions, idOfKey }: KeyedModel): (key: string) => string | undefined {
  const elements = elementsById(definitions);
  const connectors = is(definitions, 'cmmn:Definitions') ? connectorKeysOf(definitions) : new Set<string>();
  const idOf = (key: string) => idOfKey.get(key) ?? key;
  return (key) => {
    if (elements.has(idOf(key))) return idOf(key);
    const [, source, target, number = ''] = /^(.*)->(.*?)(#\d+)?$/.exec(key) ?? [];
    // Criteria are numbered too: `done/enter#2`.
    const ofPart = source && target ? `${idOf(source)}->${idOf(target + number)}` : key;
    if (connectors.has(ofPart)) return ofPart;
    const connector = source && target ? `${idOf(source)}->${idOf(target)}${number}` : key;
    return connectors.has(connector) ? connector : undefined;
  };
}

/** Whether one of the models has an element of a key; they are gone through when that is asked for, and their ids where no key is the one. */
export function keyChecker(models: readonly KeyedModel[]): (key: string) => boolean {
  let known: Set<string> | undefined;
  let finders: ((key: string) => string | undefined)[] | undefined;
  return (key) => {
    known ??= keysOf(models);
    if (known.has(key)) return true;
    finders ??= models.map(idFinder);
    return finders.some((find) => find(key) !== undefined);
  };
}

function keysOf(models: readonly KeyedModel[]): Set<string> {
  const found = new Set<string>();
  for (const { keys } of models) for (const key of keys.values()) found.add(key);
  return found;
}

/**
 * What changes in the layout file of a text when ids of the text do; nothing where there is no such file.
 * @param ids new ids by old ones
 * @param written the old id of an element whose id was derived and is written from now on
 */
export async function renameBeside(
  path: string,
  files: Files,
  ids: ReadonlyMap<string, string>,
  written: string | undefined,
): Promise<LayoutEdit[]> {
  const bytes = await files.read(layoutPathOf(path));
  return bytes ? renameLayoutKeys(new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes), ids, written) : [];
}
