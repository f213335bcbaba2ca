import { commands, Disposable, type FileRenameEvent, Uri, ViewColumn, type Webview, window, workspace } from 'vscode';
import { type Comparison, isFromComparisonView, type ToComparisonView } from '../protocol/comparison.ts';
import { committedFiles, isCommitted } from './committed-files.ts';
import { type GitApi, gitApi, type Repository } from './git-api.ts';
import type { Models } from './models.ts';
import { comparisonHtml } from './page-html.ts';
import { pageOptions, pageParts } from './preview-page.ts';
import { renamedTo } from './renamed-files.ts';
import { nameOf } from './telling.ts';
import { selectText } from './text-editors.ts';

/** The picture follows the text when nobody has typed for so long (ms). */
const pause = 400;

/** What the comparisons need of the extension. */
export interface ComparisonContext {
  readonly extension: Uri;
  readonly models: Models;
  report(message: string): void;
}

/** The panels that compare a document with what it was at the last commit: one a document, beside the two texts. */
export class Comparisons extends Disposable {
  readonly #context: ComparisonContext;
  readonly #open = new Map<string, { readonly uri: Uri; reveal(): void; dispose(): void }>();

  constructor(context: ComparisonContext) {
    const subscriptions: Disposable[] = [];
    super(() => Disposable.from(...subscriptions, ...this.#open.values()).dispose());
    this.#context = context;
    subscriptions.push(
      workspace.onDidRenameFiles(({ files }) => this.#closeGone(files)),
      workspace.onDidDeleteFiles(({ files }) => this.#closeGone(files.map((uri) => ({ oldUri: uri, newUri: uri })))),
    );
  }

  /** What is not there any more, or not by that name, is compared with nothing. */
  #closeGone(files: FileRenameEvent['files']): void {
    for (const panel of [...this.#open.values()]) {
      if (renamedTo(panel.uri, files)) panel.dispose();
    }
  }

  /** Shows the two texts side by side, or that of a new file alone, and the two diagrams beside them. */
  async compareWithHead(uri: Uri): Promise<void> {
    const git = await gitApi();
    if (!git) {
      void window.showInformationMessage(
        'Switch on the Git extension of VS Code (`git.enabled`) to compare with a commit.',
      );
      return;
    }
    const repository = git.getRepository(uri) ?? (await git.openRepository?.(Uri.joinPath(uri, '..')));
    if (!repository) {
      void window.showInformationMessage(
        `"${nameOf(uri)}" is in no Git repository: there is nothing to compare it with.`,
      );
      return;
    }
    if (await isCommitted(uri, repository)) {
      const title = `${nameOf(uri)} (HEAD ↔ now)`;
      await commands.executeCommand('vscode.diff', git.toGitUri(uri, 'HEAD'), uri, title);
    } else {
      // Of a new file the diagrams say that all is new.
      await window.showTextDocument(uri, { preview: false });
    }
    const known = this.#open.get(uri.toString());
    if (known) known.reveal();
    else this.#create(uri, git, repository);
  }

  #create(uri: Uri, git: GitApi, repository: Repository): void {
    const panel = window.createWebviewPanel(
      'procedo.comparison',
      `Changes in ${nameOf(uri)}`,
      { viewColumn: ViewColumn.Beside, preserveFocus: true },
      { ...pageOptions(this.#context.extension), retainContextWhenHidden: true },
    );
    panel.iconPath = Uri.joinPath(this.#context.extension, 'images', 'file.svg');
    const page = new ComparisonPage(this.#context, panel.webview, {
      uri,
      committed: git.toGitUri(uri, 'HEAD'),
      repository,
    });
    this.#open.set(uri.toString(), {
      uri,
      reveal: () => panel.reveal(undefined, true),
      dispose: () => panel.dispose(),
    });
    panel.onDidDispose(() => {
      this.#open.delete(uri.toString());
      page.dispose();
    });
  }
}

/** What is compared: a document, the same at the last commit, and the repository that has it. */
interface Compared {
  readonly uri: Uri;
  readonly committed: Uri;
  readonly repository: Repository;
}

/** The page in one panel. */
class ComparisonPage extends Disposable {
  readonly #context: ComparisonContext;
  readonly #webview: Webview;
  readonly #compared: Compared;
  #comparison: Comparison | undefined;
  #sequence = 0;
  /** How often it was compared: an older answer may overtake a newer one. */
  #requests = 0;
  #isReady = false;
  #timer: NodeJS.Timeout | undefined;

  constructor(context: ComparisonContext, webview: Webview, compared: Compared) {
    const subscriptions: Disposable[] = [];
    super(() => {
      clearTimeout(this.#timer);
      Disposable.from(...subscriptions).dispose();
    });
    this.#context = context;
    this.#webview = webview;
    this.#compared = compared;
    const isOurs = (uri: Uri) => uri.toString() === compared.uri.toString();
    subscriptions.push(
      webview.onDidReceiveMessage((message: unknown) => this.#receive(message)),
      workspace.onDidChangeTextDocument(({ document }) => isOurs(document.uri) && this.#soon()),
      compared.repository.state.onDidChange(() => this.#soon()),
    );
    webview.html = comparisonHtml(pageParts(webview, context.extension, 'comparison'));
    void this.#compare();
  }

  #soon(): void {
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => void this.#compare(), pause);
  }

  async #compare(): Promise<void> {
    const request = ++this.#requests;
    const { uri, repository } = this.#compared;
    const comparison = await this.#context.models.compare(uri, await committedFiles(uri, repository));
    if (request !== this.#requests) return;
    if (comparison) {
      const isSame = JSON.stringify(comparison) === JSON.stringify(this.#comparison);
      this.#comparison = comparison;
      if (!isSame) this.#send();
      // While one types a file may be broken for a moment: its text says so, and what was shown last stays.
    } else if (!this.#comparison)
      void window.showWarningMessage(`"${nameOf(uri)}" cannot be read as a model, now or at the last commit.`);
  }

  #send(): void {
    if (!this.#isReady || !this.#comparison) return;
    const titles = { before: 'Before: the last commit (HEAD)', after: 'After: the text as it is' };
    const message: ToComparisonView = { type: 'comparison', seq: ++this.#sequence, titles, ...this.#comparison };
    void this.#webview.postMessage(message);
  }

  #receive(message: unknown): void {
    if (!isFromComparisonView(message)) return;
    switch (message.type) {
      case 'ready':
        this.#isReady = true;
        this.#sequence = 0;
        this.#send();
        break;
      case 'failed':
        this.#context.report(`${this.#compared.uri.fsPath} could not be compared: ${message.message}`);
        break;
      case 'go':
        this.#goTo(message.change);
        break;
      case 'drawn':
        break;
    }
  }

  /** Shows the lines of a change in both texts, as far as they are open. */
  #goTo(index: number): void {
    const change = this.#comparison?.changes[index];
    const { uri, committed } = this.#compared;
    if (change?.before.range) selectText(committed, change.before.range);
    if (change?.after.range) selectText(uri, change.after.range);
  }
}
