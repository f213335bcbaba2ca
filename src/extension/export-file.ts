import { commands, ProgressLocation, type Uri, window } from 'vscode';
import type { DiagramName, ExportFormat, Notation } from '../protocol/server.ts';
import type { Models } from './models.ts';
import { nameOf } from './telling.ts';
import { tellErrors } from './telling-errors.ts';
import { writeWhole } from './write-whole.ts';

interface FileKind {
  readonly name: string;
  readonly ending: string;
}

/** How each format is named to a person, and how its files end. */
const pictures: Readonly<Record<Exclude<ExportFormat, 'xml'>, FileKind>> = {
  svg: { name: 'SVG picture', ending: 'svg' },
  png: { name: 'PNG picture', ending: 'png' },
};
const models: Readonly<Record<Notation, FileKind>> = {
  bpmn: { name: 'BPMN 2.0 XML', ending: 'bpmn' },
  cmmn: { name: 'CMMN 1.1 XML', ending: 'cmmn' },
};

/** What to export: a document, and which of its diagrams is meant; by default the first. */
export interface ExportSource {
  readonly uri: Uri;
  readonly diagram: DiagramName | undefined;
}

/**
 * Exports a document to a file beside it, or where a person says; `target` leaves that question out.
 * Returns the file written; undefined if the person gave up or the document has errors (then it says which).
 */
export async function exportFile(
  server: Models,
  { uri, diagram }: ExportSource,
  format: ExportFormat,
  target?: Uri,
): Promise<Uri | undefined> {
  const wanted = { format, ...(diagram && { diagram: diagram.id, notation: diagram.notation }) };
  const named = notationOf(target);
  // A large picture takes a while before anything is asked.
  const progress = { location: ProgressLocation.Window, title: `Exporting ${nameOf(uri)}` };
  const result = await window.withProgress(progress, () =>
    server.export(uri, named ? { ...wanted, notation: named } : wanted),
  );
  if (result?.content === undefined) {
    void tellErrors(uri, 'was not exported', result?.problems);
    return undefined;
  }
  const file = target ?? (await askWhere(uri, format === 'xml' ? models[result.notation ?? 'bpmn'] : pictures[format]));
  if (file) {
    await writeWhole(file, Buffer.from(result.content, format === 'png' ? 'base64' : 'utf8'));
    void offerToOpen(file);
  }
  return file;
}

/** What a file is to be, if its name says so. */
function notationOf(file: Uri | undefined): Notation | undefined {
  const ending = file?.path.split('.').at(-1);
  return ending === 'bpmn' || ending === 'cmmn' ? ending : undefined;
}

async function askWhere(source: Uri, { name, ending }: FileKind): Promise<Uri | undefined> {
  const path = source.path.replace(/\.[^./]*$/, '');
  return window.showSaveDialog({
    defaultUri: source.with({ path: `${path}.${ending}` }),
    filters: { [name]: [ending] },
  });
}

async function offerToOpen(file: Uri): Promise<void> {
  const open = 'Open';
  if ((await window.showInformationMessage(`Exported ${nameOf(file)}.`, open)) === open) {
    await commands.executeCommand('vscode.open', file);
  }
}
