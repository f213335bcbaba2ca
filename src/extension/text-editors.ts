import { Range as EditorRange, Selection, TextEditorRevealType, type Uri, ViewColumn, window } from 'vscode';
import type { Range } from '../base/range.ts';

/** A visible editor of the document's text, if there is one: of several the one at work. */
export function visibleEditor(uri: Uri) {
  const editors = [window.activeTextEditor, ...window.visibleTextEditors];
  return editors.find((editor) => editor?.document.uri.toString() === uri.toString());
}

/** Selects a stretch of the text in the editor that shows it; the focus stays where it is. */
export function selectText(uri: Uri, range: Range): void {
  const editor = visibleEditor(uri);
  if (editor) {
    const selection = toEditorRange(range);
    editor.selection = new Selection(selection.start, selection.end);
    editor.revealRange(selection, TextEditorRevealType.InCenterIfOutsideViewport);
  }
}

/**
 * Brings the text to the front, opening it if need be, and selects a stretch of it.
 * @param from the document that leads there: where its text is visible, the other is opened too
 */
export async function openText(uri: Uri, range: Range, from = uri): Promise<void> {
  const viewColumn = (visibleEditor(uri) ?? visibleEditor(from))?.viewColumn ?? ViewColumn.One;
  await window.showTextDocument(uri, { selection: toEditorRange(range), viewColumn });
}

export function toEditorRange({ start, end }: Range): EditorRange {
  return new EditorRange(start.line, start.character, end.line, end.character);
}
