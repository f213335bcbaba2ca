import type { LangiumSharedServices } from 'langium/lsp';
import type { Connection } from 'vscode-languageserver';
import { hasErrors } from '../base/problem.ts';
import { type ExportParams, type ExportResult, exportRequest } from '../protocol/server.ts';
import { exportXml, notationsOf, open, render, type SourceDocument } from '../workspace/index.ts';
import { editorFiles, pathOf } from './editor-files.ts';
import { toPng } from './raster.ts';

/** Makes pictures and XML of an open document as it stands in the editor, saved or not. */
export function answerExports(shared: LangiumSharedServices, connection: Connection): void {
  connection.onRequest(exportRequest, async (params: ExportParams): Promise<ExportResult | null> => {
    const text = shared.workspace.TextDocuments.get(params.uri)?.getText();
    if (text === undefined) return null;
    const files = editorFiles(shared);
    const document = await open(pathOf(params.uri), new TextEncoder().encode(text), files);
    return contentOf(document, params);
  });
}

async function contentOf(
  document: SourceDocument,
  { format, diagram, notation = notationsOf(document)[0] }: ExportParams,
): Promise<ExportResult> {
  const { problems } = document;
  if (hasErrors(problems)) return { problems };
  if (format === 'xml') return { content: exportXml(document, notation), notation, problems };
  const pictures = await render(document, { diagram });
  const all = [...problems, ...pictures.problems];
  const svg = pictures.value[0]?.svg;
  if (svg === undefined) return { problems: all };
  if (format === 'svg') return { content: svg, problems: all };
  return { content: Buffer.from(await toPng(svg)).toString('base64'), problems: all };
}
