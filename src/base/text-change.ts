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
      const start = sameAhead(was, is);
      const end = sameBehind(was, is, start);
      change.at.push(offset + start);
      change.removed.push(was.length - end - start);
      change.added.push(is.slice(start, is.length - end));
    }
    offset += was.length + 1;
  }
  return change;
}

function sameAhead(a: string, b: string): number {
  let count = 0;
  while (count < a.length && a[count] === b[count]) count++;
  return count;
}

/** @param ahead characters at the beginning that are taken already */
function sameBehind(a: string, b: string, ahead: number): number {
  const most = Math.min(a.length, b.length) - ahead;
  let count = 0;
  while (count < most && a[a.length - 1 - count] === b[b.length - 1 - count]) count++;
  return count;
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
