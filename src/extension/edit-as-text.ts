import {
  type CancellationToken,
  CancellationTokenSource,
  commands,
  type FoldingRange as Fold,
  FoldingRangeKind,
  ProgressLocation,
  type Uri,
  ViewColumn,
  window,
} from 'vscode';
import { differs, type MadeText, makeText, writeText } from './import-model.ts';
import { type ImportReport, leftOutOf } from './import-report.ts';
import type { Models } from './models.ts';
import type { PreviewPanels } from './preview-panels.ts';
import { lossOf, nameOf } from './telling.ts';
import { tellErrors } from './telling-errors.ts';

/** A text that takes longer to make than this, in ms, shows that it is being made. */
const PATIENCE = 500;

/** What vendors and `with` say is folded when it hides so many lines or more. */
const LONG = 3;

/** What the work needs. */
export interface EditAsTextContext {
  readonly models: Models;
  readonly panels: PreviewPanels;
  readonly report: ImportReport;
}

/**
 * Makes a text of a model, beside it, and opens it with its preview. Over a text that says something else it is not written unasked.
 * Returns the text; undefined where there is none.
 */
export async function editAsText({ models, panels, report }: EditAsTextContext, model: Uri): Promise<Uri | undefined> {
  const made = await withPatience(`Importing ${nameOf(model)}`, (token) => makeText(models, model, token));
  if (!made) return undefined;
  if ('refused' in made) {
    void tellErrors(model, 'was not imported', made.refused);
    return undefined;
  }
  const isToWrite = !(await differs(made)) || (await mayReplace(made.target));
  if (isToWrite === undefined) return undefined;
  if (isToWrite) await writeText(made);
  await window.showTextDocument(made.target, { preview: false });
  panels.open(made.target, ViewColumn.Beside);
  if (isToWrite) await foldRegions(made.target);
  if (made.lost.length > 0) void window.showWarningMessage(lossOf(made.target, made.lost));
  if (made.notKept.length > 0) void tellNotKept(model, made, report);
  return made.target;
}

/** Says what a text has not taken over, all of it on a page that leads to each place. */
async function tellNotKept(model: Uri, { target, notKept }: MadeText, report: ImportReport): Promise<void> {
  const [first, ...others] = notKept;
  const heading = `${nameOf(target)} does not say all of ${nameOf(model)}.`;
  const more = others.length > 0 ? ` And ${others.length} more.` : '';
  const show = 'Show Report';
  const answer = await window.showWarningMessage(`${heading} ${first?.message}${more}`, show);
  if (answer === show) await report.show(heading, leftOutOf(model, notKept));
}

/** Asks. Undefined: neither is wanted. */
async function mayReplace(text: Uri): Promise<boolean | undefined> {
  const [replace, open] = ['Replace', 'Open Existing'];
  const detail = 'Replace it, and its layout file, by what the model says now, or go on with the text as it is.';
  const message = `${nameOf(text)} is there already and says something else.`;
  const answer = await window.showWarningMessage(message, { modal: true, detail }, replace, open);
  return answer === undefined ? undefined : answer === replace;
}

/** Work that can be cancelled, once it has taken so long that somebody looks for what to do about it. */
async function withPatience<T>(title: string, work: (token: CancellationToken) => Promise<T>): Promise<T> {
  const source = new CancellationTokenSource();
  const result = work(source.token);
  const isLong = new Promise<true>((resolve) => setTimeout(() => resolve(true), PATIENCE));
  if ((await Promise.race([result.then(() => false), isLong])) === true) {
    const options = { location: ProgressLocation.Notification, title, cancellable: true };
    await window.withProgress(options, (_, token) => {
      token.onCancellationRequested(() => source.cancel());
      return result;
    });
  }
  return result.finally(() => source.dispose());
}

/** Folds what an import carries along, so that the flow is to be read. The text has the focus. */
async function foldRegions(text: Uri): Promise<void> {
  const folds = await commands.executeCommand<Fold[] | undefined>('vscode.executeFoldingRangeProvider', text);
  const long = (folds ?? []).filter(({ kind, start, end }) => kind === FoldingRangeKind.Region && end - start >= LONG);
  if (long.length === 0) return;
  const selectionLines = long.map(({ start }) => start);
  await commands.executeCommand('editor.fold', { selectionLines, levels: 1, direction: 'down' });
}
