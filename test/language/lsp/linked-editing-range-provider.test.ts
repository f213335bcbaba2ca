import { expect, test } from 'vitest';
import { fixturesOf, openFixture } from './fixtures.ts';
import { showRange } from './shown.ts';

/** `NAME.expected`: the places that are edited as one, `line:column text`; empty where there are none. */
test.each(fixturesOf('linked').map((fixture) => [fixture.name, fixture] as const))('%s', async (_, fixture) => {
  const { services, document, params } = await openFixture(fixture);
  const linked = services.Procedo.lsp.LinkedEditingRangeProvider.getLinkedEditingRanges(document, params);
  const shown = (linked?.ranges ?? []).map((range) => showRange(document, range));
  expect(shown.sort().join('\n')).toBe(fixture.expected);
  const texts = (linked?.ranges ?? []).map((range) => document.textDocument.getText(range));
  // What the editor takes as the linked word must be what stands there, or it unlinks them at once.
  for (const text of texts) expect(text).toMatch(new RegExp(`^${linked?.wordPattern}$`));
});
