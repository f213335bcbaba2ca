import { expect, test } from 'vitest';
import { fixturesOf, openFixture } from './fixtures.ts';
import { showRange } from './shown.ts';

const kinds = ['', 'text', 'read', 'write'];

/** `NAME.expected`: each highlight, `line:column text (kind)`, in the order of the text; empty where there is none. */
test.each(fixturesOf('highlights').map((fixture) => [fixture.name, fixture] as const))('%s', async (_, fixture) => {
  const open = await openFixture(fixture);
  const provider = open.services.Procedo.lsp.DocumentHighlightProvider;
  const found = (await provider?.getDocumentHighlight(open.document, open.params)) ?? [];
  const sorted = found.sort(
    (a, b) => a.range.start.line - b.range.start.line || a.range.start.character - b.range.start.character,
  );
  const shown = sorted.map(({ range, kind }) => `${showRange(open.document, range)} (${kinds[kind ?? 0]})`);
  expect(shown.join('\n')).toBe(fixture.expected);
});
