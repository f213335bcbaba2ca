import { inject, type LangiumCoreServices, type Module } from 'langium';
import {
  createDefaultModule,
  createDefaultSharedModule,
  type DefaultSharedModuleContext,
  type LangiumServices,
  type LangiumSharedServices,
  type PartialLangiumServices,
  type PartialLangiumSharedServices,
} from 'langium/lsp';
import { ProcedoGeneratedModule, ProcedoGeneratedSharedModule } from './generated/module.ts';
import { Calls } from './lsp/calls.ts';
import { ProcedoCodeActionProvider } from './lsp/code-action-provider.ts';
import { ProcedoCodeLensProvider } from './lsp/code-lens-provider.ts';
import { ProcedoCompletionProvider } from './lsp/completion-provider.ts';
import { ProcedoDefinitionProvider } from './lsp/definition-provider.ts';
import { ProcedoDocumentHighlightProvider } from './lsp/document-highlight-provider.ts';
import { ProcedoDocumentLinkProvider } from './lsp/document-link-provider.ts';
import { ProcedoDocumentSymbolProvider } from './lsp/document-symbol-provider.ts';
import { ProcedoDocumentUpdateHandler } from './lsp/document-update-handler.ts';
import type { FilesBeside } from './lsp/files-beside.ts';
import { ProcedoFoldingRangeProvider } from './lsp/folding-range-provider.ts';
import { ProcedoFormatter } from './lsp/formatter.ts';
import { ProcedoHoverProvider } from './lsp/hover-provider.ts';
import { ProcedoInlayHintProvider } from './lsp/inlay-hint-provider.ts';
import { ProcedoLanguageServer } from './lsp/language-server.ts';
import { LinkedEditingRangeProvider } from './lsp/linked-editing-range-provider.ts';
import { ProcedoNodeKindProvider } from './lsp/node-kind-provider.ts';
import { ProcedoReferences } from './lsp/procedo-references.ts';
import { ProcedoRenameProvider } from './lsp/rename-provider.ts';
import { SelectionRangeProvider } from './lsp/selection-range-provider.ts';
import { ProcedoSemanticTokenProvider } from './lsp/semantic-token-provider.ts';
import { ProcedoWorkspaceSymbolProvider } from './lsp/workspace-symbol-provider.ts';
import { ProcedoModule } from './procedo-module.ts';

export type { FilesBeside };

/** What an editor asks of the language beside what Langium has a service for. */
export interface AddedLspServices {
  readonly lsp: {
    readonly Calls: Calls;
    readonly LinkedEditingRangeProvider: LinkedEditingRangeProvider;
    readonly RenameProvider: ProcedoRenameProvider;
    readonly SelectionRangeProvider: SelectionRangeProvider;
  };
}

/** The services of the language with those that an editor needs. */
export type ProcedoLanguageServices = LangiumServices & AddedLspServices;

/** What an editor asks of the language, one file a feature. */
function lspModule(beside?: FilesBeside): Module<ProcedoLanguageServices, PartialLangiumServices & AddedLspServices> {
  return {
    references: {
      References: (services) => new ProcedoReferences(services),
    },
    lsp: {
      CodeActionProvider: (services) => new ProcedoCodeActionProvider(services),
      Calls: (services) => new Calls(services),
      CodeLensProvider: (services) => new ProcedoCodeLensProvider(services),
      CompletionProvider: (services) => new ProcedoCompletionProvider(services),
      DefinitionProvider: (services) => new ProcedoDefinitionProvider(services),
      DocumentHighlightProvider: (services) => new ProcedoDocumentHighlightProvider(services),
      DocumentLinkProvider: () => new ProcedoDocumentLinkProvider(),
      DocumentSymbolProvider: (services) => new ProcedoDocumentSymbolProvider(services),
      FoldingRangeProvider: () => new ProcedoFoldingRangeProvider(),
      Formatter: (services) => new ProcedoFormatter(services),
      HoverProvider: (services) => new ProcedoHoverProvider(services),
      InlayHintProvider: (services) => new ProcedoInlayHintProvider(services),
      LinkedEditingRangeProvider: (services) => new LinkedEditingRangeProvider(services),
      RenameProvider: (services) => new ProcedoRenameProvider(services, beside),
      SelectionRangeProvider: () => new SelectionRangeProvider(),
      SemanticTokenProvider: (services) => new ProcedoSemanticTokenProvider(services),
    },
  };
}

/** What all languages of a server share. */
const SharedModule: Module<LangiumSharedServices, PartialLangiumSharedServices> = {
  lsp: {
    DocumentUpdateHandler: (services) => new ProcedoDocumentUpdateHandler(services),
    LanguageServer: (services) => new ProcedoLanguageServer(services),
    NodeKindProvider: () => new ProcedoNodeKindProvider(),
    WorkspaceSymbolProvider: (services) => new ProcedoWorkspaceSymbolProvider(services),
  },
};

/** The services of the language and those that files share, as a server has them. */
export interface ProcedoLspServices {
  readonly shared: LangiumSharedServices;
  readonly Procedo: ProcedoLanguageServices;
}

/**
 * The services with an editor behind `context.connection`; without a connection they answer all the same, as in tests.
 * @param beside the files beside the texts that name their elements too
 */
export function createProcedoLspServices(
  context: DefaultSharedModuleContext,
  beside?: FilesBeside,
): ProcedoLspServices {
  const shared = inject(createDefaultSharedModule(context), ProcedoGeneratedSharedModule, SharedModule);
  const core: Module<LangiumServices, object> = ProcedoModule as Module<LangiumCoreServices, object>;
  const Procedo = inject(createDefaultModule({ shared }), ProcedoGeneratedModule, core, lspModule(beside));
  shared.ServiceRegistry.register(Procedo);
  return { shared, Procedo };
}
