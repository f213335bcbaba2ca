import { expect, test } from 'vitest';
import { fixtureText, openFixture } from './fixtures.ts';
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
