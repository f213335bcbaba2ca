import type { LangiumSharedServices } from 'langium/lsp';
import {
  addCompletionHandler,
  addDocumentHighlightHandler,
  addDocumentSymbolHandler,
  addDocumentUpdateHandler,
  addFindReferencesHandler,
  addFoldingRangeHandler,
  addFormattingHandler,
  addGotoDefinitionHandler,
  addHoverHandler,
  addRenameHandler,
  addSemanticTokenHandler,
  addWorkspaceSymbolHandler,
} from 'langium/lsp';
import type { Connection } from 'vscode-languageserver';

/** Each request of LSP that is answered, and when it may be: Langium's handlers wait for the phase that they need. */
const handlers = [
  addCompletionHandler,
  addDocumentHighlightHandler,
  addDocumentSymbolHandler,
  addDocumentUpdateHandler,
  addFindReferencesHandler,
  addFoldingRangeHandler,
  addFormattingHandler,
  addGotoDefinitionHandler,
  addHoverHandler,
  addRenameHandler,
  addSemanticTokenHandler,
  addWorkspaceSymbolHandler,
];

/** Answers what LSP itself asks, and begins to listen: call it last. */
export function answerLanguageRequests(shared: LangiumSharedServices, connection: Connection): void {
  for (const add of handlers) add(connection, shared);
  connection.onInitialize((params) => shared.lsp.LanguageServer.initialize(params));
  connection.onInitialized((params) => shared.lsp.LanguageServer.initialized(params));
  shared.workspace.TextDocuments.listen(connection);
  connection.listen();
}
