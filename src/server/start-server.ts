import { NodeFileSystem } from 'langium/node';
import { type Connection, createConnection, ProposedFeatures } from 'vscode-languageserver/node';
import { createProcedoLspServices } from '../language/procedo-lsp-module.ts';
import { LiveRoad } from '../workspace/index.ts';
import { answerCalls } from './calls.ts';
import { answerComparisons } from './comparisons.ts';
import { publishDiagnostics } from './diagnostics.ts';
import { editorFiles } from './editor-files.ts';
import { EditorSettingsReader } from './editor-settings.ts';
import { answerExports } from './exports.ts';
import { findFindings } from './find-findings.ts';
import { answerFindingActions } from './finding-actions.ts';
import { FindingStore } from './finding-store.ts';
import { FixActions } from './fix-actions.ts';
import { followIds } from './follow-ids.ts';
import { answerImports } from './imports.ts';
import { answerLanguageRequests } from './language-requests.ts';
import { answerLayoutEdits } from './layout-edits.ts';
import { layoutFilesBeside } from './layout-files-beside.ts';
import { Linter } from './linter.ts';
import { answerLocations } from './locations.ts';
import { feedModels } from './model-feed.ts';
import { ModelSource } from './model-source.ts';
import { askForRefreshes } from './refreshes.ts';
import { answerScenarios } from './scenarios.ts';
import { publishStaleLines } from './stale-lines.ts';
import { answerXmlCopies } from './xml-copies.ts';

/**
 * Starts the language server. It ends with its client.
 * @param connection to the client; by default the one that the arguments of the process name (`--stdio`, `--node-ipc`).
 *   Over standard output nothing else is printed: the console goes to the client's log.
 */
export function startServer(connection: Connection = createConnection(ProposedFeatures.all)): void {
  const services = createProcedoLspServices({ connection, ...NodeFileSystem }, layoutFilesBeside);
  const findings = new FindingStore();
  const source = new ModelSource(services.shared, new LiveRoad(), connection, findings);
  const { TextDocuments } = services.shared.workspace;
  TextDocuments.onDidOpen(({ document }) => source.readKept(document.uri));
  TextDocuments.onDidSave(({ document }) => source.readKept(document.uri));
  feedModels(services.shared, source, findings, connection);
  publishDiagnostics(services.shared, source, findings, connection);
  const settings = new EditorSettingsReader(services.shared, connection);
  const linter = new Linter(settings, connection);
  findFindings(services.shared, source, findings, settings, linter, connection);
  const fixes = new FixActions(source, linter, editorFiles(services.shared));
  answerFindingActions(services.shared, source, findings, fixes, connection);
  answerLocations(source, connection);
  answerCalls(services.shared, source, connection);
  answerExports(services.shared, connection);
  answerComparisons(services.shared, connection);
  answerImports(connection);
  answerXmlCopies(services.shared, connection);
  answerLayoutEdits(source, connection);
  followIds(services.shared, source, connection);
  publishStaleLines(services.shared, source, connection);
  answerScenarios(services.shared, source, connection);
  askForRefreshes(services.shared, findings, connection);
  answerLanguageRequests(services, connection);
}
