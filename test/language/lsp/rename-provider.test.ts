import { URI } from 'langium';
import { expect, test } from 'vitest';
import { fixturesOf, type OpenFixture, openFixture } from './fixtures.ts';
import { edited } from './shown.ts';

/**
 * `NAME.expected`: the new id on the first line; then the text of all files after renaming, or `refused: ` and the message.
 */
test.each(fixturesOf('rename').map((fixture) => [fixture.name, fixture] as const))('%s', async (_, fixture) => {
  const [newName = '', ...rest] = fixture.expected.split('\n');
  const open = await openFixture(fixture);
  expect(await renamed(open, newName)).toBe(rest.join('\n'));
});

async function renamed({ services, document, params }: OpenFixture, newName: string): Promise<string> {
  const provider = services.Procedo.lsp.RenameProvider;
  try {
    if (!(await provider?.prepareRename(document, params))) return 'refused: nothing to rename';
    const edit = await provider?.rename(document, { ...params, newName });
    const documents = Object.entries(edit?.changes ?? {}).map(
      ([uri, edits]) => [services.shared.workspace.LangiumDocuments.getDocument(URI.parse(uri)), edits] as const,
    );
    const texts = documents.flatMap(([file, edits]) => (file ? edited(file, edits).trimEnd() : []));
    return texts.join('\n---\n');
  } catch (error) {
    return `refused: ${error instanceof Error ? error.message : error}`;
  }
}
