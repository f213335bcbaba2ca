import { type LangiumDocument, URI } from 'langium';
import type { Problem } from '../../src/base/problem.ts';
import { createProcedoServices, type Model, type ProcedoServices, problemsOf } from '../../src/language/index.ts';

/** What the language makes of a text. */
export interface ReadText {
  readonly document: LangiumDocument;
  readonly model: Model;
  readonly problems: readonly Problem[];
}

/** Reads texts that know each other's root elements, as files of one folder do; the first is `file:///0.procedo`. */
export async function readTexts(texts: readonly string[], services = createProcedoServices()): Promise<ReadText[]> {
  const documents = texts.map((text, index) => addText(services, text, index));
  await services.shared.workspace.DocumentBuilder.build(documents, { validation: true });
  const read = documents.map((document) => ({
    document,
    model: document.parseResult.value as Model,
    problems: problemsOf(document),
  }));
  for (const { uri } of documents) services.shared.workspace.LangiumDocuments.deleteDocument(uri);
  for (const { uri } of documents) services.shared.workspace.IndexManager.remove(uri);
  return read;
}

const shared = createProcedoServices();

/** Reads one text by itself. The services are kept: the parser is made once per test file. */
export async function readText(text: string): Promise<ReadText> {
  const [read] = await readTexts([text], shared);
  if (!read) throw new Error('A text was read, and nothing came back.');
  return read;
}

function addText(services: ProcedoServices, text: string, index: number): LangiumDocument {
  const uri = URI.parse(`file:///${index}.procedo`);
  const document = services.shared.workspace.LangiumDocumentFactory.fromString(text, uri);
  services.shared.workspace.LangiumDocuments.addDocument(document);
  return document;
}
