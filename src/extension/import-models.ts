import { type CancellationToken, ProgressLocation, type Uri, window } from 'vscode';
import { differs, type MadeText, makeText, modelsIn, type Refused, writeText } from './import-model.ts';
import { type ImportReport, type LeftOut, leftOutOf } from './import-report.ts';
import type { Models } from './models.ts';
import { lossOf, nameOf } from './telling.ts';

/** The text of a file. */
interface TextOfFile extends MadeText {
  readonly file: Uri;
}

/** What has become of several models. */
interface Imported {
  /** Paths of the texts, written or not. */
  readonly targets: Set<string>;
  readonly written: Uri[];
  /** Their texts are there and say something else. */
  readonly differing: TextOfFile[];
  readonly refused: LeftOut[];
  /** They are written, and an export would not give back all, or they do not say all of a diagram of Mermaid's. */
  readonly lossy: LeftOut[];
  wasCancelled: boolean;
}

/** Makes texts of many models. What is done and what was refused is told at the end. */
export class ModelsImport {
  readonly #models: Models;
  readonly #report: ImportReport;

  constructor(models: Models, report: ImportReport) {
    this.#models = models;
    this.#report = report;
  }

  /** All models of a folder. Returns the texts written. */
  async folder(folder: Uri): Promise<readonly Uri[]> {
    return this.#import(nameOf(folder), (token) => modelsIn(folder, token), isOfAnotherKind);
  }

  /** These models. Returns the texts written. */
  async files(files: readonly Uri[]): Promise<readonly Uri[]> {
    return this.#import(`${files.length} models`, async () => files);
  }

  /** @param passesOver says of what was refused whether it was not meant at all */
  async #import(
    what: string,
    find: (token: CancellationToken) => Promise<readonly Uri[]>,
    passesOver: (refused: Refused) => boolean = () => false,
  ): Promise<readonly Uri[]> {
    const imported: Imported = {
      targets: new Set(),
      written: [],
      differing: [],
      refused: [],
      lossy: [],
      wasCancelled: false,
    };
    const title = `Importing ${what}`;
    const options = { location: ProgressLocation.Notification, title, cancellable: true };
    const count = await window.withProgress(options, async (progress, token) => {
      const files = await find(token);
      let passedOver = 0;
      for (const [index, file] of files.entries()) {
        if (token.isCancellationRequested) break;
        const message = `${index + 1} of ${files.length}: ${nameOf(file)}`;
        progress.report({ message, increment: index === 0 ? 0 : 100 / files.length });
        const made = await makeText(this.#models, file, token);
        if (made && 'refused' in made && passesOver(made)) passedOver++;
        else if (made) await add(file, made, imported);
      }
      imported.wasCancelled = token.isCancellationRequested;
      return files.length - passedOver;
    });
    if (!imported.wasCancelled) await replaceIfWanted(imported);
    void this.#tell(what, count, imported);
    return imported.written;
  }

  /** One message; the report only where something was refused, left as it was, or is not all in the text. */
  async #tell(
    what: string,
    count: number,
    { written, differing, refused, lossy, wasCancelled }: Imported,
  ): Promise<void> {
    if (count === 0 && !wasCancelled) {
      void window.showInformationMessage(`There is no model in ${what}: no file ends in .bpmn, .cmmn or .mmd.`);
      return;
    }
    const counts = [
      `${written.length} of ${count} imported`,
      ...(refused.length > 0 ? [`${refused.length} refused`] : []),
      ...(differing.length > 0 ? [`${differing.length} left as they were`] : []),
      ...(lossy.length > 0 ? [`${new Set(lossy.map(({ file }) => file.path)).size} not to the letter`] : []),
    ];
    const sentence = `Import of ${what}${wasCancelled ? ' was cancelled' : ''}: ${counts.join(', ')}.`;
    if (refused.length + differing.length + lossy.length === 0) {
      void window.showInformationMessage(sentence);
      return;
    }
    const show = 'Show Report';
    const answer = await window.showWarningMessage(sentence, show);
    if (answer !== show) return;
    const left = differing.map(({ target }) => ({ file: target, message: 'This text says something else.' }));
    await this.#report.show(sentence, [...refused, ...left, ...lossy]);
  }
}

/** Diagrams of Mermaid's are of many kinds; who names a folder means those that are models. */
function isOfAnotherKind({ refused }: Refused): boolean {
  return refused?.some(({ code }) => code === 'not-bpmn-beta') ?? false;
}

/** What has become of one file. */
async function add(file: Uri, made: MadeText | Refused, imported: Imported): Promise<void> {
  if ('refused' in made) {
    const error = made.refused?.find(({ severity }) => severity === 'error');
    const message = error?.message ?? 'The language server gave no answer.';
    imported.refused.push({ file, message, ...(error?.range && { range: error.range }) });
    return;
  }
  if (imported.targets.has(made.target.path)) {
    const message = `Another file has become ${nameOf(made.target)}: give one of the two another name.`;
    imported.refused.push({ file, message });
  } else if (await differs(made)) {
    imported.differing.push({ ...made, file });
  } else {
    await write({ ...made, file }, imported);
  }
  imported.targets.add(made.target.path);
}

/** Asks once for all texts that say something else; those that are to be written leave the list. */
async function replaceIfWanted(imported: Imported): Promise<void> {
  const { differing } = imported;
  if (differing.length === 0) return;
  const [first] = differing;
  const which = differing.length === 1 && first ? nameOf(first.target) : `${differing.length} texts`;
  const message = `${which} ${differing.length === 1 ? 'is there already and says' : 'are there already and say'} something else.`;
  const detail = 'Replace by what the models say now? Without that they stay as they are; the report names them.';
  const replace = 'Replace';
  if ((await window.showWarningMessage(message, { modal: true, detail }, replace)) !== replace) return;
  for (const made of differing.splice(0)) await write(made, imported);
}

async function write(made: TextOfFile, { written, refused, lossy }: Imported): Promise<void> {
  try {
    await writeText(made);
    written.push(made.target);
    if (made.lost.length > 0) lossy.push({ file: made.target, message: lossOf(made.target, made.lost) });
    lossy.push(...leftOutOf(made.file, made.notKept));
  } catch (error) {
    const why = error instanceof Error ? error.message : String(error);
    refused.push({ file: made.target, message: `The text cannot be written: ${why}` });
  }
}
