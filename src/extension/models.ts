import { type CancellationToken, Disposable, type Position, type TextDocument, type Uri, workspace } from 'vscode';
import { type LanguageClient, State } from 'vscode-languageclient/node';
import type { Range } from '../base/range.ts';
import { type Comparison, compareRequest, isComparison } from '../protocol/comparison.ts';
import { type FindingRun, findingRunRequest, isFindingRun } from '../protocol/findings.ts';
import {
  type CopyXmlResult,
  copyXmlRequest,
  type ImportResult,
  importRequest,
  isCopyXmlResult,
  isImportResult,
} from '../protocol/importing.ts';
import {
  type Extent,
  isLayoutChange,
  type LayoutChange,
  type MoveParams,
  moveRequest,
  tidyRequest,
} from '../protocol/layout-edits.ts';
import {
  areFilesOfScenarios,
  calledModelsRequest,
  isCalledModels,
  isRanScenarios,
  isRecordedScenario,
  type NamedScenario,
  type RanScenarios,
  type RecordedScenario,
  recordScenarioRequest,
  runScenariosRequest,
  scenariosRequest,
} from '../protocol/scenarios.ts';
import {
  type CalledElement,
  calledRequest,
  closeNotification,
  type DiagramModel,
  type ExportParams,
  type ExportResult,
  exportRequest,
  isCalledElement,
  isChangedProblems,
  isDiagramModel,
  isExportResult,
  isLocatedElements,
  isLocatedLines,
  isLocatedRange,
  type LocatedElements,
  locateLinesRequest,
  locateRequest,
  modelChangedNotification,
  modelRequest,
  problemsChangedNotification,
  releaseNotification,
} from '../protocol/server.ts';

type Listener = (model: DiagramModel) => void;

/** The server's models of the documents that are shown somewhere, and its answers about them. */
export class Models extends Disposable {
  readonly #client: LanguageClient;
  readonly #listeners = new Map<string, Set<Listener>>();
  /** The last model of each document, whose problems may change alone. */
  readonly #last = new Map<string, DiagramModel>();

