import { DocumentState } from 'langium';
import type { LangiumSharedServices } from 'langium/lsp';
import type { Connection } from 'vscode-languageserver';
import { hasErrors } from '../base/problem.ts';
import { problemsOf } from '../language/index.ts';
import { followSaved, type LiveModel, layoutPathOf } from '../workspace/index.ts';
import { logFailure } from './log-failure.ts';
import type { ModelSource } from './model-source.ts';

/**
 * When a text is saved, the lines of its layout file follow elements whose ids, made from labels, have changed. The client applies that to the layout
 * file, so that it can be undone there. A text with errors is left for a later save.
 */
export function followIds(
  { workspace: { DocumentBuilder, TextDocuments } }: LangiumSharedServices,
  source: ModelSource,
  connection: Connection,
): void {
  /** By URI: the models for which the layout file was written. */
  const written = new Map<string, LiveModel['keyed']>();
  DocumentBuilder.onDocumentPhase(DocumentState.Validated, (document) => {
    const { uri } = document.textDocument;
    if (!TextDocuments.get(uri) || written.has(uri) || hasErrors(problemsOf(document))) return;
    const made = source.compiled(document);
    if (made) written.set(uri, made.keyed);
  });
  const follow = async (uri: string): Promise<void> => {
    const document = source.isText(uri) ? await source.text(uri) : undefined;
    const drawn = document && !hasErrors(problemsOf(document)) ? await source.drawn(uri) : undefined;
    if (!drawn) return;
    const before = written.get(uri);
    written.set(uri, drawn.models);
    // What has changed elsewhere, as by a merge, nobody has seen here.
    const edit = await followSaved(before, drawn.models, drawn);
    if (!edit) return;
    const changes = { [layoutPathOf(uri)]: [edit] };
    await connection.workspace.applyEdit({ label: 'Follow renamed elements in the layout file', edit: { changes } });
  };
  TextDocuments.onDidSave(({ document: { uri } }) => {
    follow(uri).catch(logFailure(connection, 'The layout file could not follow'));
  });
  TextDocuments.onDidClose(({ document: { uri } }) => written.delete(uri));
}
