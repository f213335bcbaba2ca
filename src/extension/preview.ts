import { Disposable, type TextEditor, type Uri, type Webview, window, workspace } from 'vscode';
import { changeOf } from '../base/text-change.ts';
import type { FindingRun } from '../protocol/findings.ts';
import type { Extent, MoveParams } from '../protocol/layout-edits.ts';
import { isToHost, type SentText, type ToHost, type ToView } from '../protocol/preview.ts';
import type { DiagramModel, DiagramName } from '../protocol/server.ts';
import type { ChosenDiagrams } from './chosen-diagrams.ts';
import { LayoutEdits } from './layout-edits.ts';
import type { Models } from './models.ts';
import { pageHtml } from './page-html.ts';
import { pictureOf } from './picture.ts';
import { pageParts } from './preview-page.ts';
import { SimulationLink } from './simulation-link.ts';
import { openText, selectText, visibleEditor } from './text-editors.ts';

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

/** What a preview may be told when it is made. */
export interface PreviewOptions {
  /** The diagram to begin with; by default the last one chosen. */
  readonly shown?: string;
  /** Opens the preview of another document in the place of this one, with this diagram. */
  openOther?(uri: Uri, diagram: string): void;
}

/** One page that shows one document, in a panel of its own or as an editor of a file. */
export class Preview extends Disposable {
  readonly uri: Uri;
  readonly #context: PreviewContext;
  readonly #webview: Webview;
  readonly #openOther: PreviewOptions['openOther'];
  #model: DiagramModel | undefined;
  #shown: string;
  #sequence = 0;
  /** The last model that the page has been sent, since it said that it is ready. */
  #sent: { readonly seq: number; readonly model: DiagramModel } | undefined;
  /** What the page was told is at the caret: a page that is loaded again has forgotten it. */
  #selected: readonly string[] = [];
  /** The first model with a diagram that was not chosen by hand: what is at the caret is brought into view when that is drawn. */
  #revealed = 0;
  #hasFollowed = false;
  /** The page has said that it is ready, so it hears what it is sent. */
  #isReady = false;
  /** What was asked for before that: the simulation, or a run in it. */
  #toTell: ToView | undefined;
  readonly #simulation: SimulationLink;
  /** What a hand has moved in the page. */
  readonly #edits: LayoutEdits;
  #caretTimer: NodeJS.Timeout | undefined;

