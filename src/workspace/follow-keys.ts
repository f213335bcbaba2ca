/** Lines of a layout file follow their elements when ids made from labels change with these. */
import { type LayoutEdit, renameLayoutKeys } from '../layout/index.ts';
import { allElements, type ModelElement } from '../model/index.ts';
import type { KeyedModel } from './kept-beside.ts';

/**
 * What changes in a layout file when a text was edited: an element that is the same thing before and after (by kind and neighbours, as `procedo diff`
 * matches) keeps its line under its new key. What has no partner keeps its line as it is, which is told as stale.
 * @param before the models for which the layout file was written
 * @param after the models of the text now
 */
export async function followKeys(
  before: readonly KeyedModel[],
  after: readonly KeyedModel[],
  text: string,
): Promise<LayoutEdit[]> {
  const { matchElements } = await import('../diff/index.ts');
  const renamed = new Map<string, string>();
  for (const old of before) {
    const now = after.find(({ definitions }) => definitions.$type === old.definitions.$type);
    if (!now || hasSameKeys(old, now)) continue;
    const { afterOf } = matchElements(old.definitions, now.definitions);
    const keys = keysOf(now);
    for (const [element, key] of keysOf(old)) {
      const partner = afterOf.get(element);
      const its = partner && keys.get(partner);
      if (its !== undefined && its !== key && isPlain(its) && isPlain(key)) renamed.set(key, its);
    }
  }
  return renamed.size === 0 ? [] : renameLayoutKeys(text, renamed);
}

function hasSameKeys({ idOfKey }: KeyedModel, other: KeyedModel): boolean {
  return idOfKey.size === other.idOfKey.size && [...idOfKey.keys()].every((key) => other.idOfKey.has(key));
}

/** Only ids change by themselves: the keys of parts and flows are made of them. */
function isPlain(key: string): boolean {
  return !/->|~>|\/|#/.test(key);
}

function keysOf({ idOfKey, definitions }: KeyedModel): ReadonlyMap<ModelElement, string> {
  const byId = new Map([...idOfKey].map(([key, id]) => [id, key]));
  const known = new Map<ModelElement, string>();
  for (const element of allElements(definitions)) {
    const id: unknown = element.get('id');
    const key = typeof id === 'string' ? byId.get(id) : undefined;
    if (key !== undefined) known.set(element, key);
  }
  return known;
}
