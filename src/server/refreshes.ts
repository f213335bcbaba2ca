import { DocumentState } from 'langium';
import type { LangiumSharedServices } from 'langium/lsp';
import { CodeLensRefreshRequest, type Connection, InlayHintRefreshRequest } from 'vscode-languageserver';
import { logFailure } from './log-failure.ts';
import { Pauses } from './pauses.ts';

/**
 * Asks the client to show callers and hints of its open texts anew when another text changes: it asks for those of the changed text
 * itself, but who calls what stands in others too.
 */
export function askForRefreshes({ workspace, lsp }: LangiumSharedServices, connection: Connection): void {
  const requests: string[] = [];
  lsp.LanguageServer.onInitialize(({ capabilities: { workspace: able } }) => {
    if (able?.codeLens?.refreshSupport) requests.push(CodeLensRefreshRequest.method);
    if (able?.inlayHint?.refreshSupport) requests.push(InlayHintRefreshRequest.method);
  });
  const pauses = new Pauses(logFailure(connection, 'Callers and hints could not be shown anew'));
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
