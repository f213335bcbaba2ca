/** What an editor does on save: it asks for the formatting of the document. */
import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import type { TextEdit } from 'vscode-languageserver/node';
import { withEdits } from '../../src/base/text-edit.ts';
import { TextFormatter } from '../../src/workspace/format-text.ts';
import { connectInMemory, initialize, openText } from './server-client.ts';

test('the server formats as the command line does, whatever the editor thinks of tabs', async () => {
  const client = connectInMemory();
  const { capabilities } = await initialize(client);
  expect(capabilities.documentFormattingProvider).toBeTruthy();
  const text = readFileSync(new URL('../fixtures/language/lsp/formatting/spacing.procedo', import.meta.url), 'utf8');
  const uri = 'file:///loose.procedo';
  await openText(client, uri, text);
  const options = { tabSize: 8, insertSpaces: false };
  const edits = await client.sendRequest<TextEdit[]>('textDocument/formatting', { textDocument: { uri }, options });
  expect(withEdits(text, edits)).toBe(new TextFormatter().format(text));
  expect(edits.length).toBeGreaterThan(0);
  client.dispose();
});
