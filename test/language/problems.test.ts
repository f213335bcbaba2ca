/**
 * Each file of test/fixtures/language/problems is a text with its problems marked, on a comment line below the line they are in:
 *
 *     task check -> nowhere
 *     //            ^^^^^^^ unknown-reference: There is no step
 *
 * The carets stand below what the problem marks; then its code, and where it helps the beginning of its message. A problem that
 * begins in the first two columns, where no caret can stand, is marked `//< code`. Every problem is marked, every mark is found.
 */
import { globSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { describe, expect, test } from 'vitest';
import type { Problem } from '../../src/base/problem.ts';
import { readText } from './read-text.ts';

const folder = join(import.meta.dirname, '../fixtures/language/problems');
const MARK = /^\s*\/\/(?:(<)|\s*(\^+)) ([a-z-]+)(?:: (.*))?$/;

interface Mark {
  readonly place: string;
  readonly code: string;
  readonly message: string | undefined;
}

/** The marks of a text; lines count from 1, columns too, as an editor shows them. */
function marksOf(text: string): Mark[] {
  let marked = 0;
  return text.split('\n').flatMap((line, row) => {
    const found = MARK.exec(line);
    if (!found) marked = row;
    if (!found) return [];
    const [, first, carets = '', code = '', message] = found;
    const from = line.indexOf('^') + 1;
    const place = first ? `${marked + 1}:1` : `${marked + 1}:${from}-${from + carets.length}`;
    return [{ place, code, message }];
  });
}

function placeOf({ range }: Problem): string {
  if (!range) return 'nowhere';
  const start = `${range.start.line + 1}:${range.start.character + 1}`;
  const end = range.end.line === range.start.line ? range.end.character + 1 : '…';
  return range.start.character < 2 ? start : `${start}-${end}`;
}

describe.each(
  globSync(join(folder, '*.procedo'))
    .sort()
    .map((path) => [basename(path), path]),
)('%s', (_, path) => {
  const text = readFileSync(path, 'utf8').replaceAll('\r', '');
  const marks = marksOf(text);

  test('has the problems that are marked, and no others', async () => {
    const { problems } = await readText(text);
    const found = problems.map((problem) => `${placeOf(problem)} ${problem.code}`);
    expect(found.sort()).toEqual(marks.map(({ place, code }) => `${place} ${code}`).sort());
    for (const { place, code, message } of marks) {
      if (message === undefined) continue;
      const said = problems.filter((problem) => placeOf(problem) === place && problem.code === code);
      expect(said.map((problem) => problem.message.slice(0, message.length))).toContain(message);
    }
  });

  test('has marks', () => expect(marks).not.toEqual([]));
});
