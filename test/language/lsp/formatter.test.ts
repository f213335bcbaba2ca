import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { caseSample, fixturesOf, fixtureText, type OpenFixture, openFixture, processSample } from './fixtures.ts';
import { edited } from './shown.ts';

const options = { tabSize: 2, insertSpaces: true };

async function formatted({ services, document, params }: OpenFixture): Promise<string> {
  const edits = await services.Procedo.lsp.Formatter?.formatDocument(document, { ...params, options });
  return edited(document, edits ?? []);
}

/** `NAME.expected`: the text after formatting. */
test.each(fixturesOf('formatting').map((fixture) => [fixture.name, fixture] as const))('%s', async (_, fixture) => {
  expect((await formatted(await openFixture(fixture))).trimEnd()).toBe(fixture.expected);
});

describe.each([
  ['a process', processSample],
  ['a case', caseSample],
])('laws of %s', (_, sample) => {
  test('a formatted text stays as it is', async () => {
    const once = await formatted(await openFixture(fixtureText(sample)));
    expect(await formatted(await openFixture(fixtureText(once)))).toBe(once);
  });

  test('only white space at the head of lines changes, whatever part of the text there is', async () => {
    await fc.assert(
      fc.asyncProperty(fc.nat(sample.length), fc.nat(60), async (at, length) => {
        const text = sample.slice(0, at) + sample.slice(at + length);
        const trimmed = (one: string): string => one.replace(/^[^\S\n]+/gm, '');
        expect(trimmed(await formatted(await openFixture(fixtureText(text))))).toBe(trimmed(text));
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
