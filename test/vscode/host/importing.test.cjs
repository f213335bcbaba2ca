/** Models as texts, texts as XML, and back: by the commands and by saving. */
const assert = require('node:assert/strict');
const vscode = require('vscode');
const { open, until, workspaceFile } = require('./steps.cjs');

const read = async (name) => Buffer.from(await vscode.workspace.fs.readFile(workspaceFile(name))).toString();
const write = (name, text) => vscode.workspace.fs.writeFile(workspaceFile(name), Buffer.from(text));
const isThere = (name) =>
  vscode.workspace.fs.stat(workspaceFile(name)).then(
    () => true,
    () => false,
  );
const closeAll = () => vscode.commands.executeCommand('workbench.action.closeAllEditors');

suite('importing', () => {
  teardown(closeAll);

  test('a model becomes a text with its layout file beside it, opened with its preview', async () => {
    const text = await vscode.commands.executeCommand('procedo.import', workspaceFile('invoice.bpmn'));
    assert.equal(text.path, workspaceFile('invoice.procedo').path);
    assert.match(await read('invoice.procedo'), /user "Approve"/);
    assert.match(await read('invoice.procedo.layout'), /^layout 1 bpmn\n/);
    assert.equal(vscode.window.activeTextEditor.document.uri.path, text.path);
    await until(() =>
      vscode.window.tabGroups.all.flatMap(({ tabs }) => tabs).find(({ label }) => label === 'Preview invoice.procedo'),
    );
  });

  test('a text that says the same is opened without a question', async () => {
    await vscode.commands.executeCommand('procedo.import', workspaceFile('invoice.bpmn'));
    assert.equal(vscode.window.activeTextEditor.document.fileName.split('/').at(-1), 'invoice.procedo');
  });

  test('an unsaved model counts as it stands in the editor', async () => {
    await write('unsaved.bpmn', await read('invoice.bpmn'));
    const document = await open('unsaved.bpmn');
    const edit = new vscode.WorkspaceEdit();
    const at = document.positionAt(document.getText().indexOf('Approve'));
    edit.replace(document.uri, new vscode.Range(at, at.translate(0, 'Approve'.length)), 'Look at it');
    await vscode.workspace.applyEdit(edit);
    await vscode.commands.executeCommand('procedo.import', document.uri);
    assert.match(await read('unsaved.procedo'), /"Look at it"/);
  });

  test('a broken model becomes nothing', async () => {
    await write('half.bpmn', (await read('invoice.bpmn')).slice(0, 600));
    assert.equal(await vscode.commands.executeCommand('procedo.import', workspaceFile('half.bpmn')), undefined);
    assert.equal(await isThere('half.procedo'), false);
  });

  test('a folder: each model beside itself, what is broken left out', async () => {
    for (const name of ['one', 'deep/two', 'node_modules/three', '.hidden/four'])
      await write(`models/${name}.bpmn`, await read('invoice.bpmn'));
    await write('models/broken.bpmn', '<definitions');
    const written = await vscode.commands.executeCommand('procedo.importFolder', workspaceFile('models'));
    const names = written.map(({ path }) => path.slice(workspaceFile('models').path.length + 1));
    assert.deepEqual(names, ['deep/two.procedo', 'one.procedo']);
    assert.equal(await isThere('models/broken.procedo'), false);
  });
});

suite('export on save', () => {
  const configure = (value) =>
    vscode.workspace.getConfiguration('procedo').update('exportOnSave', value, vscode.ConfigurationTarget.Workspace);
  const text = (label) => `process saved "Saved" {\n  start\n  user "${label}"\n  end\n}\n`;
  const save = async (content) => {
    const document = await open('saved.procedo');
    const edit = new vscode.WorkspaceEdit();
    edit.replace(document.uri, new vscode.Range(0, 0, document.lineCount, 0), content);
    await vscode.workspace.applyEdit(edit);
    await document.save();
  };
  suiteSetup(() => write('saved.procedo', text('First')));
  suiteTeardown(() => configure(undefined));
  teardown(closeAll);

  test('is off unless it is asked for', async () => {
    await save(text('Second'));
    await vscode.commands.executeCommand(
      'procedo.exportXml',
      workspaceFile('saved.procedo'),
      workspaceFile('other.bpmn'),
    );
    assert.equal(await isThere('saved.bpmn'), false);
  });

  test('keeps the file beside in step, and leaves it where the text has errors', async () => {
    await configure(true);
    await save(text('Third'));
    await until(async () => (await isThere('saved.bpmn')) && (await read('saved.bpmn')).includes('name="Third"'));
    assert.equal(await isThere('saved.cmmn'), false);
    await save(`${text('Fourth')}process broken { -> nowhere }\n`);
    await save(text('Fifth'));
    await until(async () => !(await read('saved.bpmn')).includes('Third'));
    assert.match(await read('saved.bpmn'), /name="Fifth"/);
  });
});

suite('XML in the clipboard', () => {
  teardown(closeAll);

  test('a selection is copied as the elements in it, a text without one as a whole file', async () => {
    const document = await open('order.procedo');
    const editor = vscode.window.activeTextEditor;
    // By its words: other tests change the text, and lines with it.
    const { line } = document.positionAt(document.getText().indexOf('user check'));
    editor.selection = new vscode.Selection(line, 0, line + 1, 0);
    await vscode.commands.executeCommand('procedo.copyAsXml');
    assert.match(await vscode.env.clipboard.readText(), /^<bpmn:userTask [^>]*id="check"/);
    editor.selection = new vscode.Selection(0, 0, 0, 0);
    await vscode.commands.executeCommand('procedo.copyAsXml');
    assert.match(await vscode.env.clipboard.readText(), /<bpmn:definitions[\s\S]*BPMNShape/);
  });
});
