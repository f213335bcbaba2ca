import { DocumentState } from 'langium';
import {
  addCompletionHandler,
  addDocumentHighlightHandler,
  addDocumentLinkHandler,
  addDocumentSymbolHandler,
  addDocumentUpdateHandler,
  addFindReferencesHandler,
  addFoldingRangeHandler,
  addFormattingHandler,
  addGotoDefinitionHandler,
  addHoverHandler,
  addInlayHintHandler,
  addRenameHandler,
  addSemanticTokenHandler,
  addWorkspaceSymbolHandler,
  createServerRequestHandler,
  type LangiumSharedServices,
} from 'langium/lsp';
import type { Connection } from 'vscode-languageserver';
import type { ProcedoLspServices } from '../language/procedo-lsp-module.ts';

/** The requests of LSP that the language alone answers, and when they may be: Langium's handlers wait for the phase that they need. */
const handlers: readonly ((connection: Connection, services: LangiumSharedServices) => void)[] = [
  addCompletionHandler,
  addDocumentHighlightHandler,
  // What a name behind `runs` leads to is known when names are.
  (connection, services) => addDocumentLinkHandler(connection, services, DocumentState.Linked),
  addDocumentSymbolHandler,
  addDocumentUpdateHandler,
  addFindReferencesHandler,
  addFoldingRangeHandler,
  addFormattingHandler,
  addGotoDefinitionHandler,
  addHoverHandler,
  addInlayHintHandler,
  addRenameHandler,
  addSemanticTokenHandler,
  addWorkspaceSymbolHandler,
];

/** Answers what LSP itself asks, and begins to listen: call it last. */
export function answerLanguageRequests(services: ProcedoLspServices, connection: Connection): void {
  const { shared } = services;
  for (const add of handlers) add(connection, shared);
  answerOwnRequests(services, connection);
  connection.onInitialize((params) => shared.lsp.LanguageServer.initialize(params));
  connection.onInitialized((params) => shared.lsp.LanguageServer.initialized(params));
  shared.workspace.TextDocuments.listen(connection);
  connection.listen();
}

/** Requests that Langium has no handler for, or (a rename's start) answers with less than LSP takes. */
function answerOwnRequests({ shared, Procedo }: ProcedoLspServices, connection: Connection): void {
  const { LinkedEditingRangeProvider, RenameProvider, SelectionRangeProvider } = Procedo.lsp;
  connection.onSelectionRanges(
    createServerRequestHandler(
      (_, document, params) => SelectionRangeProvider.getSelectionRanges(document, params),
      shared,
      DocumentState.Parsed,
    ),
  );
  connection.languages.onLinkedEditingRange(
    createServerRequestHandler(
      (_, document, params) => LinkedEditingRangeProvider.getLinkedEditingRanges(document, params),
      shared,
      DocumentState.IndexedReferences,
    ),
  );
  connection.onPrepareRename(
    createServerRequestHandler(
      (_, document, { position }) => RenameProvider.start(document, position),
      shared,
      DocumentState.IndexedReferences,
    ),
  );
}
