import { DocumentState, type LangiumDocument, URI } from 'langium';
import type { LangiumSharedServices } from 'langium/lsp';
import type { Connection } from 'vscode-languageserver';
import { listedProblems, type Problem } from '../base/problem.ts';
import { problemsOf } from '../language/index.ts';
import type { DiagramModel } from '../protocol/server.ts';
import {
  type DrawnText,
  type KeptBeside,
  keptBeside,
  type LiveModel,
  type LiveRoad,
  liveDocument,
  noFiles,
  open as openSource,
  type SourceDocument,
} from '../workspace/index.ts';
import { declared, shownCalls } from './calls.ts';
import { asProblem } from './document-finding.ts';
import { editorFiles, pathOf } from './editor-files.ts';
import type { FindingStore } from './finding-store.ts';
import { HeldForms, type Shown } from './held-forms.ts';
import { logFailure } from './log-failure.ts';
import { placeProblems } from './problem-places.ts';
import { xmlModel } from './xml-documents.ts';

/** What the name of a layout file adds to that of its text. */
export const layoutEnding = '.layout';

export function isLayoutFile(uri: string): boolean {
  return uri.endsWith(`.procedo${layoutEnding}`);
}

/** What can be drawn of the open documents, texts and files of BPMN and CMMN alike. */
export class ModelSource {
  readonly #shared: LangiumSharedServices;
  readonly #road: LiveRoad;
  readonly #connection: Connection;
  readonly #findings: FindingStore;
  /** The last XML file that was read: its picture and the places in it are asked for one after the other. */
  #lastXml: { readonly uri: string; readonly version: number; readonly document: SourceDocument } | undefined;
  readonly #heldForms = new HeldForms();
  /** What the layout files beside open texts keep, by URI. */
  readonly #kept = new Map<string, KeptBeside>();
  readonly #took = new Map<string, number>();

  constructor(shared: LangiumSharedServices, road: LiveRoad, connection: Connection, findings: FindingStore) {
    this.#shared = shared;
    this.#road = road;
    this.#connection = connection;
    this.#findings = findings;
    shared.workspace.DocumentBuilder.onDocumentPhase(DocumentState.Linked, (document) => road.relinked(document));
  }

  /** Whether the document is a text of ours; else it is taken as XML. */
  isText(uri: string): boolean {
    return this.#shared.ServiceRegistry.hasServices(URI.parse(uri));
  }

  /** Whether the document is a file of BPMN or CMMN: neither a text nor a layout file. */
  isXml(uri: string): boolean {
    return !this.isText(uri) && !isLayoutFile(uri);
  }

