import { expect, test } from 'vitest';
import { fixturesOf, openFixture } from './fixtures.ts';
import { showLocation } from './shown.ts';

/** `NAME.expected`: the declaration and all references, `file:line:column text`, in all files. */
test.each(fixturesOf('references').map((fixture) => [fixture.name, fixture] as const))('%s', async (_, fixture) => {
  const open = await openFixture(fixture);
  const { ReferencesProvider } = open.services.Procedo.lsp;
  const params = { ...open.params, context: { includeDeclaration: true } };
  const found = (await ReferencesProvider?.findReferences(open.document, params)) ?? [];
  const places = found.map(({ uri, range }) => showLocation(open, uri, range));
  expect(places.sort().join('\n')).toBe(fixture.expected);
});
