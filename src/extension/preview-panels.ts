import {
  Disposable,
  type FileRenameEvent,
  type TextDocument,
  Uri,
  ViewColumn,
  type WebviewPanel,
  type WebviewPanelSerializer,
  window,
  workspace,
} from 'vscode';
import type { FindingRun } from '../protocol/findings.ts';
import type { Extent } from '../protocol/layout-edits.ts';
import { isViewState } from '../protocol/preview.ts';
import type { DiagramName } from '../protocol/server.ts';
import { Preview, type PreviewContext } from './preview.ts';
import { pageOptions } from './preview-page.ts';
import { renamedTo } from './renamed-files.ts';

const viewType = 'procedo.preview';

/** How long it may take until what a new file was saved as is open, and how far from it the new file may be closed if saving has changed the text, in ms. */
const settling = 2_000;

/**
 * The previews in panels of their own: one a document and column, as many documents as one likes. It knows the diagrams that are editors of their
 * files too: a command that is given there means them.
 */
export class PreviewPanels extends Disposable implements WebviewPanelSerializer {
  readonly #context: PreviewContext;
  readonly #previews = new Map<WebviewPanel, Preview>();
  readonly #editors = new Map<WebviewPanel, Preview>();
  /** The text that was opened last, and when, in ms: a new file that is closed behind it, with the same text or at that time, was saved as it. */
  #opened: { readonly document: TextDocument; readonly at: number } | undefined;

