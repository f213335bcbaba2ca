import { expect, test } from 'vitest';
import type { DocumentSymbol, Range } from 'vscode-languageserver';
import { contains } from '../../../src/base/range.ts';
import { fixturesOf, type OpenFixture, openFixture } from './fixtures.ts';
import { showOutline } from './shown.ts';

async function outline({ services, document, params }: OpenFixture): Promise<DocumentSymbol[]> {
  return (await services.Procedo.lsp.DocumentSymbolProvider?.getSymbols(document, params)) ?? [];
}

/** `NAME.expected`: the outline, `label (word)`, two blanks a level. */
test.each(fixturesOf('symbols').map((fixture) => [fixture.name, fixture] as const))('%s', async (_, fixture) => {
  const symbols = await outline(await openFixture(fixture));
  expect(showOutline(symbols).join('\n')).toBe(fixture.expected);
  expect(unfit(symbols)).toEqual([]);
});

/** Symbols that an editor refuses: without a name, or with a selection that is not in their range. */
function unfit(symbols: readonly DocumentSymbol[]): DocumentSymbol[] {
  const isInside = (outer: Range, inner: Range): boolean => contains(outer, inner.start) && contains(outer, inner.end);
  return symbols.flatMap((symbol) => [
    ...(symbol.name === '' || !isInside(symbol.range, symbol.selectionRange) ? [symbol] : []),
    ...unfit(symbol.children ?? []),
  ]);
}
