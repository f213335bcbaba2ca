/** XML → text and layout file. */
import { type LangiumDocument, URI } from 'langium';
import type { Problem } from '../base/problem.ts';
import { createProcedoServices, type Model, problemsOf } from '../language/index.ts';
import { printLayoutFile } from '../layout/index.ts';
import { is } from '../model/index.ts';
import { casesBeside, layoutBeside, printCases, printText, type Statistics } from '../printing/index.ts';
import type { SourceDocument } from './source-document.ts';

export interface ImportedModel {
  readonly text: string;
  /** What stands in the layout file beside it. */
  readonly layout: string;
  readonly statistics: Statistics;
}

/** Makes texts of models, one at a time. */
export class ModelImporter {
  readonly #services = createProcedoServices();

  /** Undefined where the document holds no model that can be a text yet. */
  async import({ definitions }: SourceDocument): Promise<ImportedModel | { readonly problems: readonly Problem[] }> {
    if (!definitions) return { problems: [] };
    const printed = is(definitions, 'cmmn:Definitions') ? printCases(definitions) : printText(definitions);
    const document = await this.#parsed(printed.text);
    const errors = problemsOf(document).filter(({ severity }) => severity === 'error');
    if (errors.length > 0) return { problems: errors };
    const model = document.parseResult.value as Model;
    const layout = is(definitions, 'cmmn:Definitions')
      ? casesBeside(definitions, printed, model)
      : layoutBeside(definitions, printed, model);
    return { text: printed.text, layout: printLayoutFile(layout), statistics: printed.statistics() };
  }

  /** The syntax tree of a text that stands alone. */
  async #parsed(text: string): Promise<LangiumDocument> {
    const { LangiumDocumentFactory, LangiumDocuments, DocumentBuilder, IndexManager } = this.#services.shared.workspace;
    const uri = URI.parse('memory:///imported.procedo');
    if (LangiumDocuments.hasDocument(uri)) LangiumDocuments.deleteDocument(uri);
    IndexManager.remove(uri);
    const document = LangiumDocumentFactory.fromString(text, uri);
    LangiumDocuments.addDocument(document);
    await DocumentBuilder.build([document], { validation: true });
    return document;
  }
}
