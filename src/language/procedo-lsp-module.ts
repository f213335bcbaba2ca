import { inject, type LangiumCoreServices, type Module } from 'langium';
import {
  createDefaultModule,
  createDefaultSharedModule,
  type DefaultSharedModuleContext,
  type LangiumServices,
  type LangiumSharedServices,
  type PartialLangiumServices,
} from 'langium/lsp';
import { ProcedoGeneratedModule, ProcedoGeneratedSharedModule } from './generated/module.ts';
import { ProcedoCompletionProvider } from './lsp/completion-provider.ts';
import { ProcedoModule } from './procedo-module.ts';

/** What an editor asks of the language, one file a feature. */
export const ProcedoLspModule: Module<LangiumServices, PartialLangiumServices> = {
  lsp: {
    CompletionProvider: (services) => new ProcedoCompletionProvider(services),
  },
};

/** The services of the language with those that an editor needs. */
export interface ProcedoLspServices {
  readonly shared: LangiumSharedServices;
  readonly Procedo: LangiumServices;
}

/** The services with an editor behind `context.connection`; without a connection they answer all the same, as in tests. */
export function createProcedoLspServices(context: DefaultSharedModuleContext): ProcedoLspServices {
  const shared = inject(createDefaultSharedModule(context), ProcedoGeneratedSharedModule);
  const core: Module<LangiumServices, object> = ProcedoModule as Module<LangiumCoreServices, object>;
  const Procedo = inject(createDefaultModule({ shared }), ProcedoGeneratedModule, core, ProcedoLspModule);
  shared.ServiceRegistry.register(Procedo);
  return { shared, Procedo };
}
