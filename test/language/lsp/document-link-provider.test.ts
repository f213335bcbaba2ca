import { expect, test } from 'vitest';
import { fixturesOf, fixtureText, openFixture } from './fixtures.ts';
import { showRange } from './shown.ts';

test('what is imported opens: a file from the folder of the text, or an address', async () => {
  const text =
    'import "http://www.w3.org/2001/XMLSchema" "types/order.xsd"\nimport "x" "https://example.org/a.xsd"\nimport "y"\n';
  const { services, document, params } = await openFixture(fixtureText(text));
  const links = (await services.Procedo.lsp.DocumentLinkProvider?.getDocumentLinks(document, params)) ?? [];
  expect(links.map(({ range, target }) => `${showRange(document, range)} -> ${target}`)).toEqual([
    '1:44 types/order.xsd -> file:///types/order.xsd',
    '2:13 https://example.org/a.xsd -> https://example.org/a.xsd',
  ]);
});

/** `NAME.expected`: what each link stands on, where it leads, and what it says. */
test.each(fixturesOf('links').map((fixture) => [fixture.name, fixture] as const))('%s', async (_, fixture) => {
  const { services, document, params } = await openFixture(fixture);
  const links = (await services.Procedo.lsp.DocumentLinkProvider?.getDocumentLinks(document, params)) ?? [];
  const shown = links.map(({ range, target, tooltip }) => `${showRange(document, range)} -> ${target} (${tooltip})`);
  expect(shown.join('\n')).toBe(fixture.expected);
});
