import { SemanticTokensDecoder } from 'langium/lsp';
import { expect, test } from 'vitest';
import { fixturesOf, openFixture } from './fixtures.ts';

/** `NAME.expected`: each coloured token with its type and its modifiers, in the order of the text. */
test.each(fixturesOf('tokens').map((fixture) => [fixture.name, fixture] as const))('%s', async (_, fixture) => {
  const { services, document, params } = await openFixture(fixture);
  const provider = services.Procedo.lsp.SemanticTokenProvider;
  if (!provider) throw new Error('There are no semantic tokens.');
  const tokens = await provider.semanticHighlight(document, params);
  const modifiers = Object.entries(provider.tokenModifiers);
  const shown = SemanticTokensDecoder.decode(tokens, provider.tokenTypes, document).map((token) => {
    const own = modifiers.filter(([, bit]) => token.tokenModifiers & bit).map(([name]) => name);
    return [`${token.text}:`, token.tokenType, ...own].join(' ');
  });
  expect(shown.join('\n')).toBe(fixture.expected);
});
