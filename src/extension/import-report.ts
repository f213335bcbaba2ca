import {
  Disposable,
  DocumentLink,
  Range as EditorRange,
  EventEmitter,
  languages,
  Uri,
  window,
  workspace,
} from 'vscode';
import type { Range } from '../base/range.ts';
import type { ViewProblem } from '../protocol/server.ts';

/** What an import has left out, a file or something in it, and why. */
export interface LeftOut {
  readonly file: Uri;
  readonly message: string;
  /** In the file. */
  readonly range?: Range;
}

/** A line for each of these, which stand in one file. */
export function leftOutOf(file: Uri, problems: readonly ViewProblem[]): readonly LeftOut[] {
  return problems.map(({ message, range }) => ({ file, message, ...(range && { range }) }));
}

const scheme = 'procedo-import';
const page = Uri.from({ scheme, path: '/Import' });

/** The report of the last import: a page with a line for each thing that was left out, which leads there. */
export class ImportReport {
  readonly #changed = new EventEmitter<Uri>();
  readonly #registered: Disposable;
  #heading = '';
  #leftOut: readonly LeftOut[] = [];

  constructor() {
    this.#registered = Disposable.from(
      this.#changed,
      workspace.registerTextDocumentContentProvider(scheme, {
        onDidChange: this.#changed.event,
        provideTextDocumentContent: () => [this.#heading, ...this.#leftOut.map(lineOf), ''].join('\n'),
      }),
      languages.registerDocumentLinkProvider({ scheme }, { provideDocumentLinks: () => this.#leftOut.map(linkOf) }),
    );
  }

  dispose(): void {
    this.#registered.dispose();
  }

  async show(heading: string, leftOut: readonly LeftOut[]): Promise<void> {
    this.#heading = heading;
    this.#leftOut = leftOut;
    this.#changed.fire(page);
    await window.showTextDocument(page, { preview: false });
  }
}

function placeOf({ file, range }: LeftOut): string {
  return `${workspace.asRelativePath(file)}${range ? `:${range.start.line + 1}` : ''}`;
}

function lineOf(leftOut: LeftOut): string {
  return `${placeOf(leftOut)}: ${leftOut.message}`.replaceAll(/[\n\r]+/g, ' ');
}

/** The heading is the first line. */
function linkOf(leftOut: LeftOut, index: number): DocumentLink {
  const { file, range } = leftOut;
  const target = range ? file.with({ fragment: `L${range.start.line + 1}` }) : file;
  return new DocumentLink(new EditorRange(index + 1, 0, index + 1, placeOf(leftOut).length), target);
}
