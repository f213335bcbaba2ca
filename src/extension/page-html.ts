/** Where the page finds its parts, as addresses it may load. */
export interface PageParts {
  readonly script: string;
  readonly style: string;
  /** What the policy calls the place that style sheet and font come from. */
  readonly source: string;
}

/**
 * The preview page as HTML. Its policy forbids all but its own script (by nonce, and what that imports), style sheet and font: no network, no
 * inline script or style, so that no label can ever become code.
 */
export function pageHtml({ script, style, source }: PageParts): string {
  const nonce = Buffer.from(crypto.getRandomValues(new Uint8Array(18))).toString('base64');
  const policy = [
    `default-src 'none'`,
    `script-src 'nonce-${nonce}'`,
    `style-src ${source}`,
    `font-src ${source}`,
    `img-src ${source} data:`,
  ].join('; ');
  return `<!DOCTYPE html>
<html lang="en">
  <head>
    <meta charset="utf-8">
    <meta http-equiv="Content-Security-Policy" content="${policy}">
    <link rel="stylesheet" href="${style}">
    <title>Diagram</title>
  </head>
  <body class="empty">
    <div id="tabs" hidden></div>
    <div id="view">
      <div id="toolbar"></div>
      <div id="finder" hidden></div>
      <nav id="path" aria-label="Sub-process" hidden></nav>
      <div id="canvas"></div>
      <div id="hint">The diagram appears here as soon as the text holds a process or a case.</div>
    </div>
    <div id="tip" hidden></div>
    <div id="banner" role="status" hidden></div>
    <div id="announcement" class="for-screen-readers" aria-live="polite"></div>
    <script type="module" nonce="${nonce}" src="${script}"></script>
  </body>
</html>`;
}
