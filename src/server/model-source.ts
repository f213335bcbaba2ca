import { type LangiumDocument, URI } from 'langium';
import type { LangiumSharedServices } from 'langium/lsp';
import type { Connection } from 'vscode-languageserver';
import type { Problem } from '../base/problem.ts';
import { problemsOf } from '../language/index.ts';
import type { DiagramModel } from '../protocol/server.ts';
import type { LiveModel, LiveRoad } from '../workspace/index.ts';
import { readBpmn } from './bpmn-documents.ts';
import { logFailure } from './log-failure.ts';

/** What can be drawn of the open documents, texts and BPMN files alike. */
export class ModelSource {
  readonly #shared: LangiumSharedServices;
  readonly #road: LiveRoad;
  readonly #connection: Connection;

  constructor(shared: LangiumSharedServices, road: LiveRoad, connection: Connection) {
    this.#shared = shared;
    this.#road = road;
    this.#connection = connection;
  }

  /** Whether the document is a text of ours; else it is taken as XML. */
  isText(uri: string): boolean {
    return this.#shared.ServiceRegistry.hasServices(URI.parse(uri));
  }

  /** The model of an open document as it stands now, all changes read; `undefined` if it is not open. */
  async current(uri: string): Promise<DiagramModel | undefined> {
    const open = this.#shared.workspace.TextDocuments.get(uri);
    if (!open) return undefined;
    if (!this.isText(uri)) return readBpmn(uri, open.version, open.getText());
    const document = await this.text(uri);
    return document && this.diagramModel(document, problemsOf(document));
  }

  /** The syntax tree of a text, all changes read. */
  async text(uri: string): Promise<LangiumDocument | undefined> {
    const { LangiumDocuments, WorkspaceLock, WorkspaceManager } = this.#shared.workspace;
    await WorkspaceManager.ready;
    return WorkspaceLock.read(() => LangiumDocuments.getDocument(URI.parse(uri)));
  }

  /** The compiled and drawn model; `undefined` if making it failed, which is our mistake and told in the log. */
  compiled(document: LangiumDocument): LiveModel | undefined {
    try {
      return this.#road.compiled(document);
    } catch (error) {
      logFailure(this.#connection, `The model of ${document.uri} could not be made`)(error);
      return undefined;
    }
  }

  /** The message that carries the model. @param textProblems what the language found */
  diagramModel(document: LangiumDocument, textProblems: readonly Problem[]): DiagramModel {
    const made = this.compiled(document);
    return {
      uri: document.textDocument.uri,
      version: document.textDocument.version,
      xml: made?.xml ?? '',
      diagrams: made?.diagrams ?? [],
      problems: [...textProblems, ...(made?.problems ?? [])],
    };
  }
}