  /** Fills `webview` with the preview of a document. */
  constructor(context: PreviewContext, webview: Webview, uri: Uri, options: PreviewOptions = {}) {
    const subscriptions: Disposable[] = [];
    super(() => {
      clearTimeout(this.#caretTimer);
      Disposable.from(...subscriptions).dispose();
    });
    this.uri = uri;
    this.#context = context;
    this.#webview = webview;
    this.#edits = new LayoutEdits(context.models, uri);
    this.#simulation = new SimulationLink(context.models, uri, (message) => this.#send(message));
    this.#shown = options.shown ?? context.chosenDiagrams.of(uri);
    this.#openOther = options.openOther;
    subscriptions.push(
      webview.onDidReceiveMessage((message: unknown) => isToHost(message) && this.#receive(message)),
      window.onDidChangeTextEditorSelection(({ textEditor }) => this.#caretMoved(textEditor)),
      context.models.watch(uri, (model) => this.#draw(model)),
      this.#simulation,
    );
    for (const editor of window.visibleTextEditors) {
      this.#caretMoved(editor);
    }
    // Last, so that the listener above hears the page say that it is ready.
    webview.html = pageHtml(pageParts(webview, context.extension));
  }

  /** The diagram that is shown, once there is one. */
  get shown(): DiagramName | undefined {
    const diagrams = this.#model?.diagrams ?? [];
    return diagrams.find(({ id }) => id === this.#shown) ?? diagrams[0];
  }

  /** Shows a diagram of the document, and in it what is at the caret. */
  show(diagram: string): void {
    this.#shown = diagram;
    this.#sendModel();
    this.#revealed = Math.max(1, this.#sequence);
  }

  /** Switches to the simulation. */
  simulate(): void {
    this.#tell({ type: 'simulate' });
  }

  /** Puts the diagram that is shown into the clipboard as a picture. */
  copyPicture(): void {
    this.#tell({ type: 'copy' });
  }

  /** Plays a run in the simulation. */
  play(run: FindingRun): void {
    this.#tell({ type: 'play', ...run });
  }

  /** Lays out anew what was placed by hand: the element at the caret, what is around it, or all. */
  async tidy(extent: Extent): Promise<void> {
    const [id = ''] = this.#selected;
    if (extent === 'all' || id !== '') await this.#edits.tidy(extent, id);
  }

  #tell(message: ToView): void {
    if (this.#isReady) this.#send(message);
    else this.#toTell = message;
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
    // A fix, an undo or a rename changes what stands at the caret without moving it.
    const editor = visibleEditor(this.uri);
    if (editor) this.#caretMoved(editor);
    void this.#simulation.lookForBreakpoints();
  }

  #sendModel(): void {
    if (this.#model) {
      const { diagrams, problems, calls, held } = this.#model;
      const [seq, uri, shown, last] = [++this.#sequence, this.uri.toString(), this.#shown, this.#sent];
      const [xml, caseXml] = [
        sentText(this.#model.xml, last?.model.xml),
        sentText(this.#model.caseXml, last?.model.caseXml),
      ];
      this.#sent = { seq, model: this.#model };
      const whole = {
        type: 'model',
        seq,
        uri,
        diagrams,
        shown,
        xml,
        caseXml,
        problems,
        calls,
        held: held?.ids,
        isMovable: isText(this.uri),
      } as const;
      this.#send({ ...whole, base: last?.seq });
    }
  }

  #send(message: ToView): void {
    void this.#webview.postMessage(message);
  }

  #receive(message: ToHost): void {
    switch (message.type) {
      case 'ready':
        this.#sent = undefined;
        this.#sendModel();
        this.#send({ type: 'select', ids: this.#selected, reveal: false });
        this.#simulation.begin();
        this.#isReady = true;
        if (this.#toTell) this.#send(this.#toTell);
        this.#toTell = undefined;
        break;
      case 'failed':
        this.#context.report(`${this.uri.fsPath} could not be drawn: ${message.message}`);
        break;
      case 'select':
      case 'open':
        void this.#goTo(message.id, message.type === 'open');
        break;
      case 'follow':
        void this.#followCall(message.id);
        break;
      case 'openRange':
        void openText(this.uri, message.range);
        break;
      case 'breakpoint':
        void this.#simulation.setBreakpoint(message.id, message.isSet);
        break;
      case 'called':
        void this.#simulation.sendCalled();
        break;
      case 'record':
        void this.#simulation.record(message.acts);
        break;
      case 'move':
      case 'tidy':
      case 'undo':
      case 'redo':
        void this.#edit(message);
        break;
      case 'picture':
        void pictureOf(this.#context.models, this.uri, this.shown).then((png) => this.#send({ type: 'picture', png }));
        break;
      case 'notCopied':
        void window.showErrorMessage(`The picture was not copied: ${message.message}`);
        break;
      case 'show':
        this.#context.chosenDiagrams.remember(this.uri, message.diagram);
        this.#shown = message.diagram;
        this.#sendModel();
        break;
      case 'drawn':
        if (this.#revealed > 0 && message.seq >= this.#revealed) {
          this.#revealed = 0;
          this.#send({ type: 'select', ids: this.#selected, reveal: true });
        }
        break;
    }
  }

  /** Does in the layout file what a hand did in the picture. */
  #edit(message: Extract<ToHost, { readonly type: 'move' | 'tidy' | 'undo' | 'redo' }>): Promise<void> {
    switch (message.type) {
      case 'move':
        return this.#edits.move(movedBy(message));
      case 'tidy':
        return this.#edits.tidy(message.extent, message.id);
      default:
        return this.#edits[message.type]();
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

  /** Goes to the text of what an element calls, and shows the diagram of that: here, or in a preview of its own. */
  async #followCall(id: string): Promise<void> {
    const called = await this.#context.models.called(this.uri, id);
    if (!called) {
      return;
    }
    const { uri, range } = called;
    const [diagram] = (await this.#context.models.locatePosition(uri, range.start)).diagrams;
    if (uri.toString() !== this.uri.toString()) {
      this.#openOther?.(uri, diagram ?? '');
    } else if (diagram !== undefined && diagram !== this.shown?.id) {
      this.show(diagram);
    }
    await openText(uri, range, this.uri);
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
    // A selection means what it begins with: it may end in a clause that is an element of its own.
    const { ids, diagrams } = await this.#context.models.locatePosition(this.uri, editor.selection.start);
    if (ids.join() === this.#selected.join()) {
      return;
    }
    this.#selected = ids;
    // What was looked at last is shown until the caret moves.
    const stays = !this.#hasFollowed && this.#shown !== '';
    this.#hasFollowed = true;
    const reveal = workspace.getConfiguration('procedo', this.uri).get('preview.followCursor', true);
    const [other] = diagrams;
    if (reveal && !stays && other !== undefined && !diagrams.includes(this.shown?.id ?? this.#shown)) {
      this.show(other);
    } else {
      this.#send({ type: 'select', ids, reveal });
    }
  }
}

/** Whether the document is a text of ours, whose layout file keeps what a hand has moved. An untitled one has none. */
function isText({ path, scheme }: Uri): boolean {
  return scheme === 'file' && path.endsWith('.procedo');
}

/** A move as the server is asked for it. */
function movedBy({ type: _, ...move }: Extract<ToHost, { readonly type: 'move' }>): Omit<MoveParams, 'uri'> {
  return move;
}

/** A text for the page. @param last what the page has had in its place, if it has had anything */
function sentText(text: string, last: string | undefined): SentText {
  return last ? changeOf(last, text) : text;
}