  /** The model of an open document as it stands now, all changes read; `undefined` if it is not open. */
  async current(uri: string): Promise<DiagramModel | undefined> {
    const open = this.#shared.workspace.TextDocuments.get(uri);
    if (!open) return undefined;
    const file = this.isText(uri) ? undefined : await this.xml(uri);
    if (file) {
      const problems = this.#findings.joined(uri, file.text, file.problems).map(asProblem);
      return xmlModel(uri, open.version, file, problems, (id) => declared(this.#shared, id) !== undefined);
    }
    const document = await this.text(uri);
    return document && this.diagramModel(document, problemsOf(document));
  }

  /** An open file of BPMN or CMMN as it stands now. */
  async xml(uri: string): Promise<SourceDocument | undefined> {
    const open = this.#shared.workspace.TextDocuments.get(uri);
    if (!open) return undefined;
    if (this.#lastXml?.uri !== uri || this.#lastXml.version !== open.version) {
      const document = await openSource(uri, new TextEncoder().encode(open.getText()), noFiles);
      this.#lastXml = { uri, version: open.version, document };
    }
    return this.#lastXml.document;
  }

  /** An open document as the rules take it, of whatever kind; texts as they are compiled. */
  async document(uri: string): Promise<SourceDocument | undefined> {
    if (!this.isText(uri)) return this.xml(uri);
    const document = await this.text(uri);
    const made = document && this.compiled(document);
    if (!made) return undefined;
    const problems = [...problemsOf(document), ...made.problems, ...(this.#kept.get(uri)?.problems ?? [])];
    return liveDocument(pathOf(uri), document, made, problems);
  }

  /** An open text as it is drawn, with its layout file. */
  async drawn(uri: string): Promise<DrawnText | undefined> {
    await this.readKept(uri);
    const document = this.isText(uri) ? await this.text(uri) : undefined;
    const made = document && this.compiled(document);
    const beside = this.#kept.get(uri);
    return made && beside && { models: made.keyed, kept: beside.kept, text: beside.text };
  }

  /** The models of an open document as XML, those that there are. */
  async modelsAsXml(uri: string): Promise<string[]> {
    if (!this.isText(uri)) return [(await this.xml(uri))?.text ?? ''];
    const document = await this.text(uri);
    const made = document && this.compiled(document);
    return [made?.xml ?? '', made?.caseXml ?? ''].filter((xml) => xml !== '');
  }

  /** Reads the layout file beside a text again: when the text is opened or saved, and when that file changed. */
  async readKept(uri: string): Promise<void> {
    if (this.isText(uri)) this.#kept.set(uri, await keptBeside(pathOf(uri), editorFiles(this.#shared)));
  }

  /** The document is closed, or shown no more. */
  forget(uri: string): void {
    this.release(uri);
    this.#road.forget(URI.parse(uri).toString());
  }

  /** The syntax tree of a text, all changes read. */
  async text(uri: string): Promise<LangiumDocument | undefined> {
    const { LangiumDocuments, WorkspaceLock, WorkspaceManager } = this.#shared.workspace;
    await WorkspaceManager.ready;
    return WorkspaceLock.read(() => LangiumDocuments.getDocument(URI.parse(uri)));
  }

  /** The compiled and drawn model; `undefined` if making it failed, which is our mistake and told in the log. */
  compiled(document: LangiumDocument): LiveModel | undefined {
    const { uri } = document.textDocument;
    const started = performance.now();
    try {
      const made = this.#road.compiled(document, this.#kept.get(uri)?.kept);
      const took = performance.now() - started;
      // One that was there already says nothing.
      if (took > 1) this.#took.set(uri, took);
      return made;
    } catch (error) {
      logFailure(this.#connection, `The model of ${document.uri} could not be made`)(error);
      return undefined;
    }
  }

  /** How long making the last model of a document took, in ms. */
  timeToMake(uri: string): number {
    return this.#took.get(uri) ?? 0;
  }

  /** What a preview shows of a text: its model, or the last whole one while a line is half-typed. */
  shown(document: LangiumDocument): Shown | undefined {
    const made = this.compiled(document);
    return made && this.#heldForms.shown(document.textDocument.uri, made, document.textDocument.getText());
  }

  /** Shows the model of a text as it stands, half-typed lines or not. */
  release(uri: string): void {
    this.#heldForms.release(uri);
  }

  /** The message that carries the model. @param textProblems what the language found */
  diagramModel(document: LangiumDocument, textProblems: readonly Problem[]): DiagramModel {
    const { uri, version } = document.textDocument;
    const shown = this.shown(document);
    const ofModel = [...(this.compiled(document)?.problems ?? []), ...(this.#kept.get(uri)?.problems ?? [])];
    const all = this.#findings.joined(uri, document.textDocument.getText(), [...textProblems, ...ofModel]);
    const problems = listedProblems(all).map(asProblem);
    if (!shown) return { uri, version, xml: '', caseXml: '', diagrams: [], problems };
    const { model, held } = shown;
    const told = placeProblems(problems, model.sourceMap, shown);
    const { xml, caseXml, diagrams } = model;
    const calls = [...shownCalls(document, shown).keys()];
    return { uri, version, xml, caseXml, diagrams, problems: told, calls, ...(held && { held }) };
  }
}
