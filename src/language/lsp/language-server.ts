import { DefaultLanguageServer } from 'langium/lsp';
import { type InitializeParams, type InitializeResult, TextDocumentSyncKind } from 'vscode-languageserver';
import { CODE_ACTION_KINDS } from './code-action-provider.ts';

/** Says to the client what is answered: also the requests of LSP that Langium has no service for. */
export class ProcedoLanguageServer extends DefaultLanguageServer {
  protected override buildInitializeResult(params: InitializeParams): InitializeResult {
    const { capabilities, ...rest } = super.buildInitializeResult(params);
    return {
      ...rest,
      capabilities: {
        ...capabilities,
        // A save is heard by who follows with the layout file, which Langium does not know of.
        textDocumentSync: { openClose: true, change: TextDocumentSyncKind.Incremental, save: true },
        codeActionProvider: { codeActionKinds: [...CODE_ACTION_KINDS] },
        linkedEditingRangeProvider: true,
        selectionRangeProvider: true,
      },
    };
  }
}
