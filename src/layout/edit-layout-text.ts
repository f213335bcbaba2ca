/** Changes of what a layout file says, as changes of its lines: comments, blank lines and an order of the reader's own stay. */
import type { LayoutFile } from './layout-file.ts';
import { keyOfLine } from './layout-keys.ts';
import { printLayoutFile } from './print-layout-file.ts';

/** The text of a layout file that says `after` in place of `before`. @param text as it is; '' where there is no file yet */
export function editLayoutText(text: string, before: LayoutFile, after: LayoutFile): string {
  if (text.trim() === '') return printLayoutFile(after);
  const [old, now] = [linesOf(before), linesOf(after)];
  const changed = new Set([...old.keys(), ...now.keys()].filter((key) => old.get(key) !== now.get(key)));
  const lineBreak = text.includes('\r\n') ? '\r\n' : '\n';
  const lines = text.split(/\r\n|\n/);
  const known = new Set<string>();
  const kept = lines.flatMap((line) => {
    const key = keyOfLine(line);
    if (key === undefined) return [line];
    const isFirst = !known.has(key);
    known.add(key);
    return changed.has(key) && isFirst ? (now.get(key) ?? []) : [line];
  });
  for (const key of changed) {
    const line = known.has(key) ? undefined : now.get(key);
    if (line !== undefined) insert(kept, key, line);
  }
  return kept.join(lineBreak);
}

function linesOf(file: LayoutFile): Map<string, string> {
  const lines = printLayoutFile(file).split('\n');
  return new Map(
    lines.flatMap((line) => {
      const key = keyOfLine(line);
      return key === undefined ? [] : [[key, line] as const];
    }),
  );
}

/** Before the first line of a greater key, else behind the last line that says something. */
function insert(lines: string[], key: string, line: string): void {
  const at = lines.findIndex((other) => (keyOfLine(other) ?? '') > key);
  if (at >= 0) lines.splice(at, 0, line);
  else lines.splice(lines.findLastIndex((other) => other.trim() !== '') + 1, 0, line);
}
