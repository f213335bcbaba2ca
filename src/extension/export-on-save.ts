import { Disposable, type TextDocument, type Uri, window, workspace } from 'vscode';
import type { Notation } from '../protocol/server.ts';
import type { Models } from './models.ts';
import { firstError, nameOf } from './telling.ts';
import { writeWhole } from './write-whole.ts';

/** How long the status bar says why a file was not written, in ms. */
const READING_TIME = 10_000;

const notations: readonly Notation[] = ['bpmn', 'cmmn'];

/** With `procedo.exportOnSave`, keeps the `.bpmn` and `.cmmn` files beside texts in step with them. */
export class ExportOnSave extends Disposable {
  readonly #models: Models;
  /** Texts whose files are behind, by their URI: that is said once, until they are in step again. */
  readonly #behind = new Set<string>();

  constructor(models: Models) {
    const saved = workspace.onDidSaveTextDocument((document) => this.#saved(document));
    super(() => saved.dispose());
    this.#models = models;
  }

  async #saved({ languageId, uri }: TextDocument): Promise<void> {
    const isWanted = workspace.getConfiguration('procedo', uri).get('exportOnSave', false);
    if (!isWanted || languageId !== 'procedo' || uri.scheme !== 'file') return;
    const why = await this.#export(uri).catch((error: Error) => error.message);
    const name = uri.toString();
    if (why === undefined) {
      this.#behind.delete(name);
    } else if (!this.#behind.has(name)) {
      this.#behind.add(name);
      window.setStatusBarMessage(`$(warning) ${nameOf(uri)} was not exported: ${why}`, READING_TIME);
    }
  }

  /** Writes what has changed. Returns why it could not. */
  async #export(text: Uri): Promise<string | undefined> {
    for (const notation of notations) {
      const result = await this.#models.export(text, { format: 'xml', notation });
      // A text need not have both processes and cases.
      const isNone = result?.content === undefined && result?.problems.every(({ severity }) => severity !== 'error');
      if (isNone) continue;
      if (result?.content === undefined) return firstError(result?.problems);
      await writeIfChanged(text.with({ path: text.path.replace(/\.[^./]*$/, `.${notation}`) }), result.content);
    }
    return undefined;
  }
}

async function writeIfChanged(file: Uri, content: string): Promise<void> {
  const bytes = Buffer.from(content);
  const there = await workspace.fs.readFile(file).then(
    (found) => found,
    () => undefined,
  );
  if (!there || !bytes.equals(there)) await writeWhole(file, bytes);
}
