import { readFile } from 'node:fs/promises';
import { URI } from 'langium';
import type { CancellationToken, Connection } from 'vscode-languageserver';
import { type ImportParams, type ImportResult, importRequest } from '../protocol/importing.ts';
import { wrapFragment } from '../workspace/index.ts';
import type { ImportOrder } from './import-worker.ts';
import { WorkerThread } from './worker-thread.ts';

/** Makes texts of models in XML, and of Mermaid's, in a thread of its own. */
export function answerImports(connection: Connection): void {
  const thread = new WorkerThread<ImportOrder, ImportResult>('import-worker');
  let count = 0;
  connection.onRequest(importRequest, async (params: ImportParams, token: CancellationToken) => {
    const fragment = params.xml === undefined ? undefined : wrapFragment(params.xml);
    const order = await orderOf(fragment ? { ...params, xml: fragment.xml } : params);
    if (!order) return { problems: [unreadable] };
    if (token.isCancellationRequested) return null;
    const key = `${++count}`;
    const cancelled = token.onCancellationRequested(() => thread.giveUp(key));
    const answer = await thread.ask(key, order).finally(() => cancelled.dispose());
    const part = answer?.text === undefined ? undefined : fragment?.partOf(answer.text);
    return answer ? { ...answer, ...(part !== undefined && { part }) } : null;
  });
}

const unreadable = {
  severity: 'error',
  code: 'unreadable-file',
  message: 'The file cannot be read: check that it is there and may be read.',
} as const;

async function orderOf({ uri, xml }: ImportParams): Promise<ImportOrder | undefined> {
  const { path, fsPath } = URI.parse(uri);
  // What comes as a text is UTF-8 here, whatever its first line says of the file that it was. It is judged by how it begins.
  const bytes = xml === undefined ? await readFile(fsPath).catch(() => undefined) : utf8(xml);
  return bytes && { path: xml === undefined ? path : '-', bytes };
}

function utf8(xml: string): Uint8Array {
  const undeclared = xml.replace(/^(\s*<\?xml\b[^>]*?)\s+encoding\s*=\s*(?:"[^"]*"|'[^']*')/, '$1');
  return new TextEncoder().encode(undeclared);
}
