/** What holds for every text, whatever it says: formatting twice changes nothing more, and what the text means stays. */
import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { compile, compileCases } from '../../../src/mapping/index.ts';
import { writeModel } from '../../../src/model/index.ts';
import { formatted, linked, tokensIn } from './parsed.ts';

const root = join(import.meta.dirname, '../../..');
const texts = globSync(['examples/*.procedo', 'test/fixtures/**/*.procedo'], { cwd: root })
  .sort()
  .map((path) => ({ path, text: readFileSync(join(root, path), 'utf8') }))
  .filter(({ text }) => formatted(text) !== undefined);
const runs = Number(process.env.PROCEDO_RUNS ?? 30);

test('most texts of the project have no mistake of syntax', () => {
  expect(texts.length).toBeGreaterThan(300);
});

describe.each([
  ['every text as it stands', 1, (text: string) => text],
  ['every fourth text in one line', 4, inOneLine],
  ['every fourth text with a line a word', 4, (text: string) => separated(text, () => '\n')],
])('%s', (_, step, changed) => {
  test('stays as it is when it is formatted again, and no word or comment is lost', () => {
    for (const [index, { path, text }] of texts.entries()) {
      if (index % step !== 0) continue;
      const source = changed(text);
      const once = formatted(source);
      // Lines mean something to what is half typed.
      if (once === undefined) continue;
      expect(formatted(once), path).toBe(once);
      expect(wordsOf(once), path).toEqual(wordsOf(source));
    }
  });
});

test('every text means the same after formatting, to the letter of its XML', async () => {
  for (const { path, text } of texts) expect(await xmlOf(formatted(text) ?? ''), path).toEqual(await xmlOf(text));
}, 60_000);

test('a text with CR LF keeps them, and is the same otherwise', () => {
  for (const { path, text } of texts) {
    if (text.includes('\r')) continue;
    const once = formatted(text.replaceAll('\n', '\r\n')) ?? '';
    expect(once.replaceAll('\r\n', '\n'), path).toBe(formatted(text));
    expect(once.replaceAll('\r\n', ''), path).not.toMatch(/[\r\n]/);
  }
});

const sampled = fc.constantFrom(...texts.filter(({ text }) => text.length < 4000));
const gaps = fc.array(
  fc.constantFrom(
    ' ',
    '  ',
    '\n',
    '\n\n\n',
    '\n\t',
    ' /* said */ ',
    ' // said\n',
    '\n// said\n',
    '\n/* said\n   twice */\n',
    '',
  ),
  {
    minLength: 1,
    maxLength: 40,
  },
);

test('comments and line breaks at any place: comments stay in their order, twice is once, and the meaning stays', async () => {
  await fc.assert(
    fc.asyncProperty(sampled, gaps, async ({ text }, inserted) => {
      const source = separated(text, (index) => inserted[index % inserted.length] || ' ');
      const once = formatted(source);
      fc.pre(once !== undefined);
      expect(formatted(once)).toBe(once);
      expect(wordsOf(once)).toEqual(wordsOf(source));
      expect(await xmlOf(once)).toEqual(await xmlOf(source));
    }),
    { numRuns: runs },
  );
}, 60_000);

test('what is cut or doubled at random is formatted once for all, or left alone', () => {
  fc.assert(
    fc.property(sampled, fc.nat(), fc.nat(80), fc.boolean(), ({ text }, at, length, doubles) => {
      const start = at % (text.length + 1);
      const rest = text.slice(doubles ? start - length : start + length);
      const once = formatted(text.slice(0, start) + rest);
      fc.pre(once !== undefined);
      expect(formatted(once)).toBe(once);
    }),
    { numRuns: runs },
  );
});

/** The text with something else between its tokens. A comment to the end of its line keeps that end. */
function separated(text: string, gap: (index: number) => string): string {
  const tokens = tokensIn(text);
  return tokens
    .map((token, index) => token.text + (token.type === 'LINE_COMMENT' ? '\n' : '') + gap(index))
    .join('')
    .trimEnd();
}

function inOneLine(text: string): string {
  return separated(text, () => ' ');
}

/**
 * All tokens in their order; what may be indented within them is left out. Braces are counted at the end: those of blocks move before what
 * vendors say.
 */
function wordsOf(text: string): string[] {
  const words = tokensIn(text).map((token) => token.text.trimEnd().replace(/\s*\n\s*/g, '\n'));
  const others = words.filter((word) => word !== '{');
  return [...others, `${words.length - others.length} braces`];
}

/** The models of a text as XML. */
async function xmlOf(text: string): Promise<readonly string[]> {
  const model = await linked(text);
  return [compile(model), compileCases(model)].map(({ value }) => writeModel(value.definitions));
}
