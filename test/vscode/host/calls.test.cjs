/** What is called says from where, and a call leads to what it calls. */
const assert = require('node:assert/strict');
const vscode = require('vscode');
const { open, until } = require('./steps.cjs');

suite('calls between processes and cases', () => {
  let document;

  suiteSetup(async () => {
    document = await open('dispute.procedo');
  });

  test('a lens above a process shows the tasks that run it', async () => {
    const lenses = await until(async () => {
      const found = await vscode.commands.executeCommand('vscode.executeCodeLensProvider', document.uri);
      return found.length > 0 && found;
    });
    const [{ range, command }] = lenses;
    assert.deepEqual([document.getText(range), command.title], ['repayment', 'called by 1']);
    const [uri, position, [place]] = command.arguments;
    assert.equal(uri.toString(), document.uri.toString());
    assert.ok(position instanceof vscode.Position && place instanceof vscode.Location);
    assert.match(document.lineAt(place.range.start.line).text, /process repay "Repay" runs repayment/);
    await vscode.commands.executeCommand(command.command, ...command.arguments);
    await vscode.commands.executeCommand('closeReferenceSearch');
  });

  test('what is called is a link to it', async () => {
    const links = await vscode.commands.executeCommand('vscode.executeLinkProvider', document.uri);
    const shown = links.map(
      ({ range, target }) => `${document.getText(range)} ${target.path.split('/').at(-1)} ${target.fragment}`,
    );
    assert.deepEqual(shown.slice(0, 1), ['repayment dispute.procedo L1,9']);
  });
});
