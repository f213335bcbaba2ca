/** A file of BPMN or CMMN, or a diagram of Mermaid's, as a text beside it. */
import {
  type CancellationToken,
  Range,
  RelativePattern,
  type TextDocument,
  type Uri,
  WorkspaceEdit,
  workspace,
} from 'vscode';
import type { ViewProblem } from '../protocol/server.ts';
import type { Models } from './models.ts';
import { writeWhole } from './write-whole.ts';

/** What a model has become; it is written nowhere yet. */
export interface MadeText {
  readonly target: Uri;
  readonly text: string;
  /** None of a diagram of Mermaid's, which says no place of anything. */
  readonly layout: string | undefined;
  /** What an export of it would not give back, a sentence each. */
  readonly lost: readonly string[];
  /** Of a diagram of Mermaid's: what no model holds, at its place. */
  readonly notKept: readonly ViewProblem[];
}

/** Why there is no text: an error is among these, or the server has not answered. */
export interface Refused {
  readonly refused: readonly ViewProblem[] | undefined;
}

/** Where the text of a model goes: only the last ending of the name changes. */
export function textBeside(model: Uri): Uri {
  return model.with({ path: `${model.path.replace(/\.[^./]*$/, '')}.procedo` });
}

function layoutOf(text: Uri): Uri {
  return text.with({ path: `${text.path}.layout` });
}

/** The text of a model as it stands in the editor, saved or not; undefined if it was cancelled. */
export async function makeText(
  models: Models,
  model: Uri,
  token: CancellationToken,
): Promise<MadeText | Refused | undefined> {
  const open = openDocument(model);
  const result = await models.import(model, open?.isDirty ? open.getText() : undefined, token);
  if (token.isCancellationRequested) return undefined;
  const { text, layout, lost = [], problems } = result ?? {};
  if (text === undefined) return { refused: problems };
  const notKept = isMermaid(model) ? (problems ?? []) : [];
  return { target: textBeside(model), text, layout, lost, notKept };
}

function isMermaid({ path }: Uri): boolean {
  return path.endsWith('.mmd');
}

/** Whether there is a text already, or a layout file, that says something else. */
export async function differs({ target, text, layout }: MadeText): Promise<boolean> {
  const [there, kept] = await Promise.all([contentOf(target), contentOf(layoutOf(target))]);
  return (there !== undefined && there !== text) || (kept !== undefined && layout !== undefined && kept !== layout);
}

/** As it stands in the editor, else on the disk; undefined where there is no such file. */
async function contentOf(file: Uri): Promise<string | undefined> {
  const open = openDocument(file);
  if (open) return open.getText().replaceAll('\r\n', '\n');
  const bytes = await workspace.fs.readFile(file).then(
    (found) => found,
    () => undefined,
  );
  return bytes && new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes);
}

/** Writes the layout file, then the text: whoever opens it finds both. A text that is open is changed there, so that it can be undone. */
export async function writeText({ target, text, layout }: MadeText): Promise<void> {
  if (layout !== undefined) await writeWhole(layoutOf(target), Buffer.from(layout));
  const open = openDocument(target);
  if (!open) {
    await writeWhole(target, Buffer.from(text));
  } else if (open.getText() !== text || open.isDirty) {
    const edit = new WorkspaceEdit();
    edit.replace(target, new Range(0, 0, open.lineCount, 0), text);
    await workspace.applyEdit(edit);
    await open.save();
  }
}

function openDocument(file: Uri): TextDocument | undefined {
  return workspace.textDocuments.find((one) => one.uri.toString() === file.toString());
}

/** The files of BPMN, CMMN and Mermaid in a folder, without those of packages and in hidden folders; sorted. */
export async function modelsIn(folder: Uri, token: CancellationToken): Promise<Uri[]> {
  const pattern = new RelativePattern(folder, '**/*.{bpmn,bpmn2,bpmn20.xml,cmmn,cmmn.xml,mmd}');
  const found = await workspace.findFiles(pattern, '**/{node_modules,.*}/**', undefined, token);
  return found.sort((a, b) => (a.path < b.path ? -1 : 1));
}
