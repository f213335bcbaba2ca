import { DocumentState } from 'langium';
import type { LangiumSharedServices } from 'langium/lsp';
import { CodeLensRefreshRequest, type Connection, InlayHintRefreshRequest } from 'vscode-languageserver';
import type { FindingStore } from './finding-store.ts';
import { logFailure } from './log-failure.ts';
import { Pauses } from './pauses.ts';

/**
 * Asks the client to show callers and hints of its open texts anew when another text changes: it asks for those of the changed text
 * itself, but who calls what stands in others too. And to show lenses anew when runs are found, a while after the text has changed.
 */
export function askForRefreshes(
  { workspace, lsp }: LangiumSharedServices,
  findings: FindingStore,
  connection: Connection,
): void {
  const requests: string[] = [];
  lsp.LanguageServer.onInitialize(({ capabilities: { workspace: able } }) => {
    if (able?.codeLens?.refreshSupport) requests.push(CodeLensRefreshRequest.method);
    if (able?.inlayHint?.refreshSupport) requests.push(InlayHintRefreshRequest.method);
  });
  const report = logFailure(connection, 'Callers and hints could not be shown anew');
  const pauses = new Pauses(report);
  const runs = new Map<string, string>();
  findings.onChanged((uri) => {
    const found = findings
      .of(uri, workspace.TextDocuments.get(uri)?.getText() ?? '')
      .filter(({ run }) => run.length > 0);
    const shown = found.map(({ code, element }) => `${code} ${element}`).join('\n');
    if (shown === (runs.get(uri) ?? '')) return;
    runs.set(uri, shown);
    const request = requests.find((one) => one === CodeLensRefreshRequest.method);
    if (request) connection.sendRequest(request).catch(report);
  });
  workspace.TextDocuments.onDidClose(({ document }) => runs.delete(document.uri));
  const changed = new Set<string>();
  const concernsOthers = () => workspace.TextDocuments.all().some(({ uri }) => changed.size > 1 || !changed.has(uri));
  workspace.DocumentBuilder.onUpdate((updated, deleted) => {
    for (const uri of [...updated, ...deleted]) changed.add(uri.toString());
  });
  workspace.DocumentBuilder.onBuildPhase(DocumentState.IndexedReferences, () => {
    if (changed.size === 0) return;
    pauses.wait('', 0, async () => {
      const isWanted = concernsOthers();
      changed.clear();
      if (isWanted) for (const request of requests) await connection.sendRequest(request);
    });
  });
}
