import { Disposable, type TextEditor, type Uri, type Webview, window, workspace } from 'vscode';
import { isToHost, type ToHost, type ToView } from '../protocol/preview.ts';
import type { DiagramModel } from '../protocol/server.ts';
import type { ChosenDiagrams } from './chosen-diagrams.ts';
import type { Models } from './models.ts';
import { pageHtml } from './page-html.ts';
import { pageParts } from './preview-page.ts';
import { openText, selectText } from './text-editors.ts';

/** The caret must rest this long (ms) before the picture follows: the server is asked once a pause, not once a key. */
const caretPause = 60;

/** What every preview needs of the extension. */
export interface PreviewContext {
  readonly extension: Uri;
  readonly models: Models;
  readonly chosenDiagrams: ChosenDiagrams;
  /** Says in the log what went wrong in a page. */
  report(message: string): void;
}

/** One page that shows one document, in a panel of its own or as an editor of a file. */
export class Preview extends Disposable {
  readonly uri: Uri;
  readonly #context: PreviewContext;
  readonly #webview: Webview;
  #model: DiagramModel | undefined;
  #shown: string;
  #sequence = 0;
  /** What the page was told is at the caret: a page that is loaded again has forgotten it. */
  #selected: readonly string[] = [];
  #caretTimer: NodeJS.Timeout | undefined;

  /** Fills `webview` with the preview of a document; `shown` is the diagram to begin with, by default the last one chosen. */
  constructor(context: PreviewContext, webview: Webview, uri: Uri, shown = context.chosenDiagrams.of(uri)) {
    const subscriptions: Disposable[] = [];
    super(() => {
      clearTimeout(this.#caretTimer);
      Disposable.from(...subscriptions).dispose();
    });
    this.uri = uri;
    this.#context = context;
    this.#webview = webview;
    this.#shown = shown;
    subscriptions.push(
      webview.onDidReceiveMessage((message: unknown) => isToHost(message) && this.#receive(message)),
      window.onDidChangeTextEditorSelection(({ textEditor }) => this.#caretMoved(textEditor)),
      context.models.watch(uri, (model) => this.#draw(model)),
    );
    for (const editor of window.visibleTextEditors) {
      this.#caretMoved(editor);
    }
    // Last, so that the listener above hears the page say that it is ready.
    webview.html = pageHtml(pageParts(webview, context.extension));
  }

  /** The id of the diagram that is shown, '' for the first. */
  get shown(): string {
    return this.#shown;
  }

  #draw(model: DiagramModel): void {
    // An older answer may overtake the news of a change.
    if (this.#model && model.version < this.#model.version) {
      return;
    }
    this.#model = model;
    if (model.diagrams.length > 0 && !model.diagrams.some(({ id }) => id === this.#shown)) {
      this.#shown = '';
    }
    this.#sendModel();
  }

  #sendModel(): void {
    if (this.#model) {
      const { diagrams, xml, caseXml, problems, calls, held } = this.#model;
      const [seq, uri, shown] = [++this.#sequence, this.uri.toString(), this.#shown];
      this.#send({ type: 'model', seq, uri, diagrams, shown, xml, caseXml, problems, calls, held: held?.ids });
    }
  }

  #send(message: ToView): void {
    void this.#webview.postMessage(message);
  }

  #receive(message: ToHost): void {
    switch (message.type) {
      case 'ready':
        this.#sendModel();
        this.#send({ type: 'select', ids: this.#selected, reveal: false });
        break;
      case 'failed':
        this.#context.report(`${this.uri.fsPath} could not be drawn: ${message.message}`);
        break;
      case 'select':
      case 'open':
        void this.#goTo(message.id, message.type === 'open');
        break;
      case 'openRange':
        void openText(this.uri, message.range);
        break;
      case 'show':
        this.#shown = message.diagram;
        this.#context.chosenDiagrams.remember(this.uri, message.diagram);
        this.#sendModel();
        break;
      case 'drawn':
        break;
    }
  }

  async #goTo(id: string, isOpening: boolean): Promise<void> {
    const range = await this.#context.models.locateElement(this.uri, id);
    if (range && isOpening) {
      await openText(this.uri, range);
    } else if (range) {
      selectText(this.uri, range);
    }
  }

  #caretMoved(editor: TextEditor): void {
    if (editor.document.uri.toString() === this.uri.toString()) {
      clearTimeout(this.#caretTimer);
      this.#caretTimer = setTimeout(() => void this.#follow(editor), caretPause);
    }
  }

  async #follow(editor: TextEditor): Promise<void> {
    const { held } = this.#model ?? {};
    if (held && held.line !== editor.selection.active.line) {
      this.#context.models.release(this.uri);
    }
    const ids = await this.#context.models.locatePosition(this.uri, editor.selection.active);
    if (ids.join() !== this.#selected.join()) {
      this.#selected = ids;
      const reveal = workspace.getConfiguration('procedo', this.uri).get('preview.followCursor', true);
      this.#send({ type: 'select', ids, reveal });
    }
  }
}
