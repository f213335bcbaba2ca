/** The language in the editor, through VS Code's own commands: what each feature gives, not how it looks. */
const assert = require('node:assert/strict');
const vscode = require('vscode');
const { open, until, workspaceFile } = require('./steps.cjs');

suite('editing a .procedo file', () => {
  let document;

  test('an example opens as a new file', async () => {
    const uri = await vscode.commands.executeCommand('procedo.newFromExample', 'fraud-investigation');
    const example = await vscode.workspace.openTextDocument(uri);
    assert.deepEqual([uri.scheme, example.languageId], ['untitled', 'procedo']);
    assert.match(example.getText(), /^case fraud/m);
    await vscode.commands.executeCommand('workbench.action.revertAndCloseActiveEditor');
  });

  suiteSetup(async () => {
    document = await open('order.procedo');
  });

  const at = (text) => document.positionAt(document.getText().indexOf(text));
  const ask = (command, ...more) => vscode.commands.executeCommand(command, document.uri, ...more);

  test('it is of our language', () => assert.equal(document.languageId, 'procedo'));

  test('opening it wakes the extension', async () => {
    const extension = vscode.extensions.getExtension('procedo.procedo');
    await until(() => extension.isActive);
  });

  test('a reference to nothing is an error at its place', async () => {
    const broken = await open('broken.procedo');
    const [error] = await until(() => {
      const found = vscode.languages.getDiagnostics(broken.uri);
      return found.length > 0 && found;
    });
    assert.equal(error.severity, vscode.DiagnosticSeverity.Error);
    assert.equal(broken.getText(error.range), 'nowhere');
  });

  test('a CMMN file is XML, and what its reader finds is told at its place', async () => {
    const file = workspaceFile('wrong.cmmn');
    const xml = await vscode.workspace.fs.readFile(workspaceFile('complaint.cmmn'));
    const wrong = Buffer.from(xml).toString().replace('definitionRef="hearing"', 'definitionRef="nobody"');
    await vscode.workspace.fs.writeFile(file, Buffer.from(wrong));
    const document = await open('wrong.cmmn');
    assert.equal(document.languageId, 'xml');
    const [problem] = await until(() => {
      const found = vscode.languages.getDiagnostics(file);
      return found.length > 0 && found;
    });
    assert.equal(document.lineAt(problem.range.start.line).text.includes('nobody'), true);
  });

  test('completion offers the steps that may come next', async () => {
    const { items } = await ask('vscode.executeCompletionItemProvider', at('service pack'));
    const labels = items.map(({ label }) => label.label ?? label);
    assert.ok(labels.includes('user'), labels.slice(0, 20).join());
  });

  test('the outline holds the process and its steps', async () => {
    const symbols = await until(() => ask('vscode.executeDocumentSymbolProvider'));
    const names = (list) => list.flatMap(({ name, detail, children }) => [name, detail, ...names(children ?? [])]);
    assert.ok(
      names(symbols).some((name) => /check/i.test(name)),
      names(symbols).join(),
    );
  });

  test('a definition is found from its reference', async () => {
    const [place] = await ask('vscode.executeDefinitionProvider', at('check  // jump'));
    const range = place.targetSelectionRange ?? place.range;
    assert.equal(range.start.line, at('check "Check').line);
  });

  test('renaming changes the definition and its references', async () => {
    const edit = await ask('vscode.executeDocumentRenameProvider', at('check "Check'), 'examine');
    assert.equal(edit.get(document.uri).length, 2);
  });

  test('renaming writes an id that was made from a label, and is refused with a sentence on a word', async () => {
    const edit = await ask('vscode.executeDocumentRenameProvider', at('Ask the customer'), 'asked');
    assert.deepEqual(
      edit.get(document.uri).map(({ newText }) => newText),
      [' asked'],
    );
    await assert.rejects(ask('vscode.prepareRename', at('user check')), /word of the language/);
  });

  test('a target says where a jump to it comes from, and the name there leads back', async () => {
    const end = document.positionAt(document.getText().length);
    const [hint] = await ask('vscode.executeInlayHintProvider', new vscode.Range(new vscode.Position(0, 0), end));
    assert.equal(hint.label.map(({ value }) => value).join(''), '← from "Ask the customer"');
    assert.equal(hint.position.line, at('check "Check').line);
    assert.equal(hint.label[1].location.range.start.line, at('check  // jump').line);
  });

  test('a problem that can be fixed has its fix', async () => {
    const broken = await open('broken.procedo');
    const range = await until(() => vscode.languages.getDiagnostics(broken.uri)[0]?.range);
    const actions = await vscode.commands.executeCommand('vscode.executeCodeActionProvider', broken.uri, range);
    const fixes = actions.filter(({ kind }) => kind?.value === 'quickfix');
    assert.ok(fixes.length > 0, actions.map(({ title }) => title).join());
    assert.ok(fixes[0].isPreferred && fixes[0].edit);
  });

  test('a selection grows from the word to the file', async () => {
    const [range] = await ask('vscode.executeSelectionRangeProvider', [at('Check the order')]);
    let steps = 0;
    for (let one = range; one; one = one.parent) steps++;
    assert.ok(steps > 4, String(steps));
  });

  test('elements of the workspace are found by their label', async () => {
    const symbols = await vscode.commands.executeCommand('vscode.executeWorkspaceSymbolProvider', 'pack goods');
    assert.deepEqual(
      symbols.map(({ name, containerName }) => `${name} in ${containerName}`),
      ['Pack the goods in Order'],
    );
  });

  test('hovering over a keyword says something', async () => {
    const hovers = await ask('vscode.executeHoverProvider', at('user check'));
    assert.ok(hovers.length > 0);
  });

  test('a label is renamed by the API in one edit and can be undone', async () => {
    const edit = new vscode.WorkspaceEdit();
    edit.insert(document.uri, new vscode.Position(0, 0), '// a comment\n');
    assert.ok(await vscode.workspace.applyEdit(edit));
    assert.ok(document.isDirty);
    await vscode.commands.executeCommand('undo');
  });

  test('a BPMN file opens as text; on request as a diagram over the same text', async () => {
    const { uri } = await open('invoice.bpmn');
    const input = () => vscode.window.tabGroups.activeTabGroup.activeTab?.input;
    assert.ok(input() instanceof vscode.TabInputText);
    await vscode.commands.executeCommand('vscode.openWith', uri, 'procedo.diagram', vscode.ViewColumn.Beside);
    await until(() => input() instanceof vscode.TabInputCustom);
    assert.equal(vscode.workspace.textDocuments.filter((other) => other.uri.path === uri.path).length, 1);
    await vscode.commands.executeCommand('workbench.action.closeAllEditors');
  });

  test('two BPMN files are compared as text', async () => {
    const file = workspaceFile('invoice.bpmn');
    await vscode.commands.executeCommand('vscode.diff', file, workspaceFile('copy.bpmn'), 'compared');
    await until(() => vscode.window.tabGroups.activeTabGroup.activeTab?.input instanceof vscode.TabInputTextDiff);
    await vscode.commands.executeCommand('workbench.action.closeAllEditors');
  });
});
