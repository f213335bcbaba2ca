/** Steps that the tests in the extension host share. */
const vscode = require('vscode');

/** A file of the workspace of the tests. */
exports.workspaceFile = (name) => vscode.Uri.joinPath(vscode.workspace.workspaceFolders[0].uri, name);

/** Opens a file of the workspace in an editor; resolves to its document. */
exports.open = async (name) => {
  const document = await vscode.workspace.openTextDocument(exports.workspaceFile(name));
  await vscode.window.showTextDocument(document);
  return document;
};

/** Waits until `check` gives something true, and resolves to it. */
exports.until = async (check) => {
  const deadline = Date.now() + 60_000;
  for (;;) {
    const value = await check();
    if (value) return value;
    if (Date.now() > deadline) throw new Error(`Waited in vain for ${check}`);
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
};
