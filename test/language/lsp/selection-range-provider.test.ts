import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { SelectionRange } from 'vscode-languageserver';
import { contains } from '../../../src/base/range.ts';
import { caseSample, fixturesOf, fixtureText, type OpenFixture, openFixture, processSample } from './fixtures.ts';

function rangesAt({ services, document, params, position }: OpenFixture): SelectionRange[] {
  const [first] = services.Procedo.lsp.SelectionRangeProvider.getSelectionRanges(document, {
    ...params,
    positions: [position],
  });
  const chain: SelectionRange[] = [];
  for (let one: SelectionRange | undefined = first; one; one = one.parent) chain.push(one);
  return chain;
}

/** `NAME.expected`: what is selected step by step, its lines joined by `⏎`; long ones are cut in the middle. */
test.each(fixturesOf('selection').map((fixture) => [fixture.name, fixture] as const))('%s', async (_, fixture) => {
  const open = await openFixture(fixture);
  const shown = rangesAt(open).map(({ range }) => shortened(open.document.textDocument.getText(range)));
  expect(shown.join('\n')).toBe(fixture.expected);
});

function shortened(text: string): string {
  const line = text.trimEnd().replace(/\s*\n\s*/g, ' ⏎ ');
  return line.length > 100 ? `${line.slice(0, 50)} … ${line.slice(-45)}` : line;
}

test.each([
  ['a process', processSample],
  ['a case', caseSample],
])('every selection in %s lies in the next, and the last is the file', async (_, sample) => {
  await fc.assert(
    fc.asyncProperty(fc.nat(sample.length), fc.nat(sample.length), async (cut, offset) => {
      const open = await openFixture(fixtureText(sample.slice(0, cut)));
      const position = open.document.textDocument.positionAt(offset);
      const chain = rangesAt({ ...open, position });
      for (const { range, parent } of chain) {
        expect(contains(range, position)).toBe(true);
        if (!parent) continue;
        expect(contains(parent.range, range.start) && contains(parent.range, range.end)).toBe(true);
        expect(parent.range).not.toEqual(range);
      }
      expect(open.document.textDocument.getText(chain.at(-1)?.range)).toBe(open.document.textDocument.getText());
    }),
    { numRuns: 60 },
  );
});
