/** The first half of the road for text: parse, link with the files around it, check, compile. */
import { type LangiumDocument, URI } from 'langium';
import type { Problem } from '../base/problem.ts';
import { createProcedoServices, type Model, type ProcedoServices, problemsOf } from '../language/index.ts';
import { type LayoutFile, parseLayoutFile } from '../layout/index.ts';
import { compile } from '../mapping/index.ts';
import type { Files } from './files.ts';
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
  const layout = await readLayoutFile(path, files);
  const compiled = compile(document.parseResult.value as Model, layout.file);
  const problems = [...problemsOf(document), ...compiled.problems, ...layout.problems];
  return { path, kind: 'text', text, problems, ...compiled.value };
}

function addDocument(services: ProcedoServices, path: string, text: string): LangiumDocument {
  const uri = URI.from({ scheme: 'file', path: path.startsWith('/') ? path : `/${path}` });
  const document = services.shared.workspace.LangiumDocumentFactory.fromString(text, uri);
  services.shared.workspace.LangiumDocuments.addDocument(document);
  return document;
}

/** Texts are UTF-8, with or without a byte order mark. */
function decode(bytes: Uint8Array): string {
  return new TextDecoder('utf-8', { ignoreBOM: false }).decode(bytes);
}

interface LayoutBeside {
  readonly file?: LayoutFile;
  readonly problems: readonly Problem[];
}

/** Problems of the layout file are told without their place: a finding's place is in the text. */
async function readLayoutFile(path: string, files: Files): Promise<LayoutBeside> {
  const layoutPath = `${path}.layout`;
  const bytes = path === '-' ? undefined : await files.read(layoutPath);
  if (!bytes) return { problems: [] };
  const { value, problems } = parseLayoutFile(decode(bytes));
  const told = problems.map(({ range, ...problem }) => ({
    ...problem,
    severity: 'warning' as const,
    message: `${layoutPath}:${(range?.start.line ?? 0) + 1}: ${problem.message}`,
  }));
  return { file: value, problems: told };
}