  constructor(context: PreviewContext) {
    const subscriptions: Disposable[] = [];
    super(() => Disposable.from(...subscriptions, ...this.#previews.values(), ...this.#editors.values()).dispose());
    this.#context = context;
    subscriptions.push(
      window.registerWebviewPanelSerializer(viewType, this),
      workspace.onDidOpenTextDocument((document) => {
        const isText = document.uri.scheme === 'file' && document.languageId === 'procedo';
        if (isText) this.#opened = { document, at: Date.now() };
      }),
      workspace.onDidCloseTextDocument((document) => this.#closed(document)),
      workspace.onDidRenameFiles(({ files }) => this.#renamed(files)),
      workspace.onDidDeleteFiles(({ files }) => this.#deleted(files)),
    );
  }

  /** Shows the preview of a document: the one there is, else a new one in this column. */
  open(uri: Uri, column: ViewColumn): void {
    const isBeside = column === ViewColumn.Beside;
    const existing = this.#find(
      uri,
      (panel) => isBeside || panel.viewColumn === window.tabGroups.activeTabGroup.viewColumn,
    );
    if (existing) {
      existing.reveal(undefined, isBeside);
      return;
    }
    this.#create(uri, { viewColumn: column, preserveFocus: isBeside });
  }

  /** Switches the preview of a document to the simulation. */
  simulate(uri: Uri): void {
    this.#beside(uri)?.simulate();
  }

  /** Lays out anew what was placed by hand in the picture of a document. */
  tidy(uri: Uri, extent: Extent): void {
    this.#beside(uri)?.tidy(extent);
  }

  /** Plays a run in the preview of a document. */
  play(uri: Uri, run: FindingRun): void {
    this.#beside(uri)?.play(run);
  }

  /** Shows a document in a panel that is an editor of it. */
  fillEditor(panel: WebviewPanel, uri: Uri): void {
    panel.webview.options = pageOptions(this.#context.extension);
    const preview = new Preview(this.#context, panel.webview, uri);
    this.#editors.set(panel, preview);
    panel.onDidDispose(() => {
      this.#editors.delete(panel);
      preview.dispose();
    });
  }

  /** The editor at work if it is this document as a diagram, else its preview that is there, brought to the front, else a new one beside the text. */
  #beside(uri: Uri): Preview | undefined {
    const editor = this.#editorAtWork(uri);
    if (editor) return editor;
    const existing = this.#find(uri, () => true);
    if (existing) existing.reveal(undefined, true);
    else this.open(uri, ViewColumn.Beside);
    const panel = existing ?? this.#find(uri, () => true);
    return panel && this.#previews.get(panel);
  }

  /** Shows a diagram of another document where a preview has led there: in the preview of that document, or a new one in this column. */
  #openOther(uri: Uri, diagram: string, viewColumn: ViewColumn): void {
    const existing = this.#find(uri, () => true);
    if (existing) {
      existing.reveal(undefined, true);
      this.#previews.get(existing)?.show(diagram);
    } else {
      this.#create(uri, { viewColumn, preserveFocus: true }, diagram);
    }
  }

  #create(uri: Uri, where: { viewColumn: ViewColumn; preserveFocus: boolean }, shown?: string): void {
    // A page that is hidden stays alive: to build it anew takes seconds, and it is small.
    const options = { ...pageOptions(this.#context.extension), retainContextWhenHidden: true };
    this.#fill(window.createWebviewPanel(viewType, '', where, options), uri, shown);
  }

  /** Brings back a preview after the window was loaded again; `state` is what the page kept. */
  async deserializeWebviewPanel(panel: WebviewPanel, state: unknown): Promise<void> {
    if (!isViewState(state)) {
      panel.dispose();
      return;
    }
    panel.webview.options = pageOptions(this.#context.extension);
    this.#fill(panel, Uri.parse(state.uri), state.shown);
  }

  /** The preview that has the focus, if one has. */
  get active(): Preview | undefined {
    return [...this.#previews].find(([panel]) => panel.active)?.[1];
  }

  /** The preview, or the diagram as an editor, that has the focus, if one has. */
  get atWork(): Preview | undefined {
    return this.active ?? [...this.#editors].find(([panel]) => panel.active)?.[1];
  }

  /** The diagram that a preview of this document shows, if there is one. */
  shownDiagram(uri: Uri): DiagramName | undefined {
    const editor = this.#editorAtWork(uri);
    if (editor) return editor.shown;
    const panel = this.#find(uri, () => true);
    return panel && this.#previews.get(panel)?.shown;
  }

  /** A new file is saved under a name, and its previews go along, or it is thrown away, and they with it. */
  #closed(document: TextDocument): void {
    const isNew = document.isUntitled && document.isClosed;
    if (!isNew || this.#panelsOf(document).length === 0 || this.#goAlong(document)) return;
    // What it has become is opened a moment later.
    const opened = workspace.onDidOpenTextDocument(() => this.#goAlong(document) && opened.dispose());
    setTimeout(() => {
      opened.dispose();
      for (const panel of this.#panelsOf(document)) panel.dispose();
    }, settling);
  }

  #panelsOf({ uri }: TextDocument): WebviewPanel[] {
    const all = [...this.#previews].filter(([, preview]) => preview.uri.toString() === uri.toString());
    return all.map(([panel]) => panel);
  }

  /** Lets the previews of a new file show what it was saved as. @returns false if it is not known yet */
  #goAlong(document: TextDocument): boolean {
    const saved = this.#opened;
    const isSame = saved?.document.getText() === document.getText();
    if (!saved || (!isSame && Date.now() - saved.at > settling)) return false;
    for (const panel of this.#panelsOf(document)) this.#refill(panel, saved.document.uri);
    return true;
  }

  /** A file, or a folder around it, has another name: its previews go along. */
  #renamed(files: FileRenameEvent['files']): void {
    for (const [panel, { uri }] of [...this.#previews]) {
      const now = renamedTo(uri, files);
      if (now) this.#refill(panel, now);
    }
  }

  /** What was thrown away leaves no preview behind, as it leaves no text. */
  #deleted(files: readonly Uri[]): void {
    const gone = files.map((uri) => ({ oldUri: uri, newUri: uri }));
    for (const [panel, { uri }] of [...this.#previews]) {
      if (renamedTo(uri, gone)) panel.dispose();
    }
  }

  #editorAtWork(uri: Uri): Preview | undefined {
    return [...this.#editors].find(([panel, { uri: own }]) => panel.active && own.toString() === uri.toString())?.[1];
  }

  #find(uri: Uri, isWanted: (panel: WebviewPanel) => boolean): WebviewPanel | undefined {
    const found = [...this.#previews].find(
      ([panel, preview]) => preview.uri.toString() === uri.toString() && isWanted(panel),
    );
    return found?.[0];
  }

  /** Shows another document in a panel, where it is the same by another name. */
  #refill(panel: WebviewPanel, uri: Uri): void {
    const preview = this.#previews.get(panel);
    const shown = preview?.shown?.id;
    preview?.dispose();
    this.#fill(panel, uri, shown);
  }

  #fill(panel: WebviewPanel, uri: Uri, shown?: string): void {
    panel.title = `Preview ${uri.path.split('/').at(-1)}`;
    panel.iconPath = Uri.joinPath(this.#context.extension, 'images', 'file.svg');
    const preview = new Preview(this.#context, panel.webview, uri, {
      ...(shown !== undefined && { shown }),
      openOther: (other, diagram) => this.#openOther(other, diagram, panel.viewColumn ?? ViewColumn.Beside),
    });
    this.#previews.set(panel, preview);
    panel.onDidDispose(() => {
      this.#previews.delete(panel);
      preview.dispose();
    });
  }
}
