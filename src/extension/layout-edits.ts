import { Range, Uri, WorkspaceEdit, workspace } from 'vscode';
import { changeOf } from '../base/text-change.ts';
import type { Extent, LayoutChange, MoveParams } from '../protocol/layout-edits.ts';
import type { Models } from './models.ts';

/** One change of a layout file; undefined: there was none. */
interface Step {
  readonly file: Uri;
  readonly before: string | undefined;
  readonly after: string | undefined;
}

/**
 * Writes to layout files what hands do in the pictures of one text, and takes it back. The file is an ordinary document: who has it open sees the
 * change, and can undo it there too. It is saved at once unless it has other changes, so that no editor of it opens by itself.
 */
export class LayoutEdits {
  readonly #models: Models;
  readonly #uri: Uri;
  #done: Step[] = [];
  #undone: Step[] = [];
  /** One change after the other: each is made from what the last has left. */
  #last: Promise<void> = Promise.resolve();

  constructor(models: Models, uri: Uri) {
    this.#models = models;
    this.#uri = uri;
  }

  move(move: Omit<MoveParams, 'uri'>): Promise<void> {
    return this.#next(async () => this.#apply(await this.#models.move(this.#uri, move)));
  }

  tidy(extent: Extent, id: string): Promise<void> {
    return this.#next(async () => this.#apply(await this.#models.tidy(this.#uri, extent, id)));
  }

  /** Takes the last change back, unless the file says something else by now. */
  undo(): Promise<void> {
    return this.#next(async () => {
      const step = this.#done.pop();
      if (step && (await replaceText(step.file, step.after, step.before))) this.#undone.push(step);
    });
  }

  redo(): Promise<void> {
    return this.#next(async () => {
      const step = this.#undone.pop();
      if (step && (await replaceText(step.file, step.before, step.after))) this.#done.push(step);
    });
  }

  async #apply(change: LayoutChange | undefined): Promise<void> {
    if (!change) return;
    const file = Uri.parse(change.uri);
    const before = await textOf(file);
    if (before === change.text || !(await replaceText(file, before, change.text))) return;
    this.#done.push({ file, before, after: change.text });
    this.#undone = [];
  }

  #next(change: () => Promise<void>): Promise<void> {
    const made = this.#last.then(change);
    this.#last = made.catch(() => undefined);
    return made;
  }
}

async function textOf(file: Uri): Promise<string | undefined> {
  try {
    return (await workspace.openTextDocument(file)).getText();
  } catch {
    return undefined;
  }
}

/** Writes only the stretches that differ. False if the file does not say `before`, or cannot be written. @param after undefined: there is to be no file */
async function replaceText(file: Uri, before: string | undefined, after: string | undefined): Promise<boolean> {
  if ((await textOf(file)) !== before) return false;
  const edit = new WorkspaceEdit();
  if (after === undefined) {
    edit.deleteFile(file, { ignoreIfNotExists: true });
    return workspace.applyEdit(edit);
  }
  if (before === undefined) {
    edit.createFile(file, { contents: Buffer.from(after) });
    return workspace.applyEdit(edit);
  }
  const document = await workspace.openTextDocument(file);
  const isSaved = !document.isDirty;
  const { at, removed, added } = changeOf(before, after);
  for (const [index, offset] of at.entries()) {
    const end = offset + (removed[index] ?? 0);
    edit.replace(file, new Range(document.positionAt(offset), document.positionAt(end)), added[index] ?? '');
  }
  const isDone = await workspace.applyEdit(edit);
  if (isDone && isSaved) await document.save();
  return isDone;
}
