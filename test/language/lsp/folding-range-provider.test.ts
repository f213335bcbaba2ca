import { expect, test } from 'vitest';
import { fixturesOf, openFixture } from './fixtures.ts';

/** `NAME.expected`: first and last line of each fold, from 1, and its kind if it has one. */
test.each(fixturesOf('folding').map((fixture) => [fixture.name, fixture] as const))('%s', async (_, fixture) => {
  const { services, document, params } = await openFixture(fixture);
  const folds = await services.Procedo.lsp.FoldingRangeProvider?.getFoldingRanges(document, params);
  const shown = (folds ?? []).map(({ startLine, endLine, kind }) =>
    [`${startLine + 1}-${endLine + 1}`, kind].filter(Boolean).join(' '),
  );
  expect(shown.join('\n')).toBe(fixture.expected);
});
