import assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { openWorkbench, photograph } from '../workbench.mjs';

const layout = 'layout 1 bpmn\ncheck 300,40 100x80\n';
const text = 'process trip "Trip" {\n  start "Planned"\n  user check "Check it"\n  end "Booked"\n}\n';

suite('a file that gets another name in the window', () => {
  let workbench;

  suiteSetup(async () => {
    workbench = await openWorkbench({ files: { 'trip.procedo': text, 'trip.procedo.layout': layout } });
    await workbench.load('trip.procedo');
    await workbench.page.getByRole('button', { name: 'Open Preview to the Side' }).first().waitFor();
  });

  teardown(function () {
    return photograph(this.currentTest, workbench);
  });

  suiteTeardown(() => workbench?.close());

  const row = (name) =>
    workbench.page.locator('.explorer-folders-view .monaco-list-row', { hasText: new RegExp(`^${name}$`) });
  const tab = (name) => workbench.page.locator('.tab', { hasText: name });
  const until = async (isSo) => {
    for (let attempt = 0; attempt < 300 && !isSo(); attempt++) await workbench.page.waitForTimeout(100);
    assert.ok(isSo(), `Waited in vain for ${isSo}`);
  };

  test('takes its layout file and its preview along, and one that is thrown away its preview', async () => {
    const { page } = workbench;
    const path = (name) => join(workbench.folder, name);
    await workbench.command('Procedo: Open Preview to the Side');
    await workbench.drawn('check');
    await workbench.command('View: Show Explorer');
    await row('trip.procedo').click();
    await page.keyboard.press('F2');
    const name = page.locator('.explorer-folders-view .monaco-list-row input');
    await name.fill('journey.procedo');
    await name.press('Enter');
    await tab('Preview journey.procedo').waitFor();
    await until(() => existsSync(path('journey.procedo.layout')));
    assert.equal(readFileSync(path('journey.procedo.layout'), 'utf8'), layout);
    assert.equal(existsSync(path('trip.procedo.layout')), false);
    await workbench.caretBehind('"Check it');
    await page.keyboard.type(' well');
    await workbench.view.locator('[data-element-id="check"] text', { hasText: 'well' }).first().waitFor();
    await row('journey.procedo').click();
    await page.keyboard.press('Delete');
    const sure = page.locator('.monaco-dialog-box').getByRole('button', { name: /Delete|Move to Trash/ });
    await sure.first().click();
    await tab('Preview journey.procedo').waitFor({ state: 'detached' });
  });
});
