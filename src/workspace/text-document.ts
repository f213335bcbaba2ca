/** The first half of the road for text: parse, link with the files around it, check, compile. */
import { type LangiumDocument, URI } from 'langium';
import { createProcedoServices, type Model, type ProcedoServices, problemsOf } from '../language/index.ts';
import { compile } from '../mapping/index.ts';
import type { Files } from './files.ts';
import { keptBeside } from './kept-beside.ts';
import type { SourceDocument } from './source-document.ts';

/** Opens a text with its layout file (`NAME.procedo.layout` beside it) and the texts that share its name space. */
export async function openText(path: string, bytes: Uint8Array, files: Files): Promise<SourceDocument> {
  const services = createProcedoServices();
  const text = decode(bytes);
  const document = addDocument(services, path, text);
  const others: LangiumDocument[] = [];
  for (const sibling of await files.siblings(path)) {
    const content = await files.read(sibling);
    if (content) others.push(addDocument(services, sibling, decode(content)));
  }
  await services.shared.workspace.DocumentBuilder.build(others);
  await services.shared.workspace.DocumentBuilder.build([document], { validation: true });
  const layout = await keptBeside(path, files);
  const compiled = compile(document.parseResult.value as Model, layout.kept);
  const problems = [...problemsOf(document), ...compiled.problems, ...layout.problems];
  return { path, kind: 'text', text, problems, ...compiled.value };
}

function addDocument(services: ProcedoServices, path: string, text: string): LangiumDocument {
  // The language knows its files by their ending; standard input has none.
  const name = path.endsWith('.procedo') ? path : `${path}.procedo`;
  const uri = URI.from({ scheme: 'file', path: name.startsWith('/') ? name : `/${name}` });
  const document = services.shared.workspace.LangiumDocumentFactory.fromString(text, uri);
  services.shared.workspace.LangiumDocuments.addDocument(document);
  return document;
}

/** Texts are UTF-8, with or without a byte order mark. */
function decode(bytes: Uint8Array): string {
  return new TextDecoder('utf-8', { ignoreBOM: false }).decode(bytes);
}
