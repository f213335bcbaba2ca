import { commands, Disposable, TabInputCustom, TabInputText, Uri, ViewColumn, window, workspace } from 'vscode';
import { isRecord } from '../base/is-record.ts';
import type { Extent } from '../protocol/layout-edits.ts';
import type { ExportFormat } from '../protocol/server.ts';
import type { Comparisons } from './comparison.ts';
import { editAsText } from './edit-as-text.ts';
import { newFromExample } from './examples.ts';
import { exportFile } from './export-file.ts';
import type { ModelsImport } from './import-models.ts';
import type { ImportReport } from './import-report.ts';
import type { Models } from './models.ts';
import type { PreviewPanels } from './preview-panels.ts';
import { showText } from './text-editors.ts';
import { copyAsXml } from './xml-clipboard.ts';

const extents: Readonly<Record<string, Extent>> = { tidySelection: 'selection', tidyScope: 'scope', tidyAll: 'all' };

const exports: Readonly<Record<string, ExportFormat>> = { exportSvg: 'svg', exportPng: 'png', exportXml: 'xml' };

/** What the commands act on. */
export interface CommandContext {
  readonly panels: PreviewPanels;
  readonly models: Models;
  readonly comparisons: Comparisons;
  readonly imports: ModelsImport;
  readonly report: ImportReport;
}

/**
 * The commands `procedo.*`. All take the document as a first argument (menus give it), else they mean the one that has
 * the focus; the exports take the file to write as a second one, and return the file written.
 */
export function registerCommands(extension: Uri, context: CommandContext): Disposable {
  const { panels, models, comparisons, imports } = context;
  const document = (given: unknown) => givenDocument(given) ?? documentInFocus(panels) ?? textBehind();
  const preview = (column: ViewColumn) => async (given: unknown) => {
    const uri = await document(given);
    if (uri) {
      panels.open(uri, column);
    }
  };
  const exporting = (format: ExportFormat) => async (given: unknown, target: unknown) => {
    const uri = await document(given);
    const source = uri && { uri, diagram: panels.shownDiagram(uri) };
    return source && exportFile(models, source, format, target instanceof Uri ? target : undefined);
  };
  const importing = async (given: unknown, chosen: unknown) => {
    // A menu of the explorer gives the file that was clicked, then all that are chosen.
    const files = (Array.isArray(chosen) ? chosen : []).filter((one) => one instanceof Uri);
    if (files.length > 1) return imports.files(files);
    const uri = await document(given);
    return uri && editAsText(context, uri);
  };
  return Disposable.from(
    commands.registerCommand('procedo.openPreviewToSide', preview(ViewColumn.Beside)),
    commands.registerCommand('procedo.openPreview', preview(ViewColumn.Active)),
    commands.registerCommand('procedo.showSource', async (given: unknown) => {
      const uri = await document(given);
      if (uri) await showText(uri);
    }),
    commands.registerCommand('procedo.copyPicture', () => panels.atWork?.copyPicture()),
    commands.registerCommand('procedo.simulate', async (given: unknown) => {
      const uri = await document(given);
      if (uri) panels.simulate(uri);
    }),
    ...Object.entries(extents).map(([name, extent]) =>
      commands.registerCommand(`procedo.${name}`, async (given: unknown) => {
        const uri = await document(given);
        if (uri) panels.tidy(uri, extent);
      }),
    ),
    commands.registerCommand('procedo.compareWithHead', async (given: unknown) => {
      const uri = await document(given);
      if (uri) await comparisons.compareWithHead(uri);
    }),
    commands.registerCommand('procedo.import', importing),
    commands.registerCommand('procedo.importMermaid', importing),
    commands.registerCommand('procedo.importFolder', async (given: unknown) => {
      const folder = given instanceof Uri ? given : await askForFolder();
      return folder && imports.folder(folder);
    }),
    commands.registerCommand('procedo.copyAsXml', async () => {
      const editor = window.activeTextEditor;
      if (editor?.document.languageId === 'procedo') await copyAsXml(models, editor);
    }),
    commands.registerCommand('procedo.newFromExample', (name: unknown) =>
      newFromExample(extension, typeof name === 'string' ? name : undefined),
    ),
    ...Object.entries(exports).map(([name, format]) => commands.registerCommand(`procedo.${name}`, exporting(format))),
  );
}

async function askForFolder(): Promise<Uri | undefined> {
  const options = { canSelectFiles: false, canSelectFolders: true, openLabel: 'Import' };
  return (await window.showOpenDialog(options))?.[0];
}

/** What a menu gives: the document, or the file of a change in the list of the source control. */
function givenDocument(given: unknown): Uri | undefined {
  if (given instanceof Uri) return given;
  return isRecord(given) && given.resourceUri instanceof Uri ? given.resourceUri : undefined;
}

/** The document that the focus is on: its text, its preview, or its diagram as an editor. */
function documentInFocus(panels: PreviewPanels): Uri | undefined {
  const input = window.tabGroups.activeTabGroup.activeTab?.input;
  if (input instanceof TabInputText || input instanceof TabInputCustom) {
    return input.uri;
  }
  return panels.active?.uri ?? window.activeTextEditor?.document.uri;
}

/** Where the focus is on no document, as in the walkthrough: the last of our texts that are open, brought to the front. */
async function textBehind(): Promise<Uri | undefined> {
  const isOurs = (uri: Uri) =>
    workspace.textDocuments.some((one) => one.languageId === 'procedo' && one.uri.toString() === uri.toString());
  const texts = window.tabGroups.all.flatMap(({ tabs, viewColumn }) =>
    tabs.flatMap(({ input }) =>
      input instanceof TabInputText && isOurs(input.uri) ? [{ uri: input.uri, viewColumn }] : [],
    ),
  );
  const last = texts.at(-1);
  if (last) {
    await window.showTextDocument(last.uri, { viewColumn: last.viewColumn });
  }
  return last?.uri;
}
