import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { caseSample, fixturesOf, fixtureText, type OpenFixture, openFixture, processSample } from './fixtures.ts';
import { edited } from './shown.ts';

/** There is one form, whatever the editor is set to. */
const options = { tabSize: 8, insertSpaces: false };

async function formatted({ services, document, params }: OpenFixture): Promise<string> {
  const edits = await services.Procedo.lsp.Formatter?.formatDocument(document, { ...params, options });
  return edited(document, edits ?? []);
}

/** `NAME.expected`: the text after formatting. */
test.each(fixturesOf('formatting').map((fixture) => [fixture.name, fixture] as const))('%s', async (_, fixture) => {
  expect((await formatted(await openFixture(fixture))).trimEnd()).toBe(fixture.expected);
});

test('of a selection only the lines in it change', async () => {
  const { services, document, params } = await openFixture(
    fixtureText('process p {\n task a\n  task  b\n task c\n}\n'),
  );
  const range = { start: { line: 2, character: 0 }, end: { line: 2, character: 3 } };
  const edits = await services.Procedo.lsp.Formatter?.formatDocumentRange(document, { ...params, options, range });
  expect(edited(document, edits ?? [])).toBe('process p {\n task a\n  task b\n task c\n}\n');
});

test('a brace moves before what vendors say only where the selection has both places', async () => {
  const text =
    'namespace v "urn:v"\nprocess p {\n  xor q\n    @v:a = "1"\n  {\n    when "yes"\n    otherwise\n  }\n}\n';
  const { services, document, params } = await openFixture(fixtureText(text));
  const formatter = services.Procedo.lsp.Formatter;
  const formattedLines = async (first: number, last: number) => {
    const range = { start: { line: first, character: 0 }, end: { line: last, character: 0 } };
    return edited(document, (await formatter?.formatDocumentRange(document, { ...params, options, range })) ?? []);
  };
  expect(await formattedLines(4, 7)).toBe(text);
  expect(await formattedLines(2, 3)).toBe(text);
  expect(await formattedLines(2, 5)).toBe(text.replace('q\n    @v:a = "1"\n  {', 'q {\n    @v:a = "1"'));
});

describe.each([
  ['a process', processSample],
  ['a case', caseSample],
])('laws of %s', (_, sample) => {
  test('a formatted text stays as it is', async () => {
    const once = await formatted(await openFixture(fixtureText(sample)));
    expect(await formatted(await openFixture(fixtureText(once)))).toBe(once);
  });

  test('only white space changes, whatever part of the text there is', async () => {
    await fc.assert(
      fc.asyncProperty(fc.nat(sample.length), fc.nat(60), async (at, length) => {
        const text = sample.slice(0, at) + sample.slice(at + length);
        const words = (one: string): string => one.replace(/\s+/g, '');
        expect(words(await formatted(await openFixture(fixtureText(text))))).toBe(words(text));
      }),
      { numRuns: 60 },
    );
  });

  test('indentation that is lost comes back', async () => {
    const flat = sample.replace(/^[^\S\n]+/gm, '');
    const again = await formatted(await openFixture(fixtureText(flat)));
    expect(again).toBe(await formatted(await openFixture(fixtureText(sample))));
  });
});
