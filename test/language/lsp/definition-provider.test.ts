import { expect, test } from 'vitest';
import { fixturesOf, openFixture } from './fixtures.ts';
import { showLocation } from './shown.ts';

/** `NAME.expected`: where the definition is, `file:line:column text`; empty where there is none. */
test.each(fixturesOf('definition').map((fixture) => [fixture.name, fixture] as const))('%s', async (_, fixture) => {
  const open = await openFixture(fixture);
  const links = await open.services.Procedo.lsp.DefinitionProvider?.getDefinition(open.document, open.params);
  const shown = (links ?? []).map(({ targetUri, targetSelectionRange: range }) => showLocation(open, targetUri, range));
  expect(shown.join('\n')).toBe(fixture.expected);
});
