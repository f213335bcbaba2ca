import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { EmptyFileSystem, type LangiumDocument, URI } from 'langium';
import type { Position } from 'vscode-languageserver';
import { createProcedoLspServices, type ProcedoLspServices } from '../../../src/language/procedo-lsp-module.ts';

/**
 * A case of a feature: `NAME.procedo`, a text with the caret at `<|>`, and `NAME.expected` beside it. Further files of the
 * workspace follow behind lines `--- other.procedo`.
 */
export interface Fixture {
  readonly name: string;
  readonly files: readonly MarkedFile[];
  readonly expected: string;
}

interface MarkedFile {
  readonly path: string;
  readonly text: string;
  /** Offset of the caret, its mark taken out; -1 where there is none. */
  readonly caret: number;
}

const MARK = '<|>';

/** The cases in test/fixtures/language/lsp/FEATURE. */
export function fixturesOf(feature: string): Fixture[] {
  const folder = new URL(`../../fixtures/language/lsp/${feature}/`, import.meta.url);
  const names = readdirSync(folder).filter((file) => file.endsWith('.procedo'));
  return names.map((file) => {
    const name = file.slice(0, -'.procedo'.length);
    const expected = new URL(`${name}.expected`, folder);
    return {
      name,
      files: splitFiles(readFileSync(new URL(file, folder), 'utf8')),
      expected: existsSync(expected) ? readFileSync(expected, 'utf8').trimEnd() : '',
    };
  });
}

function splitFiles(text: string): MarkedFile[] {
  const [first = '', ...rest] = text.split(/^--- (.+)\n/m);
  const files = [marked('main.procedo', first)];
  for (let index = 0; index < rest.length; index += 2) files.push(marked(rest[index] ?? '', rest[index + 1] ?? ''));
  return files;
}

function marked(path: string, text: string): MarkedFile {
  return { path, text: text.replace(MARK, ''), caret: text.indexOf(MARK) };
}

/** The files of a case, read and linked, and the caret in the first of them. */
export interface OpenFixture {
  readonly services: ProcedoLspServices;
  readonly document: LangiumDocument;
  readonly position: Position;
  readonly params: { readonly textDocument: { readonly uri: string }; readonly position: Position };
}

let shared: Promise<ProcedoLspServices> | undefined;

/** The services as an editor with snippets has them; made once, since that takes longer than any case. */
function editorServices(): Promise<ProcedoLspServices> {
  const make = async (): Promise<ProcedoLspServices> => {
    const services = createProcedoLspServices(EmptyFileSystem);
    const capabilities = { textDocument: { completion: { completionItem: { snippetSupport: true } } } };
    await services.shared.lsp.LanguageServer.initialize({ capabilities, processId: null, rootUri: null });
    return services;
  };
  shared ??= make();
  return shared;
}

/** Opens a case: its files are the only ones of the workspace. */
export async function openFixture({ files }: Pick<Fixture, 'files'>): Promise<OpenFixture> {
  const services = await editorServices();
  const { DocumentBuilder, LangiumDocumentFactory, LangiumDocuments } = services.shared.workspace;
  await DocumentBuilder.update([], LangiumDocuments.all.map(({ uri }) => uri).toArray());
  const documents = files.map(({ path, text }) =>
    LangiumDocumentFactory.fromString(text, URI.parse(`file:///${path}`)),
  );
  for (const document of documents) LangiumDocuments.addDocument(document);
  await DocumentBuilder.build(documents, { validation: true });
  const document = documents[0];
  if (!document) throw new Error('A case without a file.');
  const position = document.textDocument.positionAt(Math.max(files[0]?.caret ?? 0, 0));
  return { services, document, position, params: { textDocument: { uri: document.uri.toString() }, position } };
}

/** One text with a mark, for tests that need no files. */
export function fixtureText(text: string): Pick<Fixture, 'files'> {
  return { files: splitFiles(text) };
}

/** A whole text that uses most of the language. */
export const processSample = readFileSync(
  new URL('../../fixtures/language/lsp/process-sample.procedo', import.meta.url),
  'utf8',
);

/** Likewise of a case. */
export const caseSample = readFileSync(
  new URL('../../fixtures/language/samples/claim.procedo', import.meta.url),
  'utf8',
);
