import { DocumentState, type LangiumDocument } from 'langium';
import type { LangiumSharedServices } from 'langium/lsp';
import { type Connection, type Diagnostic, DiagnosticSeverity } from 'vscode-languageserver';
import type { Problem, Severity } from '../base/problem.ts';
import { type Range, range } from '../base/range.ts';
import { problemsOf } from '../language/index.ts';
import type { ModelSource } from './model-source.ts';

const severities: Readonly<Record<Severity, DiagnosticSeverity>> = {
  error: DiagnosticSeverity.Error,
  warning: DiagnosticSeverity.Warning,
  info: DiagnosticSeverity.Information,
};

/** Publishes what is wrong with each text after each of its changes, and nothing any more once it is gone. */
export function publishDiagnostics(shared: LangiumSharedServices, source: ModelSource, connection: Connection): void {
  const { DocumentBuilder, TextDocuments } = shared.workspace;
  DocumentBuilder.onUpdate((_, deleted) => {
    for (const uri of deleted) void connection.sendDiagnostics({ uri: uri.toString(), diagnostics: [] });
  });
  DocumentBuilder.onDocumentPhase(DocumentState.Validated, (document) => {
    const { uri, version } = document.textDocument;
    const isOpen = TextDocuments.get(uri) !== undefined;
    const problems = [...problemsOf(document), ...(isOpen ? modelProblems(document, source) : [])];
    const diagnostics = problems.map(diagnosticOf);
    return connection.sendDiagnostics({ uri, diagnostics, version: isOpen ? version : undefined });
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
