import { DocumentState, type LangiumDocument } from 'langium';
import type { LangiumSharedServices } from 'langium/lsp';
import { type Connection, type Diagnostic, DiagnosticSeverity, DiagnosticTag } from 'vscode-languageserver';
import { listedProblems, type Problem, type Severity } from '../base/problem.ts';
import { type Range, range } from '../base/range.ts';
import { problemsOf } from '../language/index.ts';
import { isFinding } from './document-finding.ts';
import type { FindingStore } from './finding-store.ts';
import { logFailure } from './log-failure.ts';
import type { ModelSource } from './model-source.ts';
import { Pauses, waitsForPause } from './pauses.ts';

const severities: Readonly<Record<Severity, DiagnosticSeverity>> = {
  error: DiagnosticSeverity.Error,
  warning: DiagnosticSeverity.Warning,
  info: DiagnosticSeverity.Information,
};

/**
 * Publishes what is wrong with each text and each open file of BPMN or CMMN after each of its changes, what has been found in it as
 * soon as that is known, and nothing any more once it is gone.
 */
export function publishDiagnostics(
  shared: LangiumSharedServices,
  source: ModelSource,
  findings: FindingStore,
  connection: Connection,
): void {
  const publisher = new Publisher(shared, findings, connection);
  const pauses = new Pauses(logFailure(connection, 'Problems could not be published'));
  publishTexts(shared, source, publisher, pauses);
  publishFiles(shared, source, publisher, pauses);
  findings.onChanged((uri) => publisher.publishAgain(uri));
}

function publishTexts(
  { workspace: { DocumentBuilder, TextDocuments } }: LangiumSharedServices,
  source: ModelSource,
  publisher: Publisher,
  pauses: Pauses,
): void {
  const publish = (document: LangiumDocument, more: readonly Problem[]): Promise<void> =>
    publisher.publish(document.textDocument.uri, [...problemsOf(document), ...more], document.textDocument.version);
  DocumentBuilder.onUpdate((changed, deleted) => {
    for (const uri of changed) pauses.cancel(uri.toString());
    for (const uri of deleted) void publisher.clear(uri.toString());
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
  publisher: Publisher,
  pauses: Pauses,
): void {
  const publish = async (uri: string): Promise<void> => {
    const file = await source.xml(uri);
    if (file) await publisher.publish(uri, file.problems);
  };
  TextDocuments.onDidChangeContent(({ document: { uri } }) => {
    if (source.isXml(uri)) pauses.wait(uri, 0, () => publish(uri));
  });
  TextDocuments.onDidClose(({ document: { uri } }) => {
    if (!source.isXml(uri)) return;
    pauses.cancel(uri);
    void publisher.clear(uri);
  });
}

/** Tells the client of problems and findings; the client shows those of the last time. */
class Publisher {
  readonly #shared: LangiumSharedServices;
  readonly #findings: FindingStore;
  readonly #connection: Connection;
  /** By URI: the problems without the findings, as they were told last. */
  readonly #problems = new Map<string, readonly Problem[]>();

  constructor(shared: LangiumSharedServices, findings: FindingStore, connection: Connection) {
    this.#shared = shared;
    this.#findings = findings;
    this.#connection = connection;
  }

  publish(uri: string, problems: readonly Problem[], version?: number): Promise<void> {
    this.#problems.set(uri, problems);
    const open = this.#shared.workspace.TextDocuments.get(uri);
    const all = open ? this.#findings.joined(uri, open.getText(), problems) : problems;
    const diagnostics = listedProblems(all).map((problem) => diagnosticOf(uri, problem));
    return this.#connection.sendDiagnostics({ uri, diagnostics, version: open && version });
  }

  /** Something else has been found in a document that was published. */
  publishAgain(uri: string): void {
    const problems = this.#problems.get(uri);
    const version = this.#shared.workspace.TextDocuments.get(uri)?.version;
    if (problems && version !== undefined) void this.publish(uri, problems, version);
  }

  clear(uri: string): Promise<void> {
    this.#problems.delete(uri);
    return this.#connection.sendDiagnostics({ uri, diagnostics: [] });
  }
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
function diagnosticOf(uri: string, problem: Problem): Diagnostic {
  const { severity, code, message, range: place } = problem;
  const at: Range = place ?? range(0, 0, 0, 0);
  const diagnostic: Diagnostic = { range: at, severity: severities[severity], code, message, source: 'procedo' };
  if (!isFinding(problem)) return diagnostic;
  const { related, isUnnecessary } = problem;
  return {
    ...diagnostic,
    // A client that has a page for each rule can lead there.
    data: { isOfRule: true },
    ...(related.length > 0 && {
      relatedInformation: related.map((one) => ({ location: { uri, range: one.range }, message: one.message })),
    }),
    ...(isUnnecessary && { tags: [DiagnosticTag.Unnecessary] }),
  };
}
