import { Uri, type Webview, type WebviewOptions } from 'vscode';

/** The bundled page: preview.js, preview.css and the font of bpmn-js. */
function pageFolder(extension: Uri): Uri {
  return Uri.joinPath(extension, 'dist', 'webview');
}

/** The page may run its one script and read its own folder, nothing else. */
export function pageOptions(extension: Uri): WebviewOptions {
  return { enableScripts: true, localResourceRoots: [pageFolder(extension)] };
}

/**
 * The preview page as HTML. Its policy forbids all but its own script (by nonce), style sheet and font: no network, no
 * inline script or style, so that no label can ever become code.
 */
export function pageHtml(webview: Webview, extension: Uri): string {
  const file = (name: string) => webview.asWebviewUri(Uri.joinPath(pageFolder(extension), name)).toString();
  const nonce = Buffer.from(crypto.getRandomValues(new Uint8Array(18))).toString('base64');
  const policy = [
    `default-src 'none'`,
    `script-src 'nonce-${nonce}'`,
    `style-src ${webview.cspSource}`,
    `font-src ${webview.cspSource}`,
    `img-src ${webview.cspSource} data:`,
  ].join('; ');
  return `<!DOCTYPE html>
<html lang="en">
  <head>
    <meta charset="utf-8">
    <meta http-equiv="Content-Security-Policy" content="${policy}">
    <link rel="stylesheet" href="${file('preview.css')}">
    <title>Process diagram</title>
  </head>
  <body class="empty">
    <div id="toolbar"></div>
    <div id="canvas"></div>
    <div id="hint">The diagram appears here as soon as the text holds a process.</div>
    <div id="banner" role="status" hidden></div>
    <div id="announcement" class="for-screen-readers" aria-live="polite"></div>
    <script nonce="${nonce}" src="${file('preview.js')}"></script>
  </body>
</html>`;
}
