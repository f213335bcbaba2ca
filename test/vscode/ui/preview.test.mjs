import assert from 'node:assert/strict';
import { openWorkbench, photograph } from '../workbench.mjs';

suite('the preview beside the text', () => {
  let workbench;
  /** What pages complained of: breaches of the content security policy, dialogs. */
  const complaints = [];

  suiteSetup(async () => {
    workbench = await openWorkbench();
    workbench.page.on('console', (message) => {
      if (/preview\.js|#canvas|procedo/i.test(message.location().url) || /Refused to|violates/.test(message.text())) {
        if (message.type() === 'error') complaints.push(message.text());
      }
    });
    workbench.page.on('dialog', (dialog) => {
      // VS Code's own question before the window is loaded again.
      if (dialog.type() === 'beforeunload') return dialog.accept();
      complaints.push(`dialog: ${dialog.message()}`);
      return dialog.dismiss();
    });
    await workbench.load('order.procedo');
  });

  teardown(function () {
    return photograph(this.currentTest, workbench);
  });

  suiteTeardown(() => workbench?.close());

  const element = (id, view = workbench.view) => view.locator(`[data-element-id="${id}"].djs-element`);
  const label = (id, text) => element(id).locator('text', { hasText: text }).first().waitFor({ state: 'attached' });
  const click = (id) =>
    element(id)
      .locator('.djs-hit')
      .first()
      .click({ position: { x: 6, y: 6 } });

  test('opens by its key and draws the process', async () => {
    // The extension's keys are known a little later than the window is there: with its button in the title.
    await workbench.page.getByRole('button', { name: 'Open Preview to the Side' }).first().waitFor();
    await workbench.focusEditor();
    await workbench.page.keyboard.press('Control+K');
    await workbench.page.keyboard.press('v');
    await workbench.drawn('check');
    await workbench.drawn('shipped');
  });

  test('marks the element at the caret', async () => {
    await workbench.caretBehind('service pack');
    await workbench.view.locator('[data-element-id="pack"].procedo-current').waitFor();
  });

  test('what an edit makes of the text at the caret is marked, although the caret stays', async () => {
    await workbench.caretBehind('  servi');
    await workbench.page.keyboard.type('s');
    await workbench.page.keyboard.press('Delete');
    // The line that is left has nothing drawn any more.
    await workbench.page.keyboard.press('ArrowDown');
    await element('pack').waitFor({ state: 'detached' });
    await workbench.page.keyboard.press('ArrowUp');
    await workbench.page.keyboard.press('Shift+Alt+.');
    await workbench.view.locator('[data-element-id="pack"].procedo-current').waitFor();
  });

  test('a click on an element selects its text', async () => {
    await click('check');
    await workbench.caretInLine(3);
    await workbench.view.locator('[data-element-id="check"].procedo-current').waitFor();
  });

  test('follows while typing: a label, a new step, a step that goes', async () => {
    await workbench.caretBehind('"Pack the goods');
    await workbench.page.keyboard.type(' twice');
    await label('pack', 'twice');
    await workbench.page.keyboard.press('End');
    await workbench.page.keyboard.press('Enter');
    await workbench.page.keyboard.type('user call ');
    await workbench.drawn('call');
    await workbench.page.keyboard.press('Control+Shift+K');
    await element('call').waitFor({ state: 'detached' });
  });

  test('its menu is for the element under the pointer, and leads to the source', async () => {
    await element('pack')
      .locator('.djs-hit')
      .first()
      .click({ button: 'right', position: { x: 6, y: 6 } });
    await workbench.page.locator('.monaco-menu').getByText('Tidy Selected Element').waitFor();
    await workbench.chooseInMenu('Show Source');
    await workbench.editor.locator('xpath=self::*[contains(@class, "focused")]').waitFor();
    await workbench.caretInLine(10);
  });

  test('keeps zoom and position over an update', async () => {
    await workbench.caretBehind('"Order rec');
    await workbench.view.locator('[data-element-id="received"].procedo-current').waitFor();
    await workbench.view.getByRole('button', { name: 'Zoom in (+)' }).click();
    // What stays is the element at the caret on the screen: a longer label may move its neighbours.
    const place = async () => {
      const { x, y, width } = await element('received').locator('.djs-visual > circle').first().boundingBox();
      return [x, y, width].map(Math.round);
    };
    const before = await place();
    await workbench.focusEditor();
    await workbench.page.keyboard.type('ord ');
    await label('received_label', 'record');
    assert.deepEqual(await place(), before);
    await workbench.view.getByRole('button', { name: 'Fit to view (0)' }).click();
  });

  test('an error keeps a picture and leads to its place', async () => {
    await workbench.caretBehind('send "Ask the customer" -> check');
    await workbench.page.keyboard.type('ed');
    const banner = workbench.view.locator('#banner button');
    await banner.getByText('Line 6').waitFor();
    await workbench.drawn('shipped');
    await banner.click();
    await workbench.caretInLine(6);
    await workbench.caretBehind('send "Ask the customer" -> checked');
    await workbench.page.keyboard.press('Backspace');
    await workbench.page.keyboard.press('Backspace');
    await banner.waitFor({ state: 'detached' });
  });

  test('an error marks its element; the mark shows the message and leads to its place', async () => {
    await workbench.caretBehind('user check');
    await workbench.page.keyboard.type(' "Twice"');
    const mark = element('check').locator('> .procedo-problem.error');
    await mark.hover();
    await workbench.view.getByRole('tooltip').getByText(/./).first().waitFor();
    await workbench.caretBehind('end shipped');
    await mark.click();
    await workbench.caretInLine(3);
    await workbench.caretBehind('user check "Twice"');
    for (const _ of ' "Twice"') await workbench.page.keyboard.press('Backspace');
    await mark.waitFor({ state: 'detached' });
  });

  test('a half-typed line keeps its element, dimmed, until the caret leaves it', async () => {
    const dimmed = workbench.view.locator('[data-element-id="pack"].procedo-dimmed');
    await workbench.caretBehind('  service');
    for (const _ of 'ice') await workbench.page.keyboard.press('Backspace');
    await dimmed.waitFor({ state: 'attached' });
    await workbench.page.keyboard.type('ice');
    await dimmed.waitFor({ state: 'detached' });
    await workbench.drawn('pack');
    await workbench.page.keyboard.press('Backspace');
    await dimmed.waitFor({ state: 'attached' });
    await workbench.page.keyboard.press('ArrowUp');
    await element('pack').waitFor({ state: 'detached' });
    await workbench.page.keyboard.press('ArrowDown');
    await workbench.page.keyboard.type('e');
    await workbench.drawn('pack');
    // What it offers there would lie over the preview.
    await workbench.page.keyboard.press('Escape');
  });

  test('an element is found by its label, and its text with it', async () => {
    await click('received');
    await workbench.page.keyboard.press('Control+F');
    await workbench.view.getByRole('combobox', { name: 'Find an element by its label' }).waitFor();
    await workbench.page.keyboard.type('shipp');
    await workbench.page.keyboard.press('Enter');
    await workbench.view.locator('[data-element-id="shipped"].procedo-current').waitFor();
    await workbench.caretInLine(11);
    await workbench.page.locator('.editor-group-container .monaco-editor.focused').first().waitFor();
  });

  test('moves and zooms by the keyboard, and walks along the flow', async () => {
    await click('received');
    const view = workbench.view.locator('.viewport');
    const before = await view.getAttribute('transform');
    await workbench.page.keyboard.press('ArrowRight');
    await workbench.page.keyboard.press('+');
    assert.notEqual(await view.getAttribute('transform'), before);
    await workbench.page.keyboard.press('0');
    await workbench.page.keyboard.press('Control+ArrowRight');
    await workbench.view.locator('[data-element-id="check"].procedo-current').waitFor();
    await workbench.page.keyboard.press('Enter');
    await workbench.caretInLine(3);
  });

  test('takes the colours of each theme', async () => {
    const fill = async () => {
      const shape = element('check').locator('.djs-visual > rect').first();
      return shape.evaluate((rect) => getComputedStyle(rect).fill);
    };
    const seen = new Set();
    for (const [theme, media] of Object.entries({
      'vscode-dark': { colorScheme: 'dark', forcedColors: 'none' },
      'vscode-light': { colorScheme: 'light', forcedColors: 'none' },
      'vscode-high-contrast': { colorScheme: 'dark', forcedColors: 'active' },
      'vscode-high-contrast-light': { colorScheme: 'light', forcedColors: 'active' },
    })) {
      await workbench.page.emulateMedia(media);
      await workbench.view.locator(`body.${theme}`).waitFor();
      seen.add(await fill());
    }
    assert.ok(seen.size >= 2, [...seen].join());
    await workbench.page.emulateMedia({ colorScheme: 'light', forcedColors: 'none' });
    await workbench.view.locator('body.vscode-light').waitFor();
  });

  test('survives a reload of the window', async () => {
    await workbench.focusEditor();
    await workbench.page.keyboard.press('Control+S');
    await workbench.load();
    await workbench.drawn('check');
    await click('pack');
    await workbench.caretInLine(10);
  });

  test('several documents have previews at once', async () => {
    await workbench.focusEditor();
    await workbench.openFile('claim.procedo');
    await workbench.command('Procedo: Open Preview to the Side');
    await workbench.drawn('assess');
    await workbench.page.locator('.tab', { hasText: 'Preview order.procedo' }).click();
    await workbench.page.locator('.tab.active', { hasText: 'Preview order.procedo' }).waitFor();
    const frames = await workbench.previewFrames();
    assert.equal(frames.length, 2);
  });

  test('labels are text, whatever they hold', async () => {
    await workbench.command('View: Close All Editors');
    await workbench.openFile('hostile.procedo');
    await workbench.command('Procedo: Open Preview to the Side');
    await workbench.drawn('markup');
    const shown = (selector) => workbench.view.locator(`#canvas ${selector}`).count();
    assert.deepEqual([await shown('script'), await shown('img[src=x]'), await shown('svg svg[onload]')], [0, 0, 0]);
    assert.match(await element('image').locator('text').first().textContent(), /<img/);
  });

  test('a BPMN file has a preview that follows its text', async () => {
    await workbench.command('View: Close All Editors');
    await workbench.openFile('invoice.bpmn');
    await workbench.command('Procedo: Open Preview to the Side');
    await workbench.drawn('approve');
    await click('approve');
    await workbench.caretInLine(5);
    await workbench.caretBehind('name="Approve');
    await workbench.page.keyboard.type(' or not');
    await label('approve', 'or not');
  });

  test('sub-processes are stepped into, a chosen diagram is remembered with the file', async () => {
    await workbench.page.keyboard.press('Control+S');
    await workbench.command('View: Close All Editors');
    await workbench.openFile('nested.bpmn');
    await workbench.command('Procedo: Open Preview to the Side');
    await workbench.view.getByRole('button', { name: 'Step into Ship it' }).click();
    await element('pack').click({ position: { x: 6, y: 6 } });
    await workbench.caretInLine(6);
    await workbench.view.getByRole('button', { name: 'Order', exact: true }).click();
    await workbench.view.getByRole('tab', { name: 'Returns' }).click();
    await workbench.drawn('refund');
    await workbench.command('View: Close All Editors');
    await workbench.openFile('nested.bpmn');
    await workbench.command('Procedo: Open Preview to the Side');
    await workbench.drawn('refund');
  });

  test('the caret steps into a collapsed sub-process, and what is typed there is drawn there', async () => {
    await workbench.command('View: Close All Editors');
    await workbench.openFile('parcel.procedo');
    await workbench.command('Procedo: Open Preview to the Side');
    await workbench.drawn('ship');
    await workbench.caretBehind('task pack "Pack');
    await element('pack').waitFor();
    await workbench.page.keyboard.type(' well');
    await label('pack', 'well');
    await workbench.view.getByRole('button', { name: 'Parcel', exact: true }).waitFor();
    await workbench.caretBehind('user check');
    await element('check').waitFor();
    await element('pack').waitFor({ state: 'detached' });
    await workbench.focusEditor();
    await workbench.page.keyboard.press('Control+S');
  });

  test('a BPMN file opens as a diagram', async () => {
    await workbench.page.keyboard.press('Control+S');
    await workbench.command('View: Close All Editors');
    await workbench.openFile('invoice.bpmn');
    await workbench.command('View: Reopen Editor With...', { asks: true });
    await workbench.page.locator('.quick-input-widget .monaco-list-row', { hasText: 'CMMN Diagram' }).first().click();
    await workbench.drawn('approve');
  });

  test('a BPMN file that is open as a diagram is simulated there', async () => {
    await workbench.command('Procedo: Simulate');
    await workbench.view.getByRole('toolbar', { name: 'Simulation' }).waitFor();
    assert.equal(await workbench.page.locator('.tab').count(), 1);
  });

  test('no page broke its policy', () => assert.deepEqual(complaints, []));
});
