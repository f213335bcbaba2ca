import { readFileSync } from 'node:fs';
import { URI } from 'langium';
import { createProcedoServices, type Model } from '../../src/language/index.ts';

/** Parses and links a text by itself. */
export async function parseText(text: string, name = 'test.procedo'): Promise<Model> {
  const services = createProcedoServices();
  const uri = URI.from({ scheme: 'file', path: `/${name}` });
  const document = services.shared.workspace.LangiumDocumentFactory.fromString(text, uri);
  services.shared.workspace.LangiumDocuments.addDocument(document);
  await services.shared.workspace.DocumentBuilder.build([document]);
  return document.parseResult.value as Model;
}

export function parseFile(path: string): Promise<Model> {
  return parseText(readFileSync(path, 'utf8'));
}
