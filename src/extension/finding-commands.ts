import { commands, Disposable, Uri, window } from 'vscode';
import { openRuleCommand, playRunCommand } from '../protocol/findings.ts';
import type { Models } from './models.ts';
import type { PreviewPanels } from './preview-panels.ts';
import { rulePage } from './rule-links.ts';

/** The commands that the server's lenses and fixes send; they are in no menu. */
export function registerFindingCommands(extension: Uri, panels: PreviewPanels, models: Models): Disposable {
  return Disposable.from(
    commands.registerCommand(playRunCommand, async (uri: unknown, rule: unknown, element: unknown) => {
      const document = Uri.parse(String(uri));
      const run = await models.findingRun(document, String(rule), String(element));
      if (run) panels.play(document, run);
      else void window.showInformationMessage('There is no such run any more: the text has changed.');
    }),
    commands.registerCommand(openRuleCommand, (rule: unknown) =>
      commands.executeCommand('markdown.showPreview', rulePage(extension, String(rule))),
    ),
  );
}
