import {
  Disposable,
  Location,
  type TestController,
  type TestItem,
  TestMessage,
  type TestRun,
  TestRunProfileKind,
  type TestRunRequest,
  type TextDocument,
  tests,
  type Uri,
  workspace,
} from 'vscode';
import type { CoveredFile, NamedScenario, ScenarioRun } from '../protocol/scenarios.ts';
import { Delayed } from './delayed.ts';
import type { Models } from './models.ts';
import { CoveredModel, coveredModels } from './scenario-coverage.ts';
import { toEditorRange } from './text-editors.ts';

/** Where scenarios are: in texts, and in JSON. */
const files = '**/*.{procedo,json}';
const notThere = '**/{node_modules,.*}/**';

/** Listing waits until the typing rests for so long (ms). */
const pause = 300;

/**
 * Scenarios in the Test Explorer and in the gutter: a tree by file. Those of open texts are known at once, all others when the
 * Test Explorer asks for them.
 */
export class ScenarioTests extends Disposable {
  readonly #models: Models;
  readonly #controller: TestController;
  readonly #subscriptions: Disposable[] = [];
  /** Told when a file has been listed anew: its scenarios, or what they are about, may have changed. */
  readonly #changed = new Set<() => void>();
  readonly #list = new Delayed<Uri>(pause, (uri) => this.#listFiles([uri]));
  #isWatching = false;

  constructor(models: Models) {
    super(() => Disposable.from(...this.#subscriptions).dispose());
    this.#models = models;
    this.#controller = tests.createTestController('procedo.scenarios', 'Procedo');
    this.#controller.resolveHandler = async (item) => (item ? undefined : this.#listAll());
    this.#controller.refreshHandler = () => this.#listAll();
    this.#createProfiles();
    this.#subscriptions.push(
      this.#controller,
      this.#list,
      workspace.onDidOpenTextDocument((document) => this.#textChanged(document)),
      workspace.onDidChangeTextDocument(({ document }) => this.#textChanged(document)),
      workspace.onDidCloseTextDocument(({ uri }) => {
        if (uri.scheme === 'untitled') this.#controller.items.delete(uri.toString());
      }),
    );
    for (const document of workspace.textDocuments) this.#textChanged(document);
  }

  /** Other schemes hold the old version of a file. */
  #textChanged({ languageId, uri }: TextDocument): void {
    if (languageId === 'procedo' && (uri.scheme === 'file' || uri.scheme === 'untitled')) this.#list.soon(uri);
  }

  #createProfiles(): void {
    const run = this.#controller.createRunProfile(
      'Run',
      TestRunProfileKind.Run,
      async (request, token) => {
        await this.#run(request);
        if (!request.continuous) return;
        const again = new Delayed<''>(pause, () => this.#run(request));
        const listener = () => again.soon('');
        this.#changed.add(listener);
        token.onCancellationRequested(() => {
          this.#changed.delete(listener);
          again.dispose();
        });
      },
      true,
    );
    run.supportsContinuousRun = true;
    const coverage = this.#controller.createRunProfile(
      'Run with Coverage',
      TestRunProfileKind.Coverage,
      (request) => this.#run(request),
      true,
    );
    coverage.loadDetailedCoverage = async (_, file) => (file instanceof CoveredModel ? [...file.details] : []);
    this.#subscriptions.push(run, coverage);
  }

  /** Lists all scenarios of the workspace, and from now on those of files that come, change or go. */
  async #listAll(): Promise<void> {
    if (!this.#isWatching) {
      this.#isWatching = true;
      const watcher = workspace.createFileSystemWatcher(files);
      const list = (uri: Uri) => this.#list.soon(uri);
      watcher.onDidCreate(list);
      watcher.onDidChange(list);
      watcher.onDidDelete((uri) => this.#controller.items.delete(uri.toString()));
      this.#subscriptions.push(watcher);
    }
    await this.#listFiles(await workspace.findFiles(files, notThere));
  }

