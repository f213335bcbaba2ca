import {
  Range as EditorRange,
  Selection,
  TabInputText,
  type TextEditor,
  TextEditorRevealType,
  type Uri,
  ViewColumn,
  window,
} from 'vscode';
import type { Range } from '../base/range.ts';

/** A visible editor of the document's text, if there is one: of several the one at work. */
export function visibleEditor(uri: Uri) {
  const editors = [window.activeTextEditor, ...window.visibleTextEditors];
  return editors.find((editor) => editor?.document.uri.toString() === uri.toString());
}

/** Selects a stretch of the text in the editor that shows it; the focus stays where it is. */
export function selectText(uri: Uri, range: Range): void {
  const editor = visibleEditor(uri);
  if (editor) selectIn(editor, range);
}

/**
 * Brings the text to the front, opening it if need be, and selects a stretch of it.
 * @param from the document that leads there: where its text is visible, the other is opened too
 */
export async function openText(uri: Uri, range: Range, from = uri): Promise<void> {
  const viewColumn = (visibleEditor(uri) ?? visibleEditor(from))?.viewColumn ?? ViewColumn.One;
  selectIn(await window.showTextDocument(uri, { viewColumn }), range);
}

/** Brings the text to the front: where it is open, else in the group at work. */
export async function showText(uri: Uri): Promise<void> {
  const isIt = (input: unknown) => input instanceof TabInputText && input.uri.toString() === uri.toString();
  const group = window.tabGroups.all.find(({ tabs }) => tabs.some(({ input }) => isIt(input)));
  await window.showTextDocument(uri, { viewColumn: group?.viewColumn ?? ViewColumn.Active });
}

/** The caret stands at the start, which is brought into view: a long line is not scrolled to its end. */
function selectIn(editor: TextEditor, range: Range): void {
  const { start, end } = toEditorRange(range);
  editor.selection = new Selection(end, start);
  editor.revealRange(new EditorRange(start, start), TextEditorRevealType.InCenterIfOutsideViewport);
}

export function toEditorRange({ start, end }: Range): EditorRange {
  return new EditorRange(start.line, start.character, end.line, end.character);
}
