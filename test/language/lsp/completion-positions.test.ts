import { expect, test } from 'vitest';
import { markedTexts, positionsIn } from './completion-positions.ts';
import { fixtureText, openFixture } from './fixtures.ts';

/** The first ones of a list are all that a person reads. */
const READ = 10;

/**
 * What is offered at the marked places of a file, and in what order: `name: first, second … (how many)`. The file around
 * them is whole; at each place stands what is typed there, and nothing at the others. `npm run bench -- completion` says how fast.
 */
test.each(markedTexts)('at the places of $name, what a modeler most likely wants next comes first', async (marked) => {
  const rows: string[] = [];
  for (const { name, text, offset } of positionsIn(marked.text)) {
    const { services, document, params } = await openFixture(fixtureText(text));
    const position = document.textDocument.positionAt(offset);
    const list = await services.Procedo.lsp.CompletionProvider?.getCompletion(document, { ...params, position });
    const labels = (list?.items ?? []).map(({ label }) => label);
    rows.push(`${name}: ${labels.slice(0, READ).join(', ')} (${labels.length})`);
  }
  expect(rows.length).toBeGreaterThanOrEqual(40);
  const file = new URL(`../../fixtures/language/lsp/${marked.name}.expected`, import.meta.url);
  await expect(`${rows.join('\n')}\n`).toMatchFileSnapshot(file.pathname);
});
