/** A fix as edits of a plain `.bpmn` or `.cmmn` file. */
import type { TextEdit } from '../base/text-edit.ts';
import { applyChanges, Claims, elementsIn, type ModelChange } from '../lint/index.ts';
import {
  allElements,
  type CmmnDefinitions,
  type Definitions,
  type ModelElement,
  modelEdits,
  readModel,
  sourceOf,
} from '../model/index.ts';
import { redraw } from './redraw.ts';

/** The edits of a file, and which of the lists of changes they make. */
export interface XmlEdits {
  readonly edits: readonly TextEdit[];
  readonly done: ReadonlySet<readonly ModelChange[]>;
}

/**
 * The edits that make a file say what lists of changes say of its model; what they add or lead elsewhere is drawn, where the file
 * has a drawing. The model itself stays as it is. A list is left out if an earlier one has changed what it speaks of, or if it
 * speaks of elements that were not read from that text.
 */
export function xmlEdits(
  text: string,
  definitions: Definitions | CmmnDefinitions,
  lists: readonly (readonly ModelChange[])[],
): XmlEdits {
  const done = new Set<readonly ModelChange[]>();
  const copy = readModel(text).definitions;
  if (!copy) return { edits: [], done };
  const places = new Map([...allElements(copy)].map((element) => [placeOf(element), element]));
  const claims = new Claims(definitions);
  const toDraw = { undrawn: new Set<ModelElement>(), isAll: false };
  for (const changes of lists) {
    const there = new Map(elementsIn(changes).map((element) => [element, places.get(placeOf(element))]));
    if ([...there.values()].includes(undefined) || !claims.claim(changes)) continue;
    const { undrawn, isAll } = applyChanges(copy, withCopies(changes, there));
    for (const element of undrawn) toDraw.undrawn.add(element);
    toDraw.isAll ||= isAll;
    done.add(changes);
  }
  redraw(copy, toDraw);
  return { edits: modelEdits(copy), done };
}

/** Elements know where they were read; new ones stand nowhere. */
function placeOf(element: ModelElement): string {
  const place = sourceOf(element);
  return place ? `${place.start.line}:${place.start.character}` : '';
}

/** The changes with other elements. What stands in several places is one value there too. */
function withCopies<T>(value: T, there: ReadonlyMap<ModelElement, unknown>): T {
  const copies = new Map<unknown, unknown>(there);
  const copied = (one: unknown): unknown => {
    if (typeof one !== 'object' || one === null) return one;
    const known = copies.get(one);
    if (known !== undefined) return known;
    const copy = Array.isArray(one)
      ? one.map(copied)
      : Object.fromEntries(Object.entries(one).map(([key, inner]) => [key, copied(inner)]));
    copies.set(one, copy);
    return copy;
  };
  return copied(value) as T;
}
