import { type CustomTextEditorProvider, type Disposable, type TextDocument, type WebviewPanel, window } from 'vscode';
import type { EditAsTextOffer } from './edit-as-text-offer.ts';
import { Preview, type PreviewContext } from './preview.ts';
import { pageOptions } from './preview-page.ts';

/** A file of BPMN or CMMN as a diagram in an editor of its own ("Reopen Editor With…"): to look at, the text is what is edited. */
class DiagramEditor implements CustomTextEditorProvider {
  readonly #context: PreviewContext;
  readonly #offer: EditAsTextOffer;

  constructor(context: PreviewContext, offer: EditAsTextOffer) {
    this.#context = context;
    this.#offer = offer;
  }

  resolveCustomTextEditor(document: TextDocument, panel: WebviewPanel): void {
    panel.webview.options = pageOptions(this.#context.extension);
    const preview = new Preview(this.#context, panel.webview, document.uri);
    panel.onDidDispose(() => preview.dispose());
    void this.#offer.make(document.uri);
  }
}

export function registerDiagramEditor(context: PreviewContext, offer: EditAsTextOffer): Disposable {
  return window.registerCustomEditorProvider('procedo.diagram', new DiagramEditor(context, offer), {
    supportsMultipleEditorsPerDocument: true,
  });
}
