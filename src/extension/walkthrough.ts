import { commands, type Disposable, type ExtensionContext, type TextEditor, window, workspace } from 'vscode';

const key = 'procedo.walkthroughShown';

/**
 * Opens the walkthrough when the extension wakes for the first time on this machine, unless the user has told VS Code not to open
 * those of extensions. It stands beside the text that woke us, which keeps the focus.
 */
export async function showWalkthroughOnce({ globalState, extension }: ExtensionContext): Promise<void> {
  const isWanted = workspace.getConfiguration('workbench').get('welcomePage.walkthroughs.openOnInstall', true);
  if (!isWanted || globalState.get(key, false)) {
    return;
  }
  await globalState.update(key, true);
  const editor = window.activeTextEditor;
  const keeper = editor && keepFocus(editor);
  await commands.executeCommand('workbench.action.openWalkthrough', `${extension.id}#start`, editor !== undefined);
  if (editor) {
    await window.showTextDocument(editor.document, editor.viewColumn);
  }
  setTimeout(() => keeper?.dispose(), settling);
}

/** How long a walkthrough that opens may take the focus by itself, in milliseconds. */
const settling = 1_500;

/** A walkthrough takes the focus once more when its page is made, some time after it was opened: the text gets it back. */
function keepFocus({ document, viewColumn }: TextEditor): Disposable {
  return window.onDidChangeActiveTextEditor((active) => {
    if (!active) {
      void window.showTextDocument(document, viewColumn);
    }
  });
}
