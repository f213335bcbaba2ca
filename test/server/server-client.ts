import { type ChildProcess, spawn } from 'node:child_process';
import { PassThrough } from 'node:stream';
import { fileURLToPath } from 'node:url';
import {
  createConnection,
  createProtocolConnection,
  type InitializeResult,
  type ProtocolConnection,
  StreamMessageReader,
  StreamMessageWriter,
} from 'vscode-languageserver/node';
import { startServer } from '../../src/server/index.ts';

/** A client of a server that runs in this process, over streams in memory. */
export function connectInMemory(): ProtocolConnection {
  const toServer = new PassThrough();
  const toClient = new PassThrough();
  startServer(createConnection(new StreamMessageReader(toServer), new StreamMessageWriter(toClient)));
  return listening(new StreamMessageReader(toClient), new StreamMessageWriter(toServer));
}

/** A client of the server as other editors run it: a process that speaks over standard input and output. */
export function connectOverStdio(): { client: ProtocolConnection; server: ChildProcess } {
  const main = fileURLToPath(new URL('../../src/server/main.ts', import.meta.url));
  const server = spawn(process.execPath, [main, '--stdio'], { stdio: ['pipe', 'pipe', 'inherit'] });
  return { client: listening(new StreamMessageReader(server.stdout), new StreamMessageWriter(server.stdin)), server };
}

function listening(reader: StreamMessageReader, writer: StreamMessageWriter): ProtocolConnection {
  const client = createProtocolConnection(reader, writer);
  client.listen();
  return client;
}

/**
 * Shakes hands as an editor does.
 * @param folder URI of the workspace folder, if any
 * @param settings what the editor answers for the section `procedo`, now and when it is told of a change
 */
export async function initialize(
  client: ProtocolConnection,
  folder?: string,
  settings?: () => object,
): Promise<InitializeResult> {
  client.onRequest('workspace/configuration', ({ items }: { items: readonly object[] }) =>
    items.map(() => settings?.()),
  );
  client.onRequest('client/registerCapability', () => null);
  const result = await client.sendRequest<InitializeResult>('initialize', {
    processId: null,
    rootUri: null,
    workspaceFolders: folder ? [{ uri: folder, name: 'folder' }] : [],
    capabilities: {
      textDocument: { completion: { completionItem: { snippetSupport: true } } },
      workspace: {
        codeLens: { refreshSupport: true },
        inlayHint: { refreshSupport: true },
        ...(settings && { configuration: true, didChangeConfiguration: { dynamicRegistration: true } }),
      },
    },
  });
  await client.sendNotification('initialized', {});
  return result;
}

/** Settings of tests of other things: findings come when they come. */
export const withoutFindings = () => ({ lint: { enable: false } });

/** Opens a text in the editor. */
export function openText(client: ProtocolConnection, uri: string, text: string, languageId = 'procedo'): Promise<void> {
  return client.sendNotification('textDocument/didOpen', { textDocument: { uri, languageId, version: 1, text } });
}

/** Replaces the whole text. */
export function changeText(client: ProtocolConnection, uri: string, version: number, text: string): Promise<void> {
  return client.sendNotification('textDocument/didChange', {
    textDocument: { uri, version },
    contentChanges: [{ text }],
  });
}

/** The params of the next notification `method` for which `is` holds. */
export function next<T>(client: ProtocolConnection, method: string, is: (params: T) => boolean): Promise<T> {
  return new Promise((resolve) => {
    const listener = client.onNotification(method, (params: T) => {
      if (!is(params)) return;
      listener.dispose();
      resolve(params);
    });
  });
}
