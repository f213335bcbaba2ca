import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { openWorkbench, photograph, root } from '../workbench.mjs';

const deadlock = readFileSync(join(root, 'test/fixtures/server/findings/deadlock.procedo'), 'utf8');
const unused = readFileSync(join(root, 'test/fixtures/lint/unused-definition/invalid.procedo'), 'utf8');
const mended = readFileSync(join(root, 'test/fixtures/lint/unused-definition/fixed.procedo'), 'utf8');

suite('findings in the text', () => {
  let workbench;
  suiteSetup(async () => {
    const settings = { 'editor.codeActionsOnSave': { 'source.fixAll.procedo': 'explicit' } };
    workbench = await openWorkbench({ files: { 'deadlock.procedo': deadlock, 'unused.procedo': unused }, settings });
    await workbench.load('deadlock.procedo');
  });

  teardown(function () {
    return photograph(this.currentTest, workbench);
  });

  suiteTeardown(() => workbench?.close());

  const runs = (words) =>
    workbench.view.locator('#simulation .status', { hasText: words }).waitFor({ state: 'attached' });

  test('the run that leads to a deadlock is played from the line above it, up to where it gets stuck', async () => {
    await workbench.page.locator('.codelens-decoration a', { hasText: 'Play the run that leads here' }).click();
    await runs('The join "both" waits for ever');
    await workbench.view.locator('.procedo-missing').waitFor({ state: 'attached' });
  });

  test('and from the list of problems', async () => {
    await workbench.view.getByRole('button', { name: 'Leave the simulation' }).click();
    await workbench.view.locator('#simulation').waitFor({ state: 'detached' });
    await workbench.command('Problems: Focus on Problems View');
    const problem = workbench.page.locator('.markers-panel .monaco-list-row', { hasText: 'deadlock-xor-and' });
    await problem.click();
    // Its sign becomes a light bulb when it is known that there are fixes.
    await problem.locator('[class*="lightbulb"], [class*="light-bulb"]').first().waitFor();
    await workbench.page.keyboard.press('Control+.');
    await workbench.chooseInMenu('Play the run that leads here');
    await runs('The join "both" waits for ever');
  });

  test('the name of a rule leads to its page', async () => {
    await workbench.command('Procedo: Open Preview to the Side');
    await workbench.caretBehind('join both');
    await workbench.page.keyboard.press('Control+.');
    await workbench.chooseInMenu('Open the page of deadlock-xor-and');
    await workbench.page.locator('.tab', { hasText: 'deadlock-xor-and.md' }).first().waitFor();
  });

  test('also from the message on the line', async () => {
    const tab = workbench.page.locator('.tab', { hasText: 'deadlock-xor-and.md' });
    await tab.getByRole('button', { name: /^Close/ }).click();
    await tab.waitFor({ state: 'detached' });
    await workbench.page.locator('.squiggly-error').first().hover({ force: true });
    await workbench.page.locator('.monaco-hover a', { hasText: 'deadlock-xor-and' }).click();
    await workbench.page.locator('.tab', { hasText: 'deadlock-xor-and.md' }).first().waitFor();
  });

  test('what is safe is mended on save', async () => {
    await workbench.openFile('unused.procedo');
    await workbench.page.locator('.squiggly-warning').first().waitFor({ state: 'attached' });
    await workbench.focusEditor();
    await workbench.page.keyboard.press('Control+End');
    await workbench.page.keyboard.press('Control+S');
    const file = join(workbench.folder, 'unused.procedo');
    const deadline = Date.now() + 60_000;
    while (readFileSync(file, 'utf8') !== mended && Date.now() < deadline) await workbench.page.waitForTimeout(100);
    assert.equal(readFileSync(file, 'utf8'), mended);
  });
});
