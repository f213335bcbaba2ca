import { DefaultLanguageServer } from 'langium/lsp';
import type { InitializeParams, InitializeResult } from 'vscode-languageserver';
import { CODE_ACTION_KINDS } from './code-action-provider.ts';

/** Says to the client what is answered: also the requests of LSP that Langium has no service for. */
export class ProcedoLanguageServer extends DefaultLanguageServer {
  protected override buildInitializeResult(params: InitializeParams): InitializeResult {
    const { capabilities, ...rest } = super.buildInitializeResult(params);
    return {
      ...rest,
      capabilities: {
        ...capabilities,
        codeActionProvider: { codeActionKinds: [...CODE_ACTION_KINDS] },
        linkedEditingRangeProvider: true,
        selectionRangeProvider: true,
      },
    };
  }
}
