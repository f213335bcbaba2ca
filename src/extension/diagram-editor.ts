import { type CustomTextEditorProvider, type Disposable, type TextDocument, type WebviewPanel, window } from 'vscode';
import { Preview, type PreviewContext } from './preview.ts';
import { pageOptions } from './preview-page.ts';

/** A file of BPMN or CMMN as a diagram in an editor of its own ("Reopen Editor With…"): to look at, the text is what is edited. */
class DiagramEditor implements CustomTextEditorProvider {
  readonly #context: PreviewContext;

  constructor(context: PreviewContext) {
    this.#context = context;
  }

  resolveCustomTextEditor(document: TextDocument, panel: WebviewPanel): void {
    panel.webview.options = pageOptions(this.#context.extension);
    const preview = new Preview(this.#context, panel.webview, document.uri);
    panel.onDidDispose(() => preview.dispose());
  }
}

export function registerDiagramEditor(context: PreviewContext): Disposable {
  return window.registerCustomEditorProvider('procedo.diagram', new DiagramEditor(context), {
    supportsMultipleEditorsPerDocument: true,
  });
}