  constructor(client: LanguageClient) {
    const subscriptions: Disposable[] = [];
    super(() => Disposable.from(...subscriptions).dispose());
    this.#client = client;
    subscriptions.push(
      client.onNotification(modelChangedNotification, (model: unknown) => this.#tell(model)),
      client.onNotification(problemsChangedNotification, (changed: unknown) => this.#tellProblems(changed)),
      // A server that was started again knows nothing of what was asked for.
      client.onDidChangeState(({ newState }) => newState === State.Running && this.#askForAll()),
      // VS Code lets go of a document that no editor shows; a preview of it needs it still.
      workspace.onDidCloseTextDocument((document) => this.#reopen(document)),
      workspace.onDidOpenTextDocument(({ uri }) => this.#listeners.has(this.#name(uri)) && void this.#ask(uri)),
    );
  }

  /** Calls `listener` with the model of the document now and after each change, until disposed. */
  watch(uri: Uri, listener: Listener): Disposable {
    const name = this.#name(uri);
    const listeners = this.#listeners.get(name) ?? new Set();
    this.#listeners.set(name, listeners.add(listener));
    void this.#ask(uri);
    return new Disposable(() => this.#unwatch(name, listener));
  }

  /** The text of an element, or undefined if it has none. */
  async locateElement(uri: Uri, id: string): Promise<Range | undefined> {
    await workspace.openTextDocument(uri);
    const answer: unknown = await this.#request(locateRequest, { uri: this.#name(uri), id });
    return isLocatedRange(answer) ? answer.range : undefined;
  }

  /** The elements around a place in the text, and the diagrams that show them. */
  async locatePosition(uri: Uri, position: Pick<Position, 'line' | 'character'>): Promise<LocatedElements> {
    await workspace.openTextDocument(uri);
    const { line, character } = position;
    const answer: unknown = await this.#request(locateRequest, { uri: this.#name(uri), position: { line, character } });
    return isLocatedElements(answer) ? answer : { ids: [], diagrams: [] };
  }

  /** Ids of what begins in these lines of the text, from 0, and is drawn. */
  async locateLines(uri: Uri, lines: readonly number[]): Promise<readonly string[]> {
    const answer: unknown = await this.#request(locateLinesRequest, { uri: this.#name(uri), lines });
    return isLocatedLines(answer) ? answer.ids : [];
  }

  /** The scenarios in files, by the file's URI as a text; files without any are left out. */
  async scenarios(uris: readonly Uri[]): Promise<ReadonlyMap<string, readonly NamedScenario[]>> {
    const names = uris.map((uri) => this.#name(uri));
    const answer: unknown = await this.#request(scenariosRequest, { uris: names });
    const found = areFilesOfScenarios(answer) ? answer : [];
    return new Map(found.map(({ uri, scenarios }) => [uris[names.indexOf(uri)]?.toString() ?? uri, scenarios]));
  }

  /** Runs scenarios of a file; undefined if the server could not answer. */
  async runScenarios(uri: Uri, names: readonly string[]): Promise<RanScenarios | undefined> {
    const answer: unknown = await this.#request(runScenariosRequest, { uri: this.#name(uri), names });
    return isRanScenarios(answer) ? answer : undefined;
  }

  /** What was done to the model of a text, as a scenario for it. */
  async recordScenario(uri: Uri, acts: readonly object[]): Promise<RecordedScenario> {
    const answer: unknown = await this.#request(recordScenarioRequest, { uri: this.#name(uri), acts });
    return isRecordedScenario(answer) ? answer : { message: 'The language server gave no answer: its log says why.' };
  }

  /** What a document calls in other files, as XML: none where the server could not answer. */
  async calledModels(uri: Uri): Promise<readonly string[]> {
    const answer: unknown = await this.#request(calledModelsRequest, { uri: this.#name(uri) });
    return isCalledModels(answer) ? answer.texts : [];
  }

  /** The run that shows a finding; undefined if there is no such finding any more. */
  async findingRun(uri: Uri, rule: string, element: string): Promise<FindingRun | undefined> {
    await workspace.openTextDocument(uri);
    const answer: unknown = await this.#request(findingRunRequest, { uri: this.#name(uri), rule, element });
    return isFindingRun(answer) ? answer : undefined;
  }

  /** The layout file of a text when a hand has moved something; undefined if nothing changes. */
  async move(uri: Uri, move: Omit<MoveParams, 'uri'>): Promise<LayoutChange | undefined> {
    const answer: unknown = await this.#request(moveRequest, { ...move, uri: this.#name(uri) });
    return isLayoutChange(answer) ? answer : undefined;
  }

  /** The layout file of a text without places that a hand, or an import, has given; undefined if nothing changes. */
  async tidy(uri: Uri, extent: Extent, id: string): Promise<LayoutChange | undefined> {
    await workspace.openTextDocument(uri);
    const answer: unknown = await this.#request(tidyRequest, { uri: this.#name(uri), extent, id });
    return isLayoutChange(answer) ? answer : undefined;
  }

  /** Where the text of what an element calls stands, or undefined if it calls nothing that is known. */
  async called(uri: Uri, id: string): Promise<(Omit<CalledElement, 'uri'> & { readonly uri: Uri }) | undefined> {
    const answer: unknown = await this.#request(calledRequest, { uri: this.#name(uri), id });
    return isCalledElement(answer)
      ? { ...answer, uri: this.#client.protocol2CodeConverter.asUri(answer.uri) }
      : undefined;
  }

  /** The caret has left the half-typed line of a document: its model is wanted as it stands. */
  release(uri: Uri): void {
    if (this.#client.isRunning()) {
      void this.#client.sendNotification(releaseNotification, { uri: this.#name(uri) });
    }
  }

  /** What differs from what the document was; undefined if one of the two cannot be read. @param before files by their names in its folder */
  async compare(uri: Uri, before: Readonly<Record<string, string>>): Promise<Comparison | undefined> {
    await workspace.openTextDocument(uri);
    const answer: unknown = await this.#request(compareRequest, { uri: this.#name(uri), before });
    return isComparison(answer) ? answer : undefined;
  }

  /** The document as a picture or as XML; undefined if the server could not answer. */
  async export(uri: Uri, wanted: Omit<ExportParams, 'uri'>): Promise<ExportResult | undefined> {
    await workspace.openTextDocument(uri);
    const answer: unknown = await this.#request(exportRequest, { uri: this.#name(uri), ...wanted });
    return isExportResult(answer) ? answer : undefined;
  }

  /** A model in XML as a text; undefined if the server could not answer, or was told not to. @param xml in place of what the disk has */
  async import(uri: Uri, xml: string | undefined, token: CancellationToken): Promise<ImportResult | undefined> {
    const params = { uri: this.#name(uri), ...(xml !== undefined && { xml }) };
    const answer: unknown = await this.#request(importRequest, params, token);
    return isImportResult(answer) ? answer : undefined;
  }

  /** What begins in a part of a text, as XML; undefined if the server could not answer. */
  async copyXml(uri: Uri, range: Range): Promise<CopyXmlResult | undefined> {
    const answer: unknown = await this.#request(copyXmlRequest, { uri: this.#name(uri), range });
    return isCopyXmlResult(answer) ? answer : undefined;
  }

  #name(uri: Uri): string {
    return this.#client.code2ProtocolConverter.asUri(uri);
  }

  /** Waits for the server to run; a request to one that cannot start is answered by nothing. */
  async #request(method: string, params: object, token?: CancellationToken): Promise<unknown> {
    try {
      await this.#client.start();
      return await this.#client.sendRequest(method, params, token);
    } catch (error) {
      if (token?.isCancellationRequested) return undefined;
      this.#client.error(`The request ${method} failed.`, error, false);
      return undefined;
    }
  }

  async #ask(uri: Uri): Promise<void> {
    // Asked for, one that was never saved would be made, empty. It may be on its way after the window was loaded again.
    if (uri.scheme === 'untitled' && !workspace.textDocuments.some((one) => one.uri.toString() === uri.toString()))
      return;
    try {
      await workspace.openTextDocument(uri);
    } catch {
      return; // The file is gone: its last picture stays.
    }
    this.#tell(await this.#request(modelRequest, { uri: this.#name(uri), takesProblems: true }));
  }

  #askForAll(): void {
    for (const name of this.#listeners.keys()) {
      void this.#ask(this.#client.protocol2CodeConverter.asUri(name));
    }
  }

  #reopen({ uri, isClosed, isUntitled }: TextDocument): void {
    // One that was never saved would be made anew, empty.
    if (isClosed && !isUntitled && this.#listeners.has(this.#name(uri))) {
      workspace.openTextDocument(uri).then(undefined, () => undefined);
    }
  }

  #tell(model: unknown): void {
    if (isDiagramModel(model)) {
      const { version = 0 } = this.#last.get(model.uri) ?? {};
      // An older answer may overtake the news of a change.
      if (this.#listeners.has(model.uri) && model.version >= version) this.#last.set(model.uri, model);
      for (const listener of this.#listeners.get(model.uri) ?? []) {
        listener(model);
      }
    }
  }

  #tellProblems(changed: unknown): void {
    if (!isChangedProblems(changed)) return;
    const model = this.#last.get(changed.uri);
    if (model) this.#tell({ ...model, ...changed });
  }

  #unwatch(name: string, listener: Listener): void {
    const listeners = this.#listeners.get(name);
    listeners?.delete(listener);
    if (listeners?.size === 0) {
      this.#listeners.delete(name);
      this.#last.delete(name);
      if (this.#client.isRunning()) {
        void this.#client.sendNotification(closeNotification, { uri: name });
      }
    }
  }
}
