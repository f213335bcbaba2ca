import { DocumentState, type LangiumDocument } from 'langium';
import type { LangiumSharedServices } from 'langium/lsp';
import { type Connection, type Diagnostic, DiagnosticSeverity } from 'vscode-languageserver';
import { listedProblems, type Problem, type Severity } from '../base/problem.ts';
import { type Range, range } from '../base/range.ts';
import { problemsOf } from '../language/index.ts';
import { logFailure } from './log-failure.ts';
import type { ModelSource } from './model-source.ts';
import { Pauses, waitsForPause } from './pauses.ts';

const severities: Readonly<Record<Severity, DiagnosticSeverity>> = {
  error: DiagnosticSeverity.Error,
  warning: DiagnosticSeverity.Warning,
  info: DiagnosticSeverity.Information,
};

/** Publishes what is wrong with each text and each open file of BPMN or CMMN after each of its changes, and nothing any more once it is gone. */
export function publishDiagnostics(shared: LangiumSharedServices, source: ModelSource, connection: Connection): void {
  const { DocumentBuilder, TextDocuments } = shared.workspace;
  const pauses = new Pauses(logFailure(connection, 'Problems could not be published'));
  publishFiles(shared, source, connection, pauses);
  const publish = (document: LangiumDocument, more: readonly Problem[]): Promise<void> => {
    const { uri, version } = document.textDocument;
    const diagnostics = listedProblems([...problemsOf(document), ...more]).map(diagnosticOf);
    return connection.sendDiagnostics({ uri, diagnostics, version: TextDocuments.get(uri) && version });
  };
  DocumentBuilder.onUpdate((changed, deleted) => {
    for (const uri of changed) pauses.cancel(uri.toString());
    for (const uri of deleted) void connection.sendDiagnostics({ uri: uri.toString(), diagnostics: [] });
  });
  DocumentBuilder.onDocumentPhase(DocumentState.Validated, async (document) => {
    const { uri } = document.textDocument;
    const isOpen = TextDocuments.get(uri) !== undefined;
    const waits = isOpen && waitsForPause(document);
    await publish(document, isOpen && !waits ? modelProblems(document, source) : []);
    if (!waits) return;
    const time = source.timeToMake(document.textDocument.uri);
    pauses.wait(uri, time, () => publish(document, modelProblems(document, source)));
  });
}

/** What the reader finds in open files of BPMN and CMMN, which need no build. */
function publishFiles(
  { workspace: { TextDocuments } }: LangiumSharedServices,
  source: ModelSource,
  connection: Connection,
  pauses: Pauses,
): void {
  const publish = async (uri: string): Promise<void> => {
    const file = await source.xml(uri);
    if (file) await connection.sendDiagnostics({ uri, diagnostics: file.problems.map(diagnosticOf) });
  };
  TextDocuments.onDidChangeContent(({ document: { uri } }) => {
    if (!source.isText(uri)) pauses.wait(uri, 0, () => publish(uri));
  });
  TextDocuments.onDidClose(({ document: { uri } }) => {
    if (source.isText(uri)) return;
    pauses.cancel(uri);
    void connection.sendDiagnostics({ uri, diagnostics: [] });
  });
}

/** What only the model shows, at the place of the element it is about. Files that nobody edits are not compiled for it. */
function modelProblems(document: LangiumDocument, source: ModelSource): Problem[] {
  const made = source.compiled(document);
  return (made?.problems ?? []).map((problem) => ({
    ...problem,
    range: problem.range ?? (problem.element === undefined ? undefined : made?.sourceMap.rangeOf(problem.element)),
  }));
}

/** A problem without a place is shown at the head of the file. */
function diagnosticOf({ severity, code, message, range: place }: Problem): Diagnostic {
  const at: Range = place ?? range(0, 0, 0, 0);
  return { range: at, severity: severities[severity], code, message, source: 'procedo' };
}
