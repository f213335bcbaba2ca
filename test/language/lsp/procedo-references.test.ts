import { expect, test } from 'vitest';
import { fixturesOf, openFixture } from './fixtures.ts';
import { showLocation, showRange } from './shown.ts';

/** `NAME.expected`: the declaration and all references, `file:line:column text`, in all files. */
test.each(fixturesOf('references').map((fixture) => [fixture.name, fixture] as const))('%s', async (_, fixture) => {
  const open = await openFixture(fixture);
  const { ReferencesProvider, DocumentHighlightProvider } = open.services.Procedo.lsp;
  const params = { ...open.params, context: { includeDeclaration: true } };
  const found = (await ReferencesProvider?.findReferences(open.document, params)) ?? [];
  const places = found.map(({ uri, range }) => showLocation(open, uri, range));
  expect(places.sort().join('\n')).toBe(fixture.expected);
  const highlights = await DocumentHighlightProvider?.getDocumentHighlight(open.document, open.params);
  const here = (highlights ?? []).map(({ range }) => `main.procedo:${showRange(open.document, range)}`);
  expect(here.sort()).toEqual(places.filter((place) => place.startsWith('main.procedo:')));
});
