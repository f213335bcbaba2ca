/** A fix as edits of a plain `.bpmn` or `.cmmn` file. */
import type { TextEdit } from '../base/text-edit.ts';
import { applyChanges, type ModelChange } from '../lint/index.ts';
import {
  allElements,
  type CmmnDefinitions,
  type Definitions,
  is,
  isElement,
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
  const flows = flowsByEnds(definitions);
  const spent = new Set<ModelElement>();
  const toDraw = { undrawn: new Set<ModelElement>(), isAll: false };
  for (const changes of lists) {
    const elements = elementsIn(changes);
    const around = [...elements, ...elements.flatMap((element) => flows.get(element) ?? [])];
    const there = new Map(elements.map((element) => [element, places.get(placeOf(element))]));
    if (around.some((element) => spent.has(element)) || [...there.values()].includes(undefined)) continue;
    for (const element of around) spent.add(element);
    const { undrawn, isAll } = applyChanges(copy, withCopies(changes, there));
    for (const element of undrawn) toDraw.undrawn.add(element);
    toDraw.isAll ||= isAll;
    done.add(changes);
  }
  redraw(copy, toDraw);
  return { edits: modelEdits(copy), done };
}

/** The flows at each node: what changes a node changes them. */
function flowsByEnds(root: ModelElement): ReadonlyMap<ModelElement, readonly ModelElement[]> {
  const flows = new Map<ModelElement, ModelElement[]>();
  for (const flow of allElements(root)) {
    if (!is(flow, 'bpmn:SequenceFlow')) continue;
    for (const end of [flow.sourceRef, flow.targetRef]) if (end) flows.set(end, [...(flows.get(end) ?? []), flow]);
  }
  return flows;
}

/** Elements know where they were read; new ones stand nowhere. */
function placeOf(element: ModelElement): string {
  const place = sourceOf(element);
  return place ? `${place.start.line}:${place.start.character}` : '';
}

/** The elements that plain values speak of. */
function elementsIn(value: unknown): ModelElement[] {
  if (isElement(value)) return [value];
  if (Array.isArray(value)) return value.flatMap(elementsIn);
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(elementsIn) : [];
}

function withCopies<T>(value: T, there: ReadonlyMap<ModelElement, unknown>): T {
  const copied = (one: unknown): unknown => {
    if (isElement(one)) return there.get(one);
    if (Array.isArray(one)) return one.map(copied);
    if (typeof one !== 'object' || one === null) return one;
    return Object.fromEntries(Object.entries(one).map(([key, inner]) => [key, copied(inner)]));
  };
  return copied(value) as T;
}
