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
import { ProcedoCompletionProvider } from './lsp/completion-provider.ts';
import { ProcedoDefinitionProvider } from './lsp/definition-provider.ts';
import { ProcedoDocumentSymbolProvider } from './lsp/document-symbol-provider.ts';
import { ProcedoDocumentUpdateHandler } from './lsp/document-update-handler.ts';
import { ProcedoFoldingRangeProvider } from './lsp/folding-range-provider.ts';
import { ProcedoFormatter } from './lsp/formatter.ts';
import { ProcedoHoverProvider } from './lsp/hover-provider.ts';
import { ProcedoNodeKindProvider } from './lsp/node-kind-provider.ts';
import { ProcedoReferences } from './lsp/procedo-references.ts';
import { ProcedoRenameProvider } from './lsp/rename-provider.ts';
import { ProcedoSemanticTokenProvider } from './lsp/semantic-token-provider.ts';
import { ProcedoModule } from './procedo-module.ts';
import { registerChecks } from './validation/checks.ts';

/** What an editor asks of the language, one file a feature. */
export const ProcedoLspModule: Module<LangiumServices, PartialLangiumServices> = {
  references: {
    References: (services) => new ProcedoReferences(services),
  },
  lsp: {
    CompletionProvider: (services) => new ProcedoCompletionProvider(services),
    DefinitionProvider: (services) => new ProcedoDefinitionProvider(services),
    DocumentSymbolProvider: (services) => new ProcedoDocumentSymbolProvider(services),
    FoldingRangeProvider: () => new ProcedoFoldingRangeProvider(),
    Formatter: () => new ProcedoFormatter(),
    HoverProvider: (services) => new ProcedoHoverProvider(services),
    RenameProvider: (services) => new ProcedoRenameProvider(services),
    SemanticTokenProvider: (services) => new ProcedoSemanticTokenProvider(services),
  },
};

/** What all languages of a server share. */
const SharedModule: Module<LangiumSharedServices, PartialLangiumSharedServices> = {
  lsp: {
    DocumentUpdateHandler: (services) => new ProcedoDocumentUpdateHandler(services),
    NodeKindProvider: () => new ProcedoNodeKindProvider(),
  },
};

/** The services of the language with those that an editor needs. */
export interface ProcedoLspServices {
  readonly shared: LangiumSharedServices;
  readonly Procedo: LangiumServices;
}

/** The services with an editor behind `context.connection`; without a connection they answer all the same, as in tests. */
export function createProcedoLspServices(context: DefaultSharedModuleContext): ProcedoLspServices {
  const shared = inject(createDefaultSharedModule(context), ProcedoGeneratedSharedModule, SharedModule);
  const core: Module<LangiumServices, object> = ProcedoModule as Module<LangiumCoreServices, object>;
  const Procedo = inject(createDefaultModule({ shared }), ProcedoGeneratedModule, core, ProcedoLspModule);
  shared.ServiceRegistry.register(Procedo);
  registerChecks(Procedo);
  return { shared, Procedo };
}
