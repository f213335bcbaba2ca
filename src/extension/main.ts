import type { ExtensionContext } from 'vscode';
import { ChosenDiagrams } from './chosen-diagrams.ts';
import { registerCommands } from './commands.ts';
import { Comparisons } from './comparison.ts';
import { registerDiagramEditor } from './diagram-editor.ts';
import { EditAsTextOffer } from './edit-as-text-offer.ts';
import { ExportOnSave } from './export-on-save.ts';
import { registerFindingCommands } from './finding-commands.ts';
import { ModelsImport } from './import-models.ts';
import { ImportReport } from './import-report.ts';
import { createLanguageClient } from './language-client.ts';
import { Models } from './models.ts';
import { PreviewPanels } from './preview-panels.ts';
import { takeLayoutsAlong } from './renamed-files.ts';
import { ScenarioTests } from './scenario-tests.ts';
import { showWalkthroughOnce } from './walkthrough.ts';
import { registerPasteAsText } from './xml-clipboard.ts';

/** VS Code calls this at the first `.procedo` file that is opened or in the workspace, scenario of a model, command, preview or diagram. */
export function activate(context: ExtensionContext): void {
  const client = createLanguageClient(context);
  const models = new Models(client);
  const report = (message: string) => client.error(message, undefined, false);
  const chosenDiagrams = new ChosenDiagrams(context.workspaceState);
  const previewContext = { extension: context.extensionUri, models, chosenDiagrams, report };
  const panels = new PreviewPanels(previewContext);
  const comparisons = new Comparisons(previewContext);
  const importReport = new ImportReport();
  const imports = new ModelsImport(models, importReport);
  // All is registered before anything is waited for: VS Code may have woken us to bring back a preview.
  context.subscriptions.push(
    models,
    panels,
    comparisons,
    importReport,
    registerDiagramEditor(panels, new EditAsTextOffer(context.globalState)),
    registerCommands(context.extensionUri, { panels, models, comparisons, imports, report: importReport }),
    registerPasteAsText(models),
    new ExportOnSave(models),
    takeLayoutsAlong(),
    registerFindingCommands(context.extensionUri, panels, models),
    new ScenarioTests(models),
  );
  context.subscriptions.push({ dispose: () => client.stop() });
  // Not waited for: the server starts in its own process. If it cannot, the client says so.
  client.start().catch(() => undefined);
  showWalkthroughOnce(context).catch(() => undefined);
}
