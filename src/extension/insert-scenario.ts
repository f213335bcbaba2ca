import {
  EndOfLine,
  Position,
  Range,
  TextEditorRevealType,
  type Uri,
  ViewColumn,
  WorkspaceEdit,
  window,
  workspace,
} from 'vscode';

/**
 * Puts a scenario at the end of a text, behind an empty line, as one edit that can be undone, and shows it. What follows the last
 * line with words is left out of the text.
 */
export async function insertScenario(uri: Uri, scenario: string): Promise<void> {
  const document = await workspace.openTextDocument(uri);
  const end = document.lineAt(document.lineCount - 1).range.end;
  const before = document.getText().trimEnd();
  const from = document.positionAt(before.length);
  const lineEnd = document.eol === EndOfLine.CRLF ? '\r\n' : '\n';
  const text = `${before === '' ? '' : '\n\n'}${scenario.trim()}\n`.replaceAll('\n', lineEnd);
  const edit = new WorkspaceEdit();
  edit.replace(uri, new Range(from, end), text);
  await workspace.applyEdit(edit);
  const first = before === '' ? 0 : from.line + 2;
  const visible = window.visibleTextEditors.find((editor) => editor.document === document);
  const editor =
    visible ?? (await window.showTextDocument(document, { viewColumn: ViewColumn.One, preserveFocus: true }));
  const place = new Range(new Position(first, 0), document.lineAt(document.lineCount - 1).range.end);
  editor.revealRange(place, TextEditorRevealType.InCenterIfOutsideViewport);
}

/** Shows a scenario of a model in XML as a new file that is to be saved beside it: `order.scenario.json`, or with a number. */
export async function showScenarioFile(model: Uri, json: string): Promise<void> {
  const base = model.with({ path: model.path.replace(/\.[^./]*$/, '') });
  let file = base.with({ path: `${base.path}.scenario.json` });
  for (let count = 2; await isThere(file); count++) file = base.with({ path: `${base.path}.scenario-${count}.json` });
  // Opened before it has words: only so does it know where to be saved.
  const document = await workspace.openTextDocument(file.with({ scheme: 'untitled' }));
  const edit = new WorkspaceEdit();
  edit.insert(document.uri, new Position(0, 0), json);
  await workspace.applyEdit(edit);
  await window.showTextDocument(document, { viewColumn: ViewColumn.One, preserveFocus: true });
}

async function isThere(file: Uri): Promise<boolean> {
  if (workspace.textDocuments.some(({ isUntitled, uri }) => isUntitled && uri.path === file.path)) return true;
  try {
    await workspace.fs.stat(file);
    return true;
  } catch {
    return false;
  }
}
