import { DocumentState } from 'langium';
import type { LangiumSharedServices } from 'langium/lsp';
import { type Connection, DidChangeWatchedFilesNotification } from 'vscode-languageserver';
import { hasErrors } from '../base/problem.ts';
import type { SourceDocument, Verdict } from '../workspace/index.ts';
import type { AnalysisOrder } from './analysis-worker.ts';
import type { EditorSettingsReader } from './editor-settings.ts';
import type { FindingStore } from './finding-store.ts';
import type { Linter } from './linter.ts';
import { logFailure } from './log-failure.ts';
import type { ModelSource } from './model-source.ts';
import { Pauses, waitsForPause } from './pauses.ts';
import { ruleFindings } from './rule-findings.ts';
import { WorkerThread } from './worker-thread.ts';

/** ms without a change until a document is held against the rules: they take less than a keystroke, so what is asked with it goes first. */
const RULES_PAUSE = 5;

/** From so many characters on a file is large: reading it takes longer than a keystroke. */
const LARGE = 200_000;

/** Files whose change changes the findings. */
const configurations = '**/{procedo.config.json,.bpmnlintrc}';

/**
 * Looks for findings in each open document when the typing pauses: first by the rules, then, in a thread of its own, by the analysis
 * of all runs. What a newer text overtakes is dropped. A text with errors keeps the findings that it had.
 */
export function findFindings(
  shared: LangiumSharedServices,
  source: ModelSource,
  store: FindingStore,
  settings: EditorSettingsReader,
  linter: Linter,
  connection: Connection,
): void {
  const { DocumentBuilder, TextDocuments } = shared.workspace;
  const finder = new Finder(shared, source, store, settings, linter, connection);
  settings.onChanged(() => finder.changedAll());
  DocumentBuilder.onDocumentPhase(DocumentState.Validated, (document) => {
    const { uri } = document.textDocument;
    if (TextDocuments.get(uri)) finder.changed(uri, waitsForPause(document));
  });
  TextDocuments.onDidChangeContent(({ document }) => {
    if (source.isXml(document.uri)) finder.changed(document.uri, document.getText().length > LARGE);
  });
  TextDocuments.onDidClose(({ document: { uri } }) => finder.forget(uri));
  watchConfigurations(shared, connection, () => {
    linter.forget();
    finder.changedAll();
  });
}

function watchConfigurations({ lsp }: LangiumSharedServices, connection: Connection, changed: () => void): void {
  let isAble = false;
  lsp.LanguageServer.onInitialize(({ capabilities: { workspace } }) => {
    isAble = workspace?.didChangeWatchedFiles?.dynamicRegistration === true;
  });
  lsp.LanguageServer.onInitialized(() => {
    if (!isAble) return;
    const options = { watchers: [{ globPattern: configurations }] };
    const registered = connection.client.register(DidChangeWatchedFilesNotification.type, options);
    registered.catch(logFailure(connection, 'Changes of configurations are not told'));
  });
  lsp.DocumentUpdateHandler.onWatchedFilesChange?.(({ changes }) => {
    if (changes.some(({ uri }) => /\/(procedo\.config\.json|\.bpmnlintrc)$/.test(uri))) changed();
  });
}

class Finder {
  readonly #shared: LangiumSharedServices;
  readonly #source: ModelSource;
  readonly #store: FindingStore;
  readonly #settings: EditorSettingsReader;
  readonly #linter: Linter;
  readonly #analyst = new WorkerThread<AnalysisOrder, readonly Verdict[]>('analysis-worker');
  readonly #beforeRules: Pauses;
  readonly #beforeAnalysis: Pauses;

  constructor(
    shared: LangiumSharedServices,
    source: ModelSource,
    store: FindingStore,
    settings: EditorSettingsReader,
    linter: Linter,
    connection: Connection,
  ) {
    this.#shared = shared;
    this.#source = source;
    this.#store = store;
    this.#settings = settings;
    this.#linter = linter;
    const report = logFailure(connection, 'A document could not be looked at');
    this.#beforeRules = new Pauses(report, RULES_PAUSE);
    this.#beforeAnalysis = new Pauses(report);
  }

  /** @param isLarge making its model takes longer than a keystroke */
  changed(uri: string, isLarge: boolean): void {
    this.#beforeAnalysis.cancel(uri);
    this.#analyst.giveUp(uri);
    const time = isLarge ? Math.max(LEAST_OF_LARGE, this.#source.timeToMake(uri)) : 0;
    this.#beforeRules.wait(uri, time, () => this.#look(uri));
  }

  forget(uri: string): void {
    this.#beforeRules.cancel(uri);
    this.#beforeAnalysis.cancel(uri);
    this.#analyst.giveUp(uri);
    this.#linter.closed(uri);
    this.#store.forget(uri);
  }

  changedAll(): void {
    for (const { uri } of this.#shared.workspace.TextDocuments.all()) this.changed(uri, false);
  }

  async #look(uri: string): Promise<void> {
    const document = await this.#source.document(uri);
    if (!document || !isWhole(document)) return;
    const found = ruleFindings(await this.#linter.lint(uri, document), document);
    const { isLinted, maxStates } = await this.#settings.of(uri);
    if (!this.#isStill(uri, document)) return;
    const isAnalyzed = isLinted && maxStates > 0;
    this.#store.put(uri, document.text, found, !isAnalyzed);
    if (isAnalyzed) this.#beforeAnalysis.wait(uri, 0, () => this.#lookAtRuns(uri, document, maxStates));
  }

  async #lookAtRuns(uri: string, document: SourceDocument, maxStates: number): Promise<void> {
    const models = await this.#source.modelsAsXml(uri);
    const verdicts = await this.#analyst.ask(uri, { models, maxStates });
    if (!verdicts || !this.#isStill(uri, document)) return;
    const found = ruleFindings(await this.#linter.lint(uri, document, verdicts), document);
    if (this.#isStill(uri, document)) this.#store.put(uri, document.text, found, true);
  }

  #isStill(uri: string, { text }: SourceDocument): boolean {
    return this.#shared.workspace.TextDocuments.get(uri)?.getText() === text;
  }
}

/** ms that the model of a large text is taken to need when it has not been made yet. */
const LEAST_OF_LARGE = 75;

/** Whether a document can be judged: what has errors has holes where they are. */
function isWhole({ kind, problems }: SourceDocument): boolean {
  return kind !== 'unreadable' && !(kind === 'text' && hasErrors(problems));
}
