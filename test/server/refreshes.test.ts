import { afterEach, beforeEach, expect, test } from 'vitest';
import type { CodeLens, ProtocolConnection } from 'vscode-languageserver/node';
import { changeText, connectInMemory, initialize, openText } from './server-client.ts';

const claim = 'file:///claim.procedo';
const order = 'file:///order.procedo';
const calling = 'process order {\n  start\n  call "Settle" runs claim\n  end\n}\n';

let client: ProtocolConnection;
beforeEach(async () => {
  client = connectInMemory();
  await initialize(client);
});
afterEach(() => client.dispose());

/** Resolves when the server asks for it. */
const asked = (method: string) => new Promise<void>((resolve) => void client.onRequest(method, () => resolve()));
const lenses = () => client.sendRequest<CodeLens[] | null>('textDocument/codeLens', { textDocument: { uri: claim } });

test('what calls a process in another open text is asked for anew when that text changes', async () => {
  const first = asked('workspace/codeLens/refresh');
  await openText(client, claim, 'process claim {\n  start\n  end\n}\n');
  await openText(client, order, 'process order {\n  start\n  end\n}\n');
  expect(await lenses()).toEqual([]);
  await first;
  const [lens, hint] = [asked('workspace/codeLens/refresh'), asked('workspace/inlayHint/refresh')];
  await changeText(client, order, 2, calling);
  await lens;
  await hint;
  expect((await lenses())?.map(({ command }) => command?.title)).toEqual(['called by 1']);
});
