import { expect, test } from 'vitest';
import type { MarkupContent } from 'vscode-languageserver';
import { fixturesOf, openFixture } from './fixtures.ts';

/** `NAME.expected`: the Markdown of the hover, whole; empty where there is none. */
test.each(fixturesOf('hover').map((fixture) => [fixture.name, fixture] as const))('%s', async (_, fixture) => {
  const { services, document, params } = await openFixture(fixture);
  const hover = await services.Procedo.lsp.HoverProvider?.getHoverContent(document, params);
  expect((hover?.contents as MarkupContent | undefined)?.value ?? '').toBe(fixture.expected);
});
