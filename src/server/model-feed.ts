import { DocumentState, type LangiumDocument } from 'langium';
import type { LangiumSharedServices } from 'langium/lsp';
import type { Connection } from 'vscode-languageserver';
import type { Problem } from '../base/problem.ts';
import { problemsOf } from '../language/index.ts';
import {
  closeNotification,
  type DiagramModel,
  type DocumentParams,
  type ModelParams,
  modelChangedNotification,
  modelRequest,
  problemsChangedNotification,
  releaseNotification,
} from '../protocol/server.ts';
import type { FindingStore } from './finding-store.ts';
import { logFailure } from './log-failure.ts';
import { isLayoutFile, layoutEnding, type ModelSource } from './model-source.ts';
import { Pauses, waitsForPause } from './pauses.ts';

/** Sends the model of each document that was asked for once (`procedo/model`) after each of its changes. */
export function feedModels(
  shared: LangiumSharedServices,
  source: ModelSource,
  findings: FindingStore,
  connection: Connection,
): void {
  const feed = new ModelFeed(source, connection);
  connection.onRequest(modelRequest, (params: ModelParams) => feed.subscribe(params));
  connection.onNotification(closeNotification, ({ uri }: DocumentParams) => feed.forget(uri));
  connection.onNotification(releaseNotification, ({ uri }: DocumentParams) => feed.release(uri));
  shared.workspace.TextDocuments.onDidClose(({ document }) => feed.forget(document.uri));
  shared.workspace.TextDocuments.onDidChangeContent(({ document }) => feed.changed(document.uri));
  shared.lsp.DocumentUpdateHandler.onWatchedFilesChange?.(({ changes }) => {
    for (const { uri } of changes)
      if (uri.endsWith(layoutEnding)) feed.layoutChanged(uri.slice(0, -layoutEnding.length));
  });
  findings.onChanged((uri) => feed.found(uri));
  const { DocumentBuilder } = shared.workspace;
  DocumentBuilder.onDocumentPhase(DocumentState.Linked, (document) => feed.linked(document));
  DocumentBuilder.onDocumentPhase(DocumentState.Validated, (document) => feed.validated(document));
}

/** The model that a client was sent last, and whether it takes problems alone. */
interface Shown {
  readonly model: DiagramModel;
  readonly takesProblems: boolean;
}

/** The documents that the client shows, and what it was told of each. */
class ModelFeed {
  readonly #source: ModelSource;
  readonly #connection: Connection;
  /** By URI: what the view shows. */
  readonly #shown = new Map<string, Shown>();
  /** By URI: what the checks of the text found last. */
  readonly #checked = new Map<string, readonly Problem[]>();
  readonly #pauses: Pauses;
  readonly #report: (error: unknown) => void;

  constructor(source: ModelSource, connection: Connection) {
    this.#source = source;
    this.#connection = connection;
    this.#report = logFailure(connection, 'A model could not be sent');
    this.#pauses = new Pauses(this.#report);
  }

  async subscribe({ uri, takesProblems = false }: ModelParams): Promise<DiagramModel | null> {
    // Who looks at it for the first time gets it as it stands.
    if (!this.#shown.has(uri)) this.#source.release(uri);
    const model = await this.#source.current(uri);
    if (!model) return null;
    this.#shown.set(uri, { model, takesProblems });
    return model;
  }

  forget(uri: string): void {
    this.#shown.delete(uri);
    this.#checked.delete(uri);
    this.#pauses.cancel(uri);
    this.#source.forget(uri);
  }

  /** The half-typed line is left: the model is shown as it stands. */
  async release(uri: string): Promise<void> {
    this.#source.release(uri);
    await this.#sendCurrent(uri);
  }

  /** A BPMN file changed, or a layout file that is open. Texts are told of by the phases of their build. */
  async changed(uri: string): Promise<void> {
    if (isLayoutFile(uri)) await this.layoutChanged(uri.slice(0, -layoutEnding.length));
    else if (this.#source.isXml(uri)) await this.#sendCurrent(uri);
  }

  /** The layout file beside a text changed: by a rename, another branch of the repository, or a hand. */
  async layoutChanged(uri: string): Promise<void> {
    if (!this.#shown.has(uri) || !this.#source.isText(uri)) return;
    await this.#source.readKept(uri);
    await this.#sendCurrent(uri);
  }

  /** Something else has been found in a document. What is about to be sent has it anyway. */
  async found(uri: string): Promise<void> {
    if (!this.#pauses.isWaiting(uri)) await this.#sendCurrent(uri);
  }

  /** Sends the model unless it is the one that is shown: of one change of a layout file several are told, by the editor and by who watches files. */
  async #sendCurrent(uri: string): Promise<void> {
    if (!this.#shown.has(uri)) return;
    try {
      const model = await this.#source.current(uri);
      const shown = this.#shown.get(uri)?.model;
      const isShown = model && shown && this.#isShown(model) && isSamePicture(model, shown);
      if (model && !isShown) await this.#send(model);
    } catch (error) {
      this.#report(error);
    }
  }

  /**
   * A text is linked: that is all a picture needs. It is sent before the checks run, with what they found the last time; they bring it
   * up to date a moment later.
   */
  async linked(document: LangiumDocument): Promise<void> {
    const { uri } = document.textDocument;
    const shown = this.#shown.get(uri);
    if (!shown) return;
    if (waitsForPause(document)) {
      const time = this.#source.timeToMake(uri);
      this.#pauses.wait(uri, time, () => this.#send(this.#source.diagramModel(document, problemsOf(document))));
    } else {
      const checked = this.#checked.get(uri);
      const model = this.#source.diagramModel(document, checked ?? []);
      await this.#send(checked ? model : { ...model, problems: shown.model.problems });
    }
  }

  /** The checks are done: the view is told only if they found something else than before. */
  async validated(document: LangiumDocument): Promise<void> {
    const { uri } = document.textDocument;
    if (!this.#shown.has(uri) || this.#pauses.isWaiting(uri)) return;
    const problems = problemsOf(document);
    this.#checked.set(uri, problems);
    const model = this.#source.diagramModel(document, problems);
    if (!this.#isShown(model)) await this.#send(model);
  }

  #isShown({ uri, problems }: DiagramModel): boolean {
    return JSON.stringify(problems) === JSON.stringify(this.#shown.get(uri)?.model.problems);
  }

  async #send(model: DiagramModel): Promise<void> {
    const { uri, version, problems } = model;
    const shown = this.#shown.get(uri);
    if (!shown) return;
    this.#shown.set(uri, { ...shown, model });
    if (shown.takesProblems && isSamePicture(model, shown.model))
      await this.#connection.sendNotification(problemsChangedNotification, { uri, version, problems });
    else await this.#connection.sendNotification(modelChangedNotification, model);
  }
}

/** Whether two models of a document differ in their problems at most. */
function isSamePicture(one: DiagramModel, other: DiagramModel): boolean {
  const rest = ({ diagrams, calls, held }: DiagramModel) => JSON.stringify([diagrams, calls, held]);
  return one.xml === other.xml && one.caseXml === other.caseXml && rest(one) === rest(other);
}