  async #listFiles(uris: readonly Uri[]): Promise<void> {
    const found = await this.#models.scenarios(uris);
    for (const uri of uris) {
      const scenarios = found.get(uri.toString()) ?? [];
      if (scenarios.length > 0) this.#show(uri, scenarios);
      else this.#controller.items.delete(uri.toString());
    }
    for (const listener of this.#changed) listener();
  }

  #show(uri: Uri, scenarios: readonly NamedScenario[]): void {
    const id = uri.toString();
    const file =
      this.#controller.items.get(id) ?? this.#controller.createTestItem(id, workspace.asRelativePath(uri), uri);
    this.#controller.items.add(file);
    const gone = new Set([...file.children].map(([child]) => child));
    for (const { name, label, range } of scenarios) {
      const item = file.children.get(name) ?? this.#controller.createTestItem(name, label ?? name, uri);
      item.label = label ?? name;
      item.range = toEditorRange(range);
      file.children.add(item);
      gone.delete(name);
    }
    for (const child of gone) file.children.delete(child);
  }

  async #run(request: TestRunRequest): Promise<void> {
    if (!request.include && !this.#isWatching) await this.#listAll();
    const run = this.#controller.createTestRun(request);
    const chosen = this.#chosen(request);
    for (const item of [...chosen.values()].flat()) run.enqueued(item);
    const covered: CoveredFile[] = [];
    for (const [file, items] of chosen) {
      if (run.token.isCancellationRequested || !file.uri) break;
      for (const item of items) run.started(item);
      const answer = await this.#models.runScenarios(
        file.uri,
        items.map(({ id }) => id),
      );
      for (const item of items) tell(run, item, answer?.runs);
      covered.push(...(answer?.coverage ?? []));
    }
    if (request.profile?.kind === TestRunProfileKind.Coverage)
      for (const model of coveredModels(covered)) run.addCoverage(model);
    run.end();
  }

  /** The scenarios to run, by their file. */
  #chosen({ include, exclude = [] }: TestRunRequest): Map<TestItem, TestItem[]> {
    const wanted = include ?? [...this.#controller.items].map(([, file]) => file);
    const chosen = new Map<TestItem, TestItem[]>();
    for (const item of wanted) {
      const file = item.parent ?? item;
      const items = item.parent ? [item] : [...item.children].map(([, child]) => child);
      const others = chosen.get(file) ?? [];
      const isNew = (one: TestItem) => !others.includes(one) && !exclude.includes(one) && !exclude.includes(file);
      chosen.set(file, [...others, ...items.filter(isNew)]);
    }
    return chosen;
  }
}

/** Says how a scenario ended. */
function tell(run: TestRun, item: TestItem, runs: readonly ScenarioRun[] | undefined): void {
  const ended = runs?.find(({ name }) => name === item.id);
  if (!ended) {
    const why = runs
      ? 'The file holds no scenario of this name any more: save it, and refresh the tests.'
      : 'The language server gave no answer: its log says why.';
    run.errored(item, new TestMessage(why));
    run.appendOutput(`not run: ${item.label}. ${why}\r\n`, undefined, item);
  } else if (ended.failure) {
    const { message, possible, range } = ended.failure;
    const told = possible.length > 0 ? `${message} Possible instead: ${possible.join(', ')}.` : message;
    const place = range ? toEditorRange(range) : item.range;
    fail(run, item, told, item.uri && place && new Location(item.uri, place));
  } else {
    run.passed(item);
    run.appendOutput(`passed: ${item.label}\r\n`, undefined, item);
  }
}

function fail(run: TestRun, item: TestItem, why: string, place: Location | undefined): void {
  const message = new TestMessage(why);
  if (place) message.location = place;
  run.failed(item, message);
  run.appendOutput(`failed: ${item.label}. ${why}\r\n`, undefined, item);
}
