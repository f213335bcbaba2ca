/** Mermaid's texts through the server, as they come from the clipboard. */
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { ProtocolConnection } from 'vscode-languageserver/node';
import { type ImportResult, importRequest } from '../../src/protocol/importing.ts';
import { connectInMemory, initialize } from './server-client.ts';

let client: ProtocolConnection;
beforeAll(async () => {
  client = connectInMemory();
  await initialize(client);
});
afterAll(() => client.dispose());

const imported = (xml: string) => client.sendRequest<ImportResult>(importRequest, { uri: 'file:///open.procedo', xml });

test("makes a text of a diagram of Mermaid's, without a layout file", async () => {
  const { text, layout, problems } = await imported(
    '```mermaid\nbpmn-beta\n  start s "Here"\n  end e "There"\n  s --> e\n```\n',
  );
  expect(problems).toEqual([]);
  expect(text).toContain('start "Here"\n');
  expect(layout).toBeUndefined();
});

test('says what is wrong with one', async () => {
  const { text, problems } = await imported('bpmn-beta\n  taks t "Here"\n');
  expect(text).toBeUndefined();
  expect(problems).toMatchObject([{ code: 'unknown-statement', range: { start: { line: 1, character: 2 } } }]);
});
