import { Disposable, debug, type TextDocument, type Uri, window, workspace } from 'vscode';
import type { ToView } from '../protocol/preview.ts';
import { linesWithBreakpoint, setBreakpoint } from './breakpoints.ts';
import { Delayed } from './delayed.ts';
import { insertScenario, showScenarioFile } from './insert-scenario.ts';
import type { Models } from './models.ts';

/** So long (ms) the typing in a file that is called must rest before the simulation gets it anew. */
const pause = 300;

/** What can be called from another file. */
const callable = /\.(procedo|bpmn|cmmn)$/;

/** What the simulation in a preview has to do with texts: their break points, what is called in other files, and scenarios. */
export class SimulationLink extends Disposable {
  readonly #models: Models;
  readonly #uri: Uri;
  readonly #send: (message: ToView) => void;
  /** Ids of the elements with a break point in the text, as the page was told. */
  #breakpoints: readonly string[] = [];
  /** How often these were looked for: an older answer may overtake a newer one. */
  #lookups = 0;
  /** What is called elsewhere, as the page was told; undefined: it has not asked. */
  #called: readonly string[] | undefined;
  readonly #changed: Delayed<Uri>;

  constructor(models: Models, uri: Uri, send: (message: ToView) => void) {
    const subscriptions: Disposable[] = [];
    super(() => Disposable.from(...subscriptions).dispose());
    this.#models = models;
    this.#uri = uri;
    this.#send = send;
    this.#changed = new Delayed(pause, () => void this.#lookAgain());
    const files = workspace.createFileSystemWatcher('**/*.{procedo,bpmn,cmmn}');
    const onDisk = () => this.#mayBeCalled() && this.#changed.soon(uri);
    subscriptions.push(
      this.#changed,
      debug.onDidChangeBreakpoints(() => void this.lookForBreakpoints()),
      workspace.onDidChangeTextDocument(({ document }) => this.#mayBeCalled(document) && this.#changed.soon(uri)),
      files,
      files.onDidChange(onDisk),
      files.onDidCreate(onDisk),
      files.onDidDelete(onDisk),
    );
  }

  /** The page is loaded anew: it knows no break points, and asks for what is called if it needs that. */
  begin(): void {
    this.#called = undefined;
    this.#send({ type: 'breakpoints', ids: this.#breakpoints });
  }

  /** Tells the page which elements have a break point in the text, if that has changed. */
  async lookForBreakpoints(): Promise<void> {
    const lookup = ++this.#lookups;
    const lines = linesWithBreakpoint(this.#uri);
    const ids = lines.length > 0 ? await this.#models.locateLines(this.#uri, lines) : [];
    if (lookup !== this.#lookups || ids.join() === this.#breakpoints.join()) return;
    this.#breakpoints = ids;
    this.#send({ type: 'breakpoints', ids });
  }

  /** What is set on the picture stands in the gutter of the text too. */
  async setBreakpoint(id: string, isSet: boolean): Promise<void> {
    const range = await this.#models.locateElement(this.#uri, id);
    if (range) setBreakpoint(this.#uri, range.start.line, isSet);
  }

  /** Tells the page what is called in other files, and from now on when that changes. */
  async sendCalled(): Promise<void> {
    const texts = await this.#models.calledModels(this.#uri);
    this.#called = texts;
    this.#send({ type: 'called', texts });
  }

  /** Writes what was done in the page into the text, as a scenario. */
  async record(acts: readonly object[]): Promise<void> {
    const { text, json, message } = await this.#models.recordScenario(this.#uri, acts);
    if (text !== undefined) await insertScenario(this.#uri, text);
    else if (json !== undefined) await showScenarioFile(this.#uri, json);
    else if (message !== undefined) void window.showWarningMessage(message);
  }

  #mayBeCalled(document?: TextDocument): boolean {
    const isOther = document?.uri.toString() !== this.#uri.toString();
    return this.#called !== undefined && isOther && (!document || callable.test(document.uri.path));
  }

  async #lookAgain(): Promise<void> {
    const texts = await this.#models.calledModels(this.#uri);
    const last = this.#called;
    if (last?.length === texts.length && last.every((text, index) => text === texts[index])) return;
    this.#called = texts;
    this.#send({ type: 'called', texts });
  }
}
