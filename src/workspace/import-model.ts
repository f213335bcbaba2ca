/** XML, or a text of Mermaid's → text and layout file. */
import { type LangiumDocument, URI } from 'langium';
import type { Problem } from '../base/problem.ts';
import { diffWritten, isSameModel } from '../diff/index.ts';
import { createServicesWithLatePlaces, holdsErrors, type Model, problemsOf } from '../language/index.ts';
import { printLayoutFile } from '../layout/index.ts';
import { type CmmnDefinitions, type Definitions, is, readModel, writeModel } from '../model/index.ts';
import { casesBeside, layoutBeside, nestedTooDeep, printCases, printText, type Statistics } from '../printing/index.ts';
import { withExported } from './outputs.ts';
import type { Exportable, SourceDocument } from './source-document.ts';
import { exportableText } from './text-reader.ts';

export interface ImportedModel {
  readonly text: string;
  /** What stands in the layout file beside it; nothing has to where a text of Mermaid's has no drawing and no ids to keep. */
  readonly layout?: string;
  /** Made when they are asked for. */
  readonly statistics: () => Statistics;
  /** In which the model that is exported of both differs from the one that was imported, a sentence each; empty: in nothing. */
  readonly lost: readonly string[];
}

const PATH = 'imported.procedo';
const NOTHING_EXPORTED: readonly string[] = ['Nothing can be exported of it.'];

/** Makes texts of models, one at a time. */
export class ModelImporter {
  readonly #services = createServicesWithLatePlaces();

  /** Where the document holds no model that can be a text yet, why: the places of problems are in the document. */
  async import({
    definitions,
    kind,
  }: SourceDocument): Promise<ImportedModel | { readonly problems: readonly Problem[] }> {
    if (!definitions) return { problems: [] };
    const tooDeep = nestedTooDeep(definitions);
    if (tooDeep) return { problems: [tooDeep] };
    const printed = is(definitions, 'cmmn:Definitions') ? printCases(definitions) : printText(definitions);
    const document = await this.#parsed(printed.text);
    if (holdsErrors(document)) return { problems: errorsOf(document) };
    const model = document.parseResult.value as Model;
    const beside = is(definitions, 'cmmn:Definitions')
      ? casesBeside(definitions, printed, model)
      : layoutBeside(definitions, printed, model);
    const { layout } = beside;
    const { text, statistics } = printed;
    const lost = lostIn(definitions, exportableText(document, layout, beside));
    return { text, statistics, lost, ...(kind !== 'mermaid' && { layout: printLayoutFile(layout) }) };
  }

  /** The syntax tree of a text that stands alone. */
  async #parsed(text: string): Promise<LangiumDocument> {
    const { LangiumDocumentFactory, LangiumDocuments, DocumentBuilder, IndexManager } = this.#services.shared.workspace;
    const uri = URI.parse(`memory:///${PATH}`);
    if (LangiumDocuments.hasDocument(uri)) LangiumDocuments.deleteDocument(uri);
    IndexManager.remove(uri);
    const document = LangiumDocumentFactory.fromString(text, uri);
    LangiumDocuments.addDocument(document);
    await DocumentBuilder.build([document], { validation: true });
    return document;
  }
}

/** Without their places, which are in a text that nobody has. */
function errorsOf(document: LangiumDocument): Problem[] {
  const errors = problemsOf(document).filter(({ severity }) => severity === 'error');
  return errors.map(({ range: _, ...problem }) => problem);
}

/** What is not in the model that is exported: the check of all that the text and the layout file are made by. */
function lostIn(definitions: Definitions | CmmnDefinitions, made: Exportable): readonly string[] {
  const lost = (exported: Definitions | CmmnDefinitions) => {
    // What the model says already, its file says too; it is read again only to find out what anything else is worth there.
    if (isSameModel(definitions, exported)) return [];
    const again = readModel(writeModel(exported)).definitions;
    return again && diffWritten(definitions, again).map(({ sentence }) => sentence);
  };
  return withExported(made, lost, is(definitions, 'cmmn:Definitions') ? 'cmmn' : 'bpmn') ?? NOTHING_EXPORTED;
}
