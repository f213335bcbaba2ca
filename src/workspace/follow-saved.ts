/** What becomes of a layout file when its text is saved. */
import { range } from '../base/range.ts';
import { type TextEdit, withEdits } from '../base/text-edit.ts';
import { parseLayoutFile } from '../layout/index.ts';
import { followKeys } from './follow-keys.ts';
import { followRemembered } from './follow-remembered.ts';
import type { KeptBeside, KeyedModel } from './kept-beside.ts';

/**
 * Its lines follow what was seen to change, and then what has changed elsewhere, as by a merge, where the file itself remembers.
 * @param before the models for which the layout file was written, if they were seen
 * @returns the edit of the layout file; undefined where all lines stand as they should
 */
export async function followSaved(
  before: readonly KeyedModel[] | undefined,
  models: readonly KeyedModel[],
  { text, kept }: Pick<KeptBeside, 'text' | 'kept'>,
): Promise<TextEdit | undefined> {
  if (text === '') return undefined;
  const edits = before ? await followKeys(before, models, text) : [];
  const seen = withEdits(
    text,
    edits.map(({ range, text: newText }) => ({ range, newText })),
  );
  const followed = await followRemembered(models, {
    text: seen,
    kept: seen === text ? kept : parseLayoutFile(seen).value,
  });
  const after = followed?.text ?? seen;
  return after === text ? undefined : linesChanged(text, after);
}

/** The lines that differ, as one edit. */
function linesChanged(before: string, after: string): TextEdit {
  const [old, now] = [before.split('\n'), after.split('\n')];
  const least = Math.min(old.length, now.length);
  let [first, last] = [0, 0];
  while (first < least && old[first] === now[first]) first++;
  while (last < least - first && old.at(-1 - last) === now.at(-1 - last)) last++;
  // A file whose last line has no end is written anew.
  if (last === 0) return { range: range(0, 0, old.length - 1, old.at(-1)?.length ?? 0), newText: after };
  const lines = now.slice(first, now.length - last);
  return { range: range(first, 0, old.length - last, 0), newText: lines.map((line) => `${line}\n`).join('') };
}
