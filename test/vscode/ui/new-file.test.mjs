import { join } from 'node:path';
import { openWorkbench, photograph } from '../workbench.mjs';

suite('a new file in the window', () => {
  let workbench;

  suiteSetup(async () => {
    workbench = await openWorkbench();
    await workbench.load('order.procedo');
    await workbench.page.getByRole('button', { name: 'Open Preview to the Side' }).first().waitFor();
    await workbench.command('View: Close All Editors');
  });

  teardown(function () {
    return photograph(this.currentTest, workbench);
  });

  suiteTeardown(() => workbench?.close());

  const tab = (name) => workbench.page.locator('.tab', { hasText: name });

  /** A new file with its preview. */
  async function begin() {
    await workbench.command('Procedo: New File from Example…', { asks: true });
    await workbench.page.locator('.quick-input-widget .monaco-list-row', { hasText: 'Expense report' }).first().click();
    await workbench.editor.locator('.view-lines', { hasText: 'Report submitted' }).waitFor();
    await workbench.command('Procedo: Open Preview to the Side');
    await workbench.drawn('check');
    await workbench.focusEditor();
  }

  /** Until the dialog has read the folder it puts its own proposal in the place of what is written. */
  async function write(input, text) {
    const hasName = (element) => element.value.endsWith('.procedo');
    await workbench.page.waitForFunction(hasName, await input.elementHandle());
    do {
      await input.fill(text);
      await workbench.page.waitForTimeout(500);
    } while ((await input.inputValue()) !== text);
  }

  test('begins as an example, and its preview goes along when it is saved under a name', async () => {
    await begin();
    await workbench.page.keyboard.press('Control+S');
    const path = workbench.quickInput.locator('input').first();
    await write(path, join(workbench.folder, 'mine.procedo'));
    await workbench.page.keyboard.press('Enter');
    await tab('Preview mine.procedo').waitFor();
    await workbench.drawn('check');
    await workbench.caretBehind('"Check the report');
    await workbench.page.keyboard.type(' well');
    await workbench.view
      .locator('[data-element-id="check"] text', { hasText: 'well' })
      .first()
      .waitFor({ state: 'attached' });
    await tab('Untitled').waitFor({ state: 'detached' });
  });

  test('that is thrown away takes its preview with it', async () => {
    await workbench.command('View: Close All Editors');
    await begin();
    await workbench.command('View: Revert and Close Editor');
    await tab('Preview').waitFor({ state: 'detached' });
    await tab('Untitled').waitFor({ state: 'detached' });
  });
});
