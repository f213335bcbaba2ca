/** Lines of a layout file follow their elements where nobody saw the text change: by what the file itself remembers of them. */
import type { Problem } from '../base/problem.ts';
import { withEdits } from '../base/text-edit.ts';
import { idFromLabel } from '../language/index.ts';
import { type LayoutEdit, type LayoutFile, parseLayoutFile, renameLayoutKeys } from '../layout/index.ts';
import { type KeptBeside, type KeyedModel, keyChecker } from './kept-beside.ts';
import { modelOfOutline, type Outline, outlineOf, rememberedOutline } from './outlines.ts';

/** A layout file whose lines stand under the keys that their elements have now. */
export interface FollowedLayout {
  readonly text: string;
  readonly kept: LayoutFile;
  /** What makes it of the file. */
  readonly edits: readonly LayoutEdit[];
  /** Keys now by keys in the file. */
  readonly renamed: ReadonlyMap<string, string>;
}

/**
 * Finds again what has other keys than when the layout file was written, because a label is another: by shape and neighbours, with the matching that
 * `procedo diff` uses. `undefined`: all is there, or nothing that is lost is found again.
 * @param isKnown whether an element of the models has a key
 */
export async function followRemembered(
  models: readonly KeyedModel[],
  { text, kept }: Pick<KeptBeside, 'text' | 'kept'>,
  isKnown = keyChecker(models),
): Promise<FollowedLayout | undefined> {
  const lost = lostElements(kept, isKnown);
  if (lost.length === 0) return undefined;
  const now = outlineOf(models, kept);
  const then = rememberedOutline(kept, now, isKnown);
  const renamed = await foundAgain(then, now);
  for (const [before, key] of foundAlone({ models, kept, then, now, lost, renamed })) renamed.set(before, key);
  if (renamed.size === 0) return undefined;
  const edits = renameLayoutKeys(text, renamed);
  const followed = withEdits(
    text,
    edits.map(({ range, text: newText }) => ({ range, newText })),
  );
  return { text: followed, kept: parseLayoutFile(followed).value, edits, renamed };
}

/** The keys of what a layout file speaks of and a text does not have: elements, or parts of elements and lines between elements that are there. */
export function lostElements(
  { pins, ids, arrivals, further }: LayoutFile,
  isKnown: (key: string) => boolean,
): string[] {
  const unknown = new Set<string>();
  for (const keys of [
    ids.keys(),
    pins.keys(),
    arrivals.keys(),
    ...further.flatMap((one) => [[one.of], one.pins.keys()]),
  ])
    for (const key of keys) if (!isKnown(key)) unknown.add(key);
  const lost = new Set<string>();
  for (const key of unknown) {
    const ends = key.split(/->|~>/).map((end) => end.replace(/#\d+$/, ''));
    const gone = ends.map((end) => (isKnown(end) ? '' : ownerOf(end))).filter((end) => end !== '' && !isKnown(end));
    for (const one of gone) lost.add(one);
    if (gone.length === 0 && (ends.length === 1 || !key.includes('/'))) lost.add(key);
  }
  return [...lost].sort();
}

function ownerOf(key: string): string {
  return key.replace(/\/[^/]*$/, '');
}

/** Only ids change by themselves: the keys of parts and lines are made of them. */
export function isPlainKey(key: string): boolean {
  return !/->|~>|\/|#/.test(key);
}

/** By shape and neighbours. */
async function foundAgain(then: Outline, now: Outline): Promise<Map<string, string>> {
  const { matchElements } = await import('../diff/index.ts');
  const [before, after] = [modelOfOutline(then), modelOfOutline(now)];
  const { afterOf } = matchElements(before.definitions, after.definitions);
  const renamed = new Map<string, string>();
  for (const [element, key] of before.keys) {
    const partner = afterOf.get(element);
    const its = partner && after.keys.get(partner);
    if (its !== undefined && its !== key && isPlainKey(its) && isPlainKey(key)) renamed.set(key, its);
  }
  return renamed;
}

interface Search {
  readonly models: readonly KeyedModel[];
  readonly kept: LayoutFile;
  readonly then: Outline;
  readonly now: Outline;
  readonly lost: readonly string[];
  /** What has been found. */
  readonly renamed: ReadonlyMap<string, string>;
}

/** What nothing leads to or has no shape, such as a process: the only one of its kind that is lost is the only new one, if its id comes from its label. */
function foundAlone({ models, kept, then, now, lost, renamed }: Search): Map<string, string> {
  // Some files have no word on any line.
  const knowsLines = [...kept.pins.keys(), ...kept.ids.keys()].some((key) => now.ways.has(key));
  const linked = new Set([...then.ways.values(), ...(knowsLines ? now.ways.values() : [])].flat());
  const taken = new Set(renamed.values());
  const fresh = new Map<string, string>();
  for (const [element, key] of models.flatMap(({ keys }) => [...keys])) {
    const isDerived = idFromLabel(String(element.get('name') ?? '')) === key;
    const isRemembered = kept.ids.has(key) || kept.pins.has(key) || kept.facts.has(key);
    if (isDerived && !isRemembered && !linked.has(key) && !taken.has(key))
      fresh.set(key, element.$type.replace(/^.*:/, '').toLowerCase());
  }
  const gone = lost.filter((key) => isPlainKey(key) && !linked.has(key) && !renamed.has(key));
  const isSameKind = (key: string, one: string): boolean => {
    const id = kept.ids.get(key)?.toLowerCase() ?? '';
    return kept.pins.get(key)?.bounds
      ? then.spots.get(key)?.look === now.spots.get(one)?.look
      : id.startsWith(fresh.get(one) ?? id);
  };
  const found = new Map<string, string>();
  for (const key of gone) {
    const [one, ...others] = [...fresh.keys()].filter((each) => isSameKind(key, each));
    if (one === undefined || others.length > 0) continue;
    if (gone.every((other) => other === key || !isSameKind(other, one))) found.set(key, one);
  }
  return found;
}

/** How many elements one message names. */
const mostNamed = 5;

/** Says once what a layout file was read as. */
export function followedProblem({ renamed }: FollowedLayout): Problem {
  const pairs = [...renamed].map(([before, now]) => `"${before}" is "${now}" now`);
  const more = pairs.length - mostNamed;
  const named = pairs.slice(0, mostNamed).join(', ') + (more > 0 ? `, and ${more} more` : '');
  const message = `The layout file follows renamed elements: ${named}. Run "procedo fmt" to write that into it.`;
  return { severity: 'warning', code: 'layout-followed', message };
}

/**
 * What a layout file says in vain: one warning an element. Ids that it keeps for what is lost are named, since they would change.
 * @param isKnown whether an element of the text has a key
 */
export function driftProblems(layout: LayoutFile, isKnown: (key: string) => boolean): Problem[] {
  return lostElements(layout, isKnown).map((key) => {
    const id = layout.ids.get(key);
    const kept = `The layout file keeps the id "${id}" for "${key}", which is not in the text any more, so nothing has that id now.`;
    const message =
      id === undefined
        ? `The layout file places "${key}", which is not in the text any more. Remove its lines from the layout file, or run "procedo fmt".`
        : isPlainKey(key)
          ? `${kept} If it only has another label, put its new id in the place of "${key}" in the layout file; else run "procedo fmt", which removes its lines.`
          : `${kept} Run "procedo fmt", which removes its line.`;
    return { severity: 'warning', code: 'layout-drift', message };
  });
}
