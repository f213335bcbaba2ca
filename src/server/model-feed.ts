import { DocumentState, type LangiumDocument } from 'langium';
import type { LangiumSharedServices } from 'langium/lsp';
import type { Connection } from 'vscode-languageserver';
import type { Problem } from '../base/problem.ts';
import { idsOf, problemsOf } from '../language/index.ts';
import {
  closeNotification,
  type DiagramModel,
  type DocumentParams,
  modelChangedNotification,
  modelRequest,
} from '../protocol/server.ts';
import type { ModelSource } from './model-source.ts';

/** From this many elements on a change waits for a pause in the typing: making the picture takes longer than a keystroke. */
const MANY = 1000;
/** ms without a change that count as a pause. */
const PAUSE = 150;

/** Sends the model of each document that was asked for once (`procedo/model`) after each of its changes. */
export function feedModels(shared: LangiumSharedServices, source: ModelSource, connection: Connection): void {
  const feed = new ModelFeed(source, connection);
  connection.onRequest(modelRequest, ({ uri }: DocumentParams) => feed.subscribe(uri));
  connection.onNotification(closeNotification, ({ uri }: DocumentParams) => feed.forget(uri));
  shared.workspace.TextDocuments.onDidClose(({ document }) => feed.forget(document.uri));
  shared.workspace.TextDocuments.onDidChangeContent(({ document }) => feed.changed(document.uri));
  const { DocumentBuilder } = shared.workspace;
  DocumentBuilder.onDocumentPhase(DocumentState.Linked, (document) => feed.linked(document));
  DocumentBuilder.onDocumentPhase(DocumentState.Validated, (document) => feed.validated(document));
}

/** The documents that the client shows, and what it was told of each. */
class ModelFeed {
  readonly #source: ModelSource;
  readonly #connection: Connection;
  /** By URI: the problems that the view shows. */
  readonly #shown = new Map<string, readonly Problem[]>();
  readonly #pauses = new Map<string, NodeJS.Timeout>();

  constructor(source: ModelSource, connection: Connection) {
    this.#source = source;
    this.#connection = connection;
  }

  async subscribe(uri: string): Promise<DiagramModel | null> {
    const model = await this.#source.current(uri);
    if (!model) return null;
    this.#shown.set(uri, model.problems);
    return model;
  }

  forget(uri: string): void {
    this.#shown.delete(uri);
    clearTimeout(this.#pauses.get(uri));
    this.#pauses.delete(uri);
  }

  /** A BPMN file changed. Texts are told of by the phases of their build. */
  async changed(uri: string): Promise<void> {
    if (!this.#shown.has(uri) || this.#source.isText(uri)) return;
    const model = await this.#source.current(uri);
    if (model) await this.#send(model);
  }

  /**
   * A text is linked: that is all a picture needs. It is sent before the checks run, with the problems that are on the
   * screen already; the checks bring them up to date a moment later.
   */
  async linked(document: LangiumDocument): Promise<void> {
    const { uri } = document.textDocument;
    const problems = this.#shown.get(uri);
    if (!problems) return;
    clearTimeout(this.#pauses.get(uri));
    if (idsOf(document.parseResult.value).idOf.size < MANY) {
      await this.#send({ ...this.#source.diagramModel(document, []), problems });
    } else {
      this.#pauses.set(
        uri,
        setTimeout(() => void this.#send(this.#source.diagramModel(document, problemsOf(document))), PAUSE),
      );
    }
  }

  /** The checks are done: the view is told only if they found something else than before. */
  async validated(document: LangiumDocument): Promise<void> {
    const shown = this.#shown.get(document.textDocument.uri);
    if (!shown || this.#pauses.has(document.textDocument.uri)) return;
    const model = this.#source.diagramModel(document, problemsOf(document));
    if (JSON.stringify(model.problems) !== JSON.stringify(shown)) await this.#send(model);
  }

  async #send(model: DiagramModel): Promise<void> {
    this.#pauses.delete(model.uri);
    if (!this.#shown.has(model.uri)) return;
    this.#shown.set(model.uri, model.problems);
    await this.#connection.sendNotification(modelChangedNotification, model);
  }
}
