/** Opens PROCEDO_START (a path) with its preview beside it, unless the window already shows something. */
const vscode = require('vscode');

exports.activate = async () => {
  const path = process.env.PROCEDO_START;
  const isOccupied = vscode.window.tabGroups.all.some(({ tabs }) => tabs.length > 0);
  if (!path || isOccupied) return;
  await vscode.window.showTextDocument(vscode.Uri.file(path), { viewColumn: vscode.ViewColumn.One, preview: false });
  await vscode.commands.executeCommand('procedo.openPreviewToSide');
};
