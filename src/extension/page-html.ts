/** Where the page finds its parts, as addresses it may load. */
export interface PageParts {
  readonly script: string;
  readonly style: string;
  /** What the policy calls the place that style sheet and font come from. */
  readonly source: string;
}

/** The preview page as HTML. */
export function pageHtml(parts: PageParts): string {
  return page(
    parts,
    'Diagram',
    `<div id="tabs" hidden></div>
    <div id="view">
      <div id="toolbar"></div>
      <div id="finder" hidden></div>
      <nav id="path" aria-label="Sub-process" hidden></nav>
      <div id="canvas"></div>
      <div id="hint" hidden>The diagram appears here with the first step of a process, or the first item of a case.</div>
    </div>
    <div id="tip" hidden></div>
    <div id="banner" role="status" hidden></div>`,
  );
}

/** The page that compares as HTML. */
export function comparisonHtml(parts: PageParts): string {
  const side = (name: string, hint: string) => `<section id="${name}" aria-labelledby="${name}-title">
          <h2 id="${name}-title"></h2>
          <div class="canvas"></div>
          <div class="hint">${hint}</div>
        </section>`;
  return page(
    parts,
    'Comparison',
    `<div id="view">
      <div id="toolbar" role="toolbar" aria-label="Changes"></div>
      <div id="pictures">
        ${side('before', 'There was no diagram.')}
        ${side('after', 'There is no diagram.')}
      </div>
    </div>
    <div id="changes"></div>`,
  );
}

/**
 * A page as HTML. Its policy forbids all but its own script (by nonce, and what that imports), style sheet and font: no network, no
 * inline script or style, so that no label can ever become code.
 */
function page({ script, style, source }: PageParts, title: string, content: string): string {
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
    <title>${title}</title>
  </head>
  <body class="empty">
    ${content}
    <div id="announcement" class="for-screen-readers" aria-live="polite"></div>
    <script type="module" nonce="${nonce}" src="${script}"></script>
  </body>
</html>`;
}
