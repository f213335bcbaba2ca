import { readFileSync } from 'node:fs';
import { URI } from 'langium';
import { createProcedoServices, type Model } from '../../src/language/index.ts';

const { workspace } = createProcedoServices().shared;
let parsed = 0;

/** Parses and links a text by itself. */
export async function parseText(text: string): Promise<Model> {
  const uri = URI.parse(`file:///text${parsed++}.procedo`);
  const document = workspace.LangiumDocumentFactory.fromString(text, uri);
  workspace.LangiumDocuments.addDocument(document);
  await workspace.DocumentBuilder.build([document]);
  // Its names must not be known to the next text.
  workspace.LangiumDocuments.deleteDocument(uri);
  workspace.IndexManager.remove(uri);
  return document.parseResult.value as Model;
}

export function parseFile(path: string): Promise<Model> {
  return parseText(readFileSync(path, 'utf8'));
}
