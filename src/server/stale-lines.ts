import { DocumentState } from 'langium';
import type { LangiumSharedServices } from 'langium/lsp';
import {
  type CodeAction,
  CodeActionKind,
  type CodeActionParams,
  type Connection,
  type Diagnostic,
  DiagnosticSeverity,
  DiagnosticTag,
} from 'vscode-languageserver';
import { comparePositions } from '../base/range.ts';
import { layoutPathOf, staleLinesOf } from '../workspace/index.ts';
import { logFailure } from './log-failure.ts';
import { isLayoutFile, layoutEnding, type ModelSource } from './model-source.ts';
import { Pauses } from './pauses.ts';

const code = 'layout-drift';

/**
 * Tells in layout files which of their lines are about elements that the texts do not have, where the typing pauses: while a line is half-typed, its
 * element is only away for a moment.
 */
export function publishStaleLines(
  { workspace: { DocumentBuilder, TextDocuments } }: LangiumSharedServices,
  source: ModelSource,
  connection: Connection,
): void {
  const pauses = new Pauses(logFailure(connection, 'The lines of a layout file could not be checked'));
  const told = new Set<string>();
  const publish = async (uri: string): Promise<void> => {
    const drawn = await source.drawn(uri);
    const lines = drawn ? staleLinesOf(drawn) : [];
    if (lines.length === 0 && !told.delete(uri)) return;
    if (lines.length > 0) told.add(uri);
    const diagnostics = lines.map(({ key, range }): Diagnostic => {
      const message = `"${key}" is not in the text any more. Remove this line, or give an element of the text this id.`;
      const severity = DiagnosticSeverity.Warning;
      return { range, severity, code, message, source: 'procedo', tags: [DiagnosticTag.Unnecessary] };
    });
    await connection.sendDiagnostics({ uri: layoutPathOf(uri), diagnostics });
  };
  const isOpen = (uri: string) => TextDocuments.get(uri) !== undefined;
  DocumentBuilder.onDocumentPhase(DocumentState.Validated, ({ textDocument: { uri } }) => {
    if (isOpen(uri)) pauses.wait(uri, source.timeToMake(uri), () => publish(uri));
  });
  TextDocuments.onDidChangeContent(({ document }) => {
    const uri = document.uri.slice(0, -layoutEnding.length);
    if (isLayoutFile(document.uri) && isOpen(uri)) pauses.wait(uri, 0, () => publish(uri));
  });
  TextDocuments.onDidClose(({ document: { uri } }) => {
    pauses.cancel(uri);
    if (told.delete(uri)) void connection.sendDiagnostics({ uri: layoutPathOf(uri), diagnostics: [] });
  });
}

/** What mends these lines in an open layout file. */
export async function staleLineActions(
  source: ModelSource,
  { textDocument: { uri }, range, context }: CodeActionParams,
): Promise<CodeAction[]> {
  const drawn = await source.drawn(uri.slice(0, -layoutEnding.length));
  const lines = drawn ? staleLinesOf(drawn) : [];
  const edit = (some: typeof lines) => ({
    changes: { [uri]: some.map(({ removal }) => ({ range: removal.range, newText: removal.text })) },
  });
  const here = lines.filter(
    (line) => comparePositions(line.range.start, range.end) <= 0 && comparePositions(range.start, line.range.end) <= 0,
  );
  const actions = here.map((line): CodeAction => {
    const diagnostics = context.diagnostics.filter(
      (one) => one.code === code && one.range.start.line === line.range.start.line,
    );
    return {
      title: `Remove the line of "${line.key}"`,
      kind: CodeActionKind.QuickFix,
      diagnostics,
      isPreferred: true,
      edit: edit([line]),
    };
  });
  const all: CodeAction = {
    title: 'Remove all lines that are not in the text any more',
    kind: CodeActionKind.QuickFix,
    edit: edit(lines),
  };
  return here.length > 0 && lines.length > 1 ? [...actions, all] : actions;
}
