/** Text to XML in the extension host at each change, the XML to the page: no server, no layout, a whole import. */
import { commands, type ExtensionContext, Uri, ViewColumn, window, workspace } from 'vscode';
import { sampleModel } from './sample-model.ts';

export function activate(context: ExtensionContext): void {
  context.subscriptions.push(commands.registerCommand('baseline.preview', () => open(context.extensionUri)));
}

function open(folder: Uri): void {
  const document = window.activeTextEditor?.document;
  if (!document) {
    return;
  }
  const { webview, onDidDispose } = window.createWebviewPanel(
    'baseline.preview',
    'Baseline',
    { viewColumn: ViewColumn.Beside, preserveFocus: true },
    { enableScripts: true, localResourceRoots: [folder] },
  );
  const send = () => webview.postMessage({ type: 'model', xml: sampleModel(document.getText()) });
  const changes = workspace.onDidChangeTextDocument((event) => event.document === document && void send());
  webview.onDidReceiveMessage(send);
  onDidDispose(() => changes.dispose());
  const file = (name: string) => webview.asWebviewUri(Uri.joinPath(folder, name));
  webview.html = `<!DOCTYPE html><html><head><link rel="stylesheet" href="${file('page.css')}"></head>
    <body><div id="canvas"></div><script src="${file('page.js')}"></script></body></html>`;
}
