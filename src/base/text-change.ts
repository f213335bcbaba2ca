import { sharedEnd, sharedStart } from './shared-ends.ts';

/** How one text became another: at most keystrokes a small part of it. Three lists of the same length. */
export interface TextChange {
  /** Where in the text before, in order. */
  readonly at: readonly number[];
  /** How many characters go there. */
  readonly removed: readonly number[];
  /** What comes in their place. */
  readonly added: readonly string[];
}

/** How `before` became `after`: line by line where there are as many lines, else the stretch in which they differ. */
export function changeOf(before: string, after: string): TextChange {
  const [old, now] = [before.split('\n'), after.split('\n')];
  const pairs = old.length === now.length ? old.map((line, index) => [line, now[index] ?? '']) : [[before, after]];
  const change = { at: [] as number[], removed: [] as number[], added: [] as string[] };
  let offset = 0;
  for (const [was = '', is = ''] of pairs) {
    if (was !== is) {
      const start = sharedStart(was, is);
      const end = sharedEnd(was, is, start);
      change.at.push(offset + start);
      change.removed.push(was.length - end - start);
      change.added.push(is.slice(start, is.length - end));
    }
    offset += was.length + 1;
  }
  return change;
}

/** The text that a change makes of the one before. */
export function withChange(before: string, { at, removed, added }: TextChange): string {
  let [after, done] = ['', 0];
  for (const [index, offset] of at.entries()) {
    after += before.slice(done, offset) + (added[index] ?? '');
    done = offset + (removed[index] ?? 0);
  }
  return after + before.slice(done);
}
