import assert from 'node:assert/strict';
import { openWorkbench, photograph } from '../workbench.mjs';

suite('cases in the window', () => {
  let workbench;

  suiteSetup(async () => {
    // The walkthrough belongs to the first time.
    workbench = await openWorkbench({ settings: { 'workbench.welcomePage.walkthroughs.openOnInstall': true } });
    await workbench.load('dispute.procedo');
  });

  teardown(function () {
    return photograph(this.currentTest, workbench);
  });

  suiteTeardown(() => workbench?.close());

  const element = (id) => workbench.view.locator(`[data-element-id="${id}"].djs-element`);
  const current = (id) => workbench.view.locator(`[data-element-id="${id}"].procedo-current`).first().waitFor();
  const sign = (id) => workbench.view.locator(`[data-element-id="${id}"] [aria-label^="Opens"]`);
  const walkthrough = () => workbench.page.getByText('Get Started with Procedo').first();

  test('the walkthrough opens at the first file, and the text keeps the focus', async () => {
    await walkthrough().waitFor();
    await workbench.page.locator('.editor-group-container').first().locator('.monaco-editor.focused').waitFor();
    await workbench.page.getByText('Write a case', { exact: true }).first().click();
    await workbench.page.getByText('Open an Example with a Case').first().waitFor();
  });

  test('the walkthrough does not open again', async () => {
    await workbench.page.locator('.tab', { hasText: 'Welcome' }).getByRole('button', { name: /Close/ }).click();
    await walkthrough().waitFor({ state: 'detached' });
    await workbench.load('dispute.procedo');
    await workbench.page.getByRole('button', { name: 'Open Preview to the Side' }).first().waitFor();
    await workbench.focusEditor();
    await workbench.command('Procedo: Open Preview to the Side');
    await workbench.drawn('book');
    assert.equal(await walkthrough().count(), 0);
  });

  test('the caret leads from the process to the case and back', async () => {
    await workbench.caretBehind('human read');
    await workbench.drawn('read');
    await current('read');
    await workbench.caretBehind('service book');
    await current('book');
    await element('read').waitFor({ state: 'detached' });
  });

  test('a case is drawn while it is typed, and a half-typed line keeps its item', async () => {
    await workbench.caretBehind('task ask "Ask');
    await workbench.page.keyboard.type(' again');
    await element('ask').locator('text', { hasText: 'again' }).first().waitFor({ state: 'attached' });
    await workbench.caretBehind('  task');
    await workbench.page.keyboard.press('Backspace');
    await workbench.view.locator('[data-element-id="ask"].procedo-dimmed').first().waitFor({ state: 'attached' });
    await workbench.page.keyboard.type('k');
    await workbench.view.locator('[data-element-id="ask"].procedo-dimmed').waitFor({ state: 'detached' });
  });

  test('a click on a plan item selects its text', async () => {
    await element('read')
      .locator('.djs-hit')
      .first()
      .click({ position: { x: 30, y: 6 } });
    await workbench.caretInLine(9);
    await current('read');
  });

  test('what an item runs is opened: a process of the same file, a case of another', async () => {
    await sign('repay').click();
    await workbench.drawn('book');
    await workbench.caretInLine(1);
    await workbench.caretBehind('case claim');
    await workbench.drawn('claim');
    await sign('claim').click();
    await workbench.drawn('rated');
    await workbench.page.locator('.tab.active', { hasText: 'Preview damage.procedo' }).waitFor();
    await workbench.page.locator('.tab.active', { hasText: /^damage\.procedo/ }).waitFor();
  });

  test('a CMMN file, here of 1.0 and without a drawing, opens as a diagram', async () => {
    await workbench.focusEditor();
    await workbench.command('File: Save All');
    await workbench.command('View: Close All Editors');
    await workbench.openFile('complaint.cmmn');
    await workbench.command('View: Reopen Editor With...', { asks: true });
    await workbench.page.locator('.quick-input-widget .monaco-list-row', { hasText: 'CMMN Diagram' }).first().click();
    await workbench.drawn('hear');
  });
});
