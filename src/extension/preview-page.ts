import { Uri, type Webview, type WebviewOptions } from 'vscode';
import type { PageParts } from './page-html.ts';

/** The bundled page: preview.js, preview.css and the font of bpmn-js. */
function pageFolder(extension: Uri): Uri {
  return Uri.joinPath(extension, 'dist', 'webview');
}

/** The page may run its one script and read its own folder, nothing else. */
export function pageOptions(extension: Uri): WebviewOptions {
  return { enableScripts: true, localResourceRoots: [pageFolder(extension)] };
}

/** The parts of a page, as a webview of this extension loads them. */
export function pageParts(webview: Webview, extension: Uri, page: 'preview' | 'comparison' = 'preview'): PageParts {
  const file = (name: string) => webview.asWebviewUri(Uri.joinPath(pageFolder(extension), name)).toString();
  return { script: file(`${page}.js`), style: file(`${page}.css`), source: webview.cspSource };
}
