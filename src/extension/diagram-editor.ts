import { type CustomTextEditorProvider, type Disposable, type TextDocument, type WebviewPanel, window } from 'vscode';
import type { EditAsTextOffer } from './edit-as-text-offer.ts';
import type { PreviewPanels } from './preview-panels.ts';

/** A file of BPMN or CMMN as a diagram in an editor of its own ("Reopen Editor With…"): to look at, the text is what is edited. */
class DiagramEditor implements CustomTextEditorProvider {
  readonly #panels: PreviewPanels;
  readonly #offer: EditAsTextOffer;

  constructor(panels: PreviewPanels, offer: EditAsTextOffer) {
    this.#panels = panels;
    this.#offer = offer;
  }

  resolveCustomTextEditor(document: TextDocument, panel: WebviewPanel): void {
    this.#panels.fillEditor(panel, document.uri);
    void this.#offer.make(document.uri);
  }
}

export function registerDiagramEditor(panels: PreviewPanels, offer: EditAsTextOffer): Disposable {
  return window.registerCustomEditorProvider('procedo.diagram', new DiagramEditor(panels, offer), {
    supportsMultipleEditorsPerDocument: true,
  });
}
