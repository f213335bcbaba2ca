import { commands, type Uri, window, workspace } from 'vscode';
import type { ExportFormat, ViewProblem } from '../protocol/server.ts';
import type { Models } from './models.ts';

/** How each format is named to a person, and how its files end. */
const formats: Readonly<Record<ExportFormat, { readonly name: string; readonly ending: string }>> = {
  svg: { name: 'SVG picture', ending: 'svg' },
  png: { name: 'PNG picture', ending: 'png' },
  xml: { name: 'BPMN 2.0 XML', ending: 'bpmn' },
};

/** What to export: a document, and which of its diagrams ('' for the first). */
export interface ExportSource {
  readonly uri: Uri;
  readonly diagram: string;
}

/**
 * Exports a document to a file beside it, or where a person says; `target` leaves that question out.
 * Returns the file written; undefined if the person gave up or the document has errors (then it says which).
 */
export async function exportFile(
  models: Models,
  { uri, diagram }: ExportSource,
  format: ExportFormat,
  target?: Uri,
): Promise<Uri | undefined> {
  const result = await models.export(uri, diagram === '' ? { format } : { format, diagram });
  if (result?.content === undefined) {
    explain(uri, result?.problems ?? []);
    return undefined;
  }
  const file = target ?? (await askWhere(uri, format));
  if (file) {
    await writeWhole(file, Buffer.from(result.content, format === 'png' ? 'base64' : 'utf8'));
    void offerToOpen(file);
  }
  return file;
}

async function askWhere(source: Uri, format: ExportFormat): Promise<Uri | undefined> {
  const { name, ending } = formats[format];
  const path = source.path.replace(/\.[^./]*$/, '');
  return window.showSaveDialog({
    defaultUri: source.with({ path: `${path}.${ending}` }),
    filters: { [name]: [ending] },
  });
}

/** Writes beside the target first: a file that is there is replaced whole or not at all. */
async function writeWhole(file: Uri, content: Uint8Array): Promise<void> {
  const unfinished = file.with({ path: `${file.path}.${crypto.randomUUID()}.tmp` });
  try {
    await workspace.fs.writeFile(unfinished, content);
    await workspace.fs.rename(unfinished, file, { overwrite: true });
  } catch (error) {
    await workspace.fs.delete(unfinished).then(undefined, () => undefined);
    throw error;
  }
}

async function offerToOpen(file: Uri): Promise<void> {
  const name = file.path.split('/').at(-1);
  const open = 'Open';
  if ((await window.showInformationMessage(`Exported ${name}.`, open)) === open) {
    await commands.executeCommand('vscode.open', file);
  }
}

function explain(uri: Uri, problems: readonly ViewProblem[]): void {
  const name = uri.path.split('/').at(-1);
  const error = problems.find(({ severity }) => severity === 'error');
  const place = error?.range ? `line ${error.range.start.line + 1}: ` : '';
  const reason = error ? `${place}${error.message}` : 'the language server gave no answer.';
  void window.showErrorMessage(`${name} was not exported: ${reason}`);
}
