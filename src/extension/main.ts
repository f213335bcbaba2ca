import type { ExtensionContext } from 'vscode';
import { ChosenDiagrams } from './chosen-diagrams.ts';
import { registerCommands } from './commands.ts';
import { Comparisons } from './comparison.ts';
import { registerDiagramEditor } from './diagram-editor.ts';
import { registerFindingCommands } from './finding-commands.ts';
import { createLanguageClient } from './language-client.ts';
import { Models } from './models.ts';
import { PreviewPanels } from './preview-panels.ts';
import { ScenarioTests } from './scenario-tests.ts';
import { showWalkthroughOnce } from './walkthrough.ts';

/** VS Code calls this at the first `.procedo` file that is opened or in the workspace, command, preview or diagram. */
export function activate(context: ExtensionContext): void {
  const client = createLanguageClient(context);
  const models = new Models(client);
  const report = (message: string) => client.error(message, undefined, false);
  const chosenDiagrams = new ChosenDiagrams(context.workspaceState);
  const previewContext = { extension: context.extensionUri, models, chosenDiagrams, report };
  const panels = new PreviewPanels(previewContext);
  const comparisons = new Comparisons(previewContext);
  // All is registered before anything is waited for: VS Code may have woken us to bring back a preview.
  context.subscriptions.push(
    models,
    panels,
    comparisons,
    registerDiagramEditor(previewContext),
    registerCommands(context.extensionUri, { panels, models, comparisons }),
    registerFindingCommands(context.extensionUri, panels, models),
    new ScenarioTests(models),
  );
  context.subscriptions.push({ dispose: () => client.stop() });
  // Not waited for: the server starts in its own process. If it cannot, the client says so.
  client.start().catch(() => undefined);
  showWalkthroughOnce(context).catch(() => undefined);
}
