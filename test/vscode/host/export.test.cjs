/** The export commands with a target given, as a task or another extension would call them. */
const assert = require('node:assert/strict');
const vscode = require('vscode');
const { workspaceFile } = require('./steps.cjs');

suite('exporting', () => {
  const exported = async (command, source, target) => {
    const file = await vscode.commands.executeCommand(command, workspaceFile(source), workspaceFile(target));
    return file && Buffer.from(await vscode.workspace.fs.readFile(file));
  };

  test('SVG is a picture with the labels in it', async () => {
    const svg = await exported('procedo.exportSvg', 'order.procedo', 'order.svg');
    assert.match(svg.toString(), /<svg\b/);
    assert.match(svg.toString(), /Shipped/);
  });

  test('PNG is a PNG', async () => {
    const png = await exported('procedo.exportPng', 'order.procedo', 'order.png');
    assert.equal(png.subarray(1, 4).toString(), 'PNG');
  });

  test('XML is BPMN with a drawing', async () => {
    const xml = await exported('procedo.exportXml', 'order.procedo', 'order.bpmn');
    assert.match(xml.toString(), /BPMNShape/);
  });

  test('a BPMN file is a picture too', async () => {
    const svg = await exported('procedo.exportSvg', 'invoice.bpmn', 'invoice.svg');
    assert.match(svg.toString(), /Approve/);
  });

  test('XML is CMMN where the name of the file says so, or the text has nothing but cases', async () => {
    const named = await exported('procedo.exportXml', 'dispute.procedo', 'dispute.cmmn');
    assert.match(named.toString(), /CMMNShape/);
    const processes = await exported('procedo.exportXml', 'dispute.procedo', 'dispute.bpmn');
    assert.match(processes.toString(), /BPMNShape/);
    const alone = await exported('procedo.exportXml', 'damage.procedo', 'damage.xml');
    assert.match(alone.toString(), /CMMNShape/);
  });

  test('a CMMN file is a picture too', async () => {
    const svg = await exported('procedo.exportSvg', 'complaint.cmmn', 'complaint.svg');
    assert.match(svg.toString(), /Hear both/);
  });

  test('a text with errors is not exported, and nothing is written', async () => {
    assert.equal(await exported('procedo.exportXml', 'broken.procedo', 'none.bpmn'), undefined);
    await assert.rejects(vscode.workspace.fs.stat(workspaceFile('none.bpmn')));
  });
});
