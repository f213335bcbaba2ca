import {
  createDefaultCoreModule,
  createDefaultSharedCoreModule,
  createLangiumParser,
  type DefaultSharedCoreModuleContext,
  EmptyFileSystem,
  inject,
  type LangiumCoreServices,
  type LangiumParser,
  type LangiumSharedCoreServices,
  Module,
  type PartialLangiumCoreServices,
} from 'langium';
import { ProcedoGeneratedModule, ProcedoGeneratedSharedModule } from './generated/module.ts';
import { leanParser } from './lean-parser.ts';
import { ProcedoLexer, ProcedoLexerMessages } from './lexing/procedo-lexer.ts';
import { ProcedoTokenBuilder } from './lexing/token-builder.ts';
import { MAX_LOOKAHEAD, ProcedoLookahead } from './lookahead.ts';
import { givingBlocksBack } from './lost-blocks.ts';
import { ProcedoLinker } from './scoping/linker.ts';
import { ProcedoNameProvider } from './scoping/name-provider.ts';
import { ProcedoDescriptions } from './scoping/node-descriptions.ts';
import { ProcedoScopeComputation } from './scoping/scope-computation.ts';
import { ProcedoScopeProvider } from './scoping/scope-provider.ts';
import { sureFirst } from './sure-parser.ts';
import { ProcedoParserMessages } from './syntax-errors.ts';
import { ProcedoDocumentValidator } from './validation/document-validator.ts';
import { ProcedoValueConverter } from './value-converter.ts';

function procedoParser(services: LangiumCoreServices): LangiumParser {
  return givingBlocksBack(leanParser(createLangiumParser(services), services.shared.AstReflection));
}

/** What the language itself does its own way, with or without an editor. The LSP module builds on it. */
export const ProcedoModule: Module<LangiumCoreServices, PartialLangiumCoreServices> = {
  parser: {
    LangiumParser: procedoParser,
    TokenBuilder: () => new ProcedoTokenBuilder(),
    Lexer: (services) => new ProcedoLexer(services),
    LexerErrorMessageProvider: () => new ProcedoLexerMessages(),
    ParserConfig: (services) => ({
      maxLookahead: MAX_LOOKAHEAD,
      recoveryEnabled: true,
      lookaheadStrategy: new ProcedoLookahead(services.parser.Lexer.definition),
    }),
    ParserErrorMessageProvider: () => new ProcedoParserMessages(),
    ValueConverter: () => new ProcedoValueConverter(),
  },
  validation: {
    DocumentValidator: (services) => new ProcedoDocumentValidator(services),
  },
  references: {
    Linker: (services) => new ProcedoLinker(services),
    NameProvider: () => new ProcedoNameProvider(),
    ScopeComputation: (services) => new ProcedoScopeComputation(services),
    ScopeProvider: (services) => new ProcedoScopeProvider(services),
  },
  workspace: {
    AstNodeDescriptionProvider: (services) => new ProcedoDescriptions(services),
  },
};

/** The services of the language and those that files share. */
export interface ProcedoServices {
  readonly shared: LangiumSharedCoreServices;
  readonly Procedo: LangiumCoreServices;
}

/** Which reference means what is kept for an editor that asks for all uses of a name; nobody else does. */
const withoutReferenceIndex: Module<LangiumCoreServices, PartialLangiumCoreServices> = {
  workspace: { ReferenceDescriptionProvider: () => ({ createDescriptions: async () => [] }) },
};

const withLatePlaces: Module<LangiumCoreServices, PartialLangiumCoreServices> = {
  parser: { LangiumParser: (services) => sureFirst(procedoParser(services), services) },
};

/** The services without an editor: parse, link, check. @param context where files come from; from nowhere by default. */
export function createProcedoServices(context: DefaultSharedCoreModuleContext = EmptyFileSystem): ProcedoServices {
  return servicesWith(withoutReferenceIndex, context);
}

/** The same for who has no use for places in the text: what has no mistake is parsed in a quarter of the time, and once more if a place is asked for. */
export function createServicesWithLatePlaces(): ProcedoServices {
  return servicesWith(Module.merge(withoutReferenceIndex, withLatePlaces), EmptyFileSystem);
}

function servicesWith(
  module: Module<LangiumCoreServices, PartialLangiumCoreServices>,
  context: DefaultSharedCoreModuleContext,
): ProcedoServices {
  const shared = inject(createDefaultSharedCoreModule(context), ProcedoGeneratedSharedModule);
  const Procedo = inject(createDefaultCoreModule({ shared }), ProcedoGeneratedModule, ProcedoModule, module);
  shared.ServiceRegistry.register(Procedo);
  return { shared, Procedo };
}
