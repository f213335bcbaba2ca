import type { LangiumSharedServices } from 'langium/lsp';
import type { Connection } from 'vscode-languageserver';
import { hasErrors } from '../base/problem.ts';
import { type CopyXmlParams, type CopyXmlResult, copyXmlRequest } from '../protocol/importing.ts';
import { open, xmlOfPart } from '../workspace/index.ts';
import { editorFiles, pathOf } from './editor-files.ts';

/** Gives parts of an open text as XML, as it stands in the editor. */
export function answerXmlCopies(shared: LangiumSharedServices, connection: Connection): void {
  connection.onRequest(copyXmlRequest, async ({ uri, range }: CopyXmlParams): Promise<CopyXmlResult | null> => {
    const text = shared.workspace.TextDocuments.get(uri)?.getText();
    if (text === undefined) return null;
    const document = await open(pathOf(uri), new TextEncoder().encode(text), editorFiles(shared));
    const { problems } = document;
    const xml = hasErrors(problems) ? undefined : xmlOfPart(document, range);
    return { problems, ...(xml !== undefined && { xml }) };
  });
}
