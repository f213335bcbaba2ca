import assert from 'node:assert/strict';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { openWorkbench, root } from '../workbench.mjs';

const invoice = readFileSync(join(root, 'test/vscode/workspace/invoice.bpmn'), 'utf8');

/** The invoice with what an engine wants to know of its task. */
const forEngine = invoice
  .replace('<bpmn:definitions ', '<bpmn:definitions xmlns:camunda="http://camunda.org/schema/1.0/bpmn" ')
  .replace(
    /<bpmn:userTask ([^>]*name="Approve"[^>]*?)\s*\/>/,
    `<bpmn:userTask $1 camunda:formKey="form" camunda:assignee="ada" camunda:priority="1"><bpmn:extensionElements>
      <camunda:properties><camunda:property name="a" value="1"/></camunda:properties>
    </bpmn:extensionElements></bpmn:userTask>`,
  );

const trip = `---
config:
  look: handDrawn
---
bpmn-beta TB
  start s "Trip planned"
  user task fill "Fill in the request"
  end e "Done"
  s --> fill --> e
`;

suite('models as texts in the window', () => {
  let workbench;
  const read = (name) => readFileSync(join(workbench.folder, name), 'utf8');
  const shows = (text) => workbench.editor.locator('.view-lines', { hasText: text }).waitFor();
  const button = (name) => workbench.page.locator('.editor-actions').getByRole('button', { name });
  const picture = (name) => workbench.page.screenshot({ path: join(root, `test-output/vscode/${name}.png`) });
  /** Messages are only in their list while tests drive the window. */
  const message = async (text) => {
    await workbench.command('Notifications: Show Notifications');
    const found = workbench.page.locator('.notifications-center .notification-list-item', { hasText: text });
    await found.first().waitFor();
    return found.first();
  };
  const paste = async (file, text) => {
    await workbench.openFile(file);
    await workbench.focusEditor();
    await workbench.page.evaluate((text) => navigator.clipboard.writeText(text), text);
    await workbench.page.keyboard.press('Control+V');
  };
  /** Waits until a file has a text in it, and gives all that it has. */
  const written = async (name, text) => {
    for (let attempt = 0; attempt < 600; attempt++) {
      const path = join(workbench.folder, name);
      const found = existsSync(path) ? readFileSync(path, 'utf8') : '';
      if (found.includes(text)) return found;
      await workbench.page.waitForTimeout(100);
    }
    return assert.fail(`${name} never had ${text}`);
  };

  suiteSetup(async () => {
    mkdirSync(join(root, 'test-output/vscode'), { recursive: true });
    workbench = await openWorkbench({
      files: {
        'engine.bpmn': forEngine,
        'trip.mmd': trip,
        'chart.mmd': 'flowchart LR\n  a --> b\n',
        'empty.procedo': '',
        'mermaid.procedo': '',
        'as-it-is.procedo': '',
        'pasted.procedo': 'process p {\n  start "Begun"\n  end\n}\n',
      },
      settings: { 'procedo.exportOnSave': true },
    });
    mkdirSync(join(workbench.folder, 'models'));
    writeFileSync(join(workbench.folder, 'models/good.bpmn'), invoice);
    writeFileSync(join(workbench.folder, 'models/bad.bpmn'), invoice.replace('</bpmn:process>', '</bpmn:proces>'));
    await workbench.page.context().grantPermissions(['clipboard-read', 'clipboard-write']);
    await workbench.load('engine.bpmn');
    // The menus have what the extension adds when this is there.
    await button('Edit as Text').waitFor();
  });

  teardown(async function () {
    if (this.currentTest.isFailed()) await picture(this.currentTest.title.replaceAll(/\W+/g, '-'));
    await workbench.command('View: Close All Editors');
  });

  suiteTeardown(() => workbench?.close());

  test('the button on the XML opens the text and its preview, with what is for the engine folded', async () => {
    await workbench.openFile('engine.bpmn');
    await button('Edit as Text').click();
    await workbench.page.locator('.tab.active', { hasText: /^engine\.procedo/ }).waitFor();
    await shows('@camunda:formKey');
    await workbench.editor.locator('.codicon-folding-collapsed').waitFor();
    assert.doesNotMatch(await workbench.editor.locator('.view-lines').textContent(), /camunda:property/);
    assert.match(read('engine.procedo'), /@camunda:property/);
    await workbench.drawn('arrived');
    await picture('edit-as-text');
  });

  test('a text that says something else is not replaced unasked', async () => {
    const mine = 'process Mine {\n  start\n  end\n}\n';
    writeFileSync(join(workbench.folder, 'engine.procedo'), mine);
    await workbench.openFile('engine.bpmn');
    const dialog = workbench.page.locator('.monaco-dialog-box');
    await button('Edit as Text').click();
    await picture('edit-as-text-asks');
    await dialog.getByRole('button', { name: 'Cancel' }).click();
    await dialog.waitFor({ state: 'hidden' });
    assert.equal(read('engine.procedo'), mine);
    await button('Edit as Text').click();
    await dialog.getByRole('button', { name: 'Open Existing' }).click();
    await shows('process Mine');
    assert.equal(read('engine.procedo'), mine);
    await workbench.openFile('engine.bpmn');
    await button('Edit as Text').click();
    await dialog.getByRole('button', { name: 'Replace' }).click();
    await shows('@camunda:formKey');
    assert.match(read('engine.procedo'), /"Approve"/);
  });

  test('a diagram offers it once, and has the button too', async () => {
    await workbench.openFile('invoice.bpmn');
    await workbench.command('View: Reopen Editor With...', { asks: true });
    await workbench.page.keyboard.type('BPMN or CMMN');
    await workbench.page.keyboard.press('Enter');
    await workbench.view.locator('.djs-element').first().waitFor({ state: 'attached' });
    // While tests drive the window, messages are only in their list.
    await workbench.command('Notifications: Show Notifications');
    const offer = workbench.page.locator('.notifications-center .notification-list-item', {
      hasText: 'edited as text',
    });
    await offer.waitFor();
    await button('Edit as Text').waitFor();
    await picture('edit-as-text-offer');
    await offer.getByRole('button', { name: "Don't Ask Again" }).click();
    await button('Edit as Text').click();
    await shows('"Approve"');
  });

  test('a folder tells how many were refused, and which, with their place', async () => {
    await workbench.page
      .locator('.explorer-folders-view .monaco-list-row', { hasText: 'models' })
      .click({ button: 'right' });
    await workbench.chooseInMenu('Import Models as Texts…');
    // While tests drive the window, messages are only in their list.
    const told = workbench.page.locator('.notifications-center', { hasText: '1 of 2 imported, 1 refused' });
    await workbench.command('Notifications: Show Notifications');
    await told.waitFor();
    await told.getByRole('button', { name: 'Show Report' }).click();
    await shows('models/bad.bpmn:9: This tag closes what is not open');
    await picture('import-report');
    await workbench.editor.locator('.detected-link', { hasText: 'models/bad.bpmn:9' }).waitFor();
  });

  test('saving keeps the file for engines in step, and the status bar says why it does not', async () => {
    await workbench.openFile('order.procedo');
    await workbench.caretBehind('"Pack the goods');
    await workbench.page.keyboard.type(' well');
    await workbench.page.keyboard.press('Control+S');
    await written('order.bpmn', 'name="Pack the goods well"');
    await workbench.caretBehind('"Pack the goods well"');
    await workbench.page.keyboard.type(' -> nowhere');
    await workbench.page.keyboard.press('Control+S');
    await workbench.page.locator('.statusbar-item', { hasText: 'order.procedo was not exported: line 10' }).waitFor();
    await picture('export-on-save-refused');
    await written('order.bpmn', 'name="Pack the goods well"');
  });

  test('XML in the clipboard is pasted as text, or as it is', async () => {
    await workbench.openFile('empty.procedo');
    await workbench.focusEditor();
    await workbench.page.evaluate((text) => navigator.clipboard.writeText(text), invoice);
    await workbench.page.keyboard.press('Control+V');
    await shows('user "Approve"');
    assert.doesNotMatch(await workbench.editor.locator('.view-lines').textContent(), /</);
    const widget = workbench.page.locator('.post-edit-widget');
    await widget.waitFor();
    await workbench.page.keyboard.press('Control+.');
    await workbench.page.locator('.action-widget', { hasText: 'Insert Plain Text' }).waitFor();
    await picture('paste-as-text');
    await workbench.page.keyboard.press('Escape');
    await workbench.page.keyboard.press('Control+S');
  });

  test('pasted inside a process it goes behind that', async () => {
    await workbench.openFile('order.procedo');
    await workbench.caretBehind('"Order received"');
    await workbench.page.evaluate((text) => navigator.clipboard.writeText(text), invoice);
    await workbench.page.keyboard.press('Control+V');
    await shows('process "Invoice"');
    await workbench.page.keyboard.press('Control+S');
    const text = await written('order.procedo', 'process "Invoice"');
    assert.ok(text.indexOf('process "Invoice"') > text.indexOf('end shipped "Shipped"'), text);
  });

  test('steps that were copied go where they are pasted', async () => {
    await workbench.openFile('pasted.procedo');
    await workbench.caretBehind('"Begun"');
    await workbench.page.keyboard.press('Enter');
    const step =
      '<bpmn:userTask id="Activity_1" name="Look twice"><bpmn:incoming>Flow_0</bpmn:incoming></bpmn:userTask>';
    await workbench.page.evaluate((text) => navigator.clipboard.writeText(text), step);
    await workbench.page.keyboard.press('Control+V');
    await shows('user "Look twice"');
    await workbench.page.keyboard.press('Control+S');
    const text = await written('pasted.procedo', 'Look twice');
    assert.equal(text, 'process p {\n  start "Begun"\n  user "Look twice"\n  end\n}\n');
    await picture('paste-steps');
  });

  test("a diagram of Mermaid's is imported from the explorer, and what it says and no model holds is listed with its place", async () => {
    await workbench.page
      .locator('.explorer-folders-view .monaco-list-row', { hasText: 'trip.mmd' })
      .click({ button: 'right' });
    await picture('mermaid-menu');
    await workbench.chooseInMenu('Import as Procedo Text');
    await workbench.page.locator('.tab.active', { hasText: /^trip\.procedo/ }).waitFor();
    await shows('user fill "Fill in the request"');
    await workbench.drawn('fill');
    assert.equal(existsSync(join(workbench.folder, 'trip.procedo.layout')), false);
    const told = await message('trip.procedo does not say all of trip.mmd');
    await picture('mermaid-told');
    await told.getByRole('button', { name: 'Show Report' }).click();
    await shows('trip.mmd:5: The direction is not kept');
    await picture('mermaid-report');
  });

  test("the palette has it for a diagram of Mermaid's that is open; one of another kind is refused with a reason", async () => {
    await workbench.openFile('chart.mmd');
    await workbench.command('Procedo: Import as Procedo Text');
    await message('chart.mmd was not imported: line 1');
    await picture('mermaid-refused');
    assert.equal(existsSync(join(workbench.folder, 'chart.procedo')), false);
  });

  test("a diagram of Mermaid's in the clipboard is pasted as text", async () => {
    await paste('mermaid.procedo', trip);
    await shows('user fill "Fill in the request"');
    assert.doesNotMatch(await workbench.editor.locator('.view-lines').textContent(), /bpmn-beta/);
    await workbench.page.locator('.post-edit-widget').waitFor();
    await workbench.page.locator('.statusbar-item', { hasText: 'Pasted, but not all of it' }).waitFor();
    await picture('mermaid-pasted');
    await workbench.page.keyboard.press('Control+S');
  });

  test('what cannot be understood is pasted as it is, with a message that says where the mistake is', async () => {
    for (const [broken, line, seen] of [
      [trip.replace('user task', 'usr tsk'), 'line 7: ', 'usr tsk fill'],
      [
        invoice.replace('</bpmn:process>', '</bpmn:proces>'),
        'line 9: This tag closes what is not open',
        '</bpmn:proces>',
      ],
    ]) {
      await paste('as-it-is.procedo', broken);
      const told = await message(`no text can be made of it: ${line}`);
      await picture(`pasted-as-it-is-${line.slice(5, 6)}`);
      assert.ok((await workbench.editor.locator('.view-lines').textContent()).replaceAll('\u00a0', ' ').includes(seen));
      await told.getByRole('button', { name: 'Undo' }).click();
      await workbench.editor.locator('.view-lines', { hasText: /^\s*$/ }).waitFor();
    }
  });
});
