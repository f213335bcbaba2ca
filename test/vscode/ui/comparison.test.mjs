import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { openWorkbench, photograph } from '../workbench.mjs';

const review = (step) => `process review "Review" {
  start "Begun"
  user first "First"
  ${step}
  end "Done"
}
`;

suite('comparing with HEAD in the window', () => {
  let workbench;

  suiteSetup(async () => {
    workbench = await openWorkbench({
      files: { 'review.procedo': review('') },
      settings: { 'git.enabled': true, 'git.openRepositoryInParentFolders': 'always' },
    });
    const who = ['-c', 'user.name=Test', '-c', 'user.email=test@example.com', '-c', 'commit.gpgsign=false'];
    const git = (...args) => execFileSync('git', [...who, ...args], { cwd: workbench.folder, stdio: 'ignore' });
    git('init', '-q');
    git('add', '-A');
    git('commit', '-q', '-m', 'one');
    writeFileSync(join(workbench.folder, 'review.procedo'), review('service second "Second"'));
    writeFileSync(join(workbench.folder, 'fresh.procedo'), review('service second "Second"'));
    await workbench.load('review.procedo');
  });

  teardown(function () {
    return photograph(this.currentTest, workbench);
  });

  suiteTeardown(() => workbench?.close());

  test('shows the two texts and the two diagrams, with what has changed marked', async () => {
    // The command is there when the Git extension has found the repository.
    await workbench.page
      .locator('.statusbar-item', { hasText: /master|main/ })
      .first()
      .waitFor();
    await workbench.command('Procedo: Compare with HEAD');
    await workbench.view.locator('#after [data-element-id="second"] > .procedo-change.added').waitFor();
    await workbench.page.locator('.tab', { hasText: 'review.procedo (HEAD ↔ now)' }).waitFor();
    const sentences = await workbench.view.getByRole('option').allTextContents();
    assert.deepEqual(sentences, ['+Service task "Second" added between "First" and "Done".']);
  });

  test('a chosen change selects its text', async () => {
    await workbench.view.getByRole('option').first().click();
    await workbench.page.locator('.modified .selected-text, .selected-text').first().waitFor();
    assert.equal(await workbench.view.locator('.count').textContent(), '1 of 1 change');
  });

  test('of a file that is not committed the text is shown, and all of its diagram is new', async () => {
    await workbench.command('View: Close All Editors');
    await workbench.openFile('fresh.procedo');
    await workbench.command('Procedo: Compare with HEAD');
    await workbench.view.locator('#after [data-element-id="second"] > .procedo-change.added').waitFor();
    await workbench.editor.locator('.view-lines', { hasText: 'process review' }).waitFor();
    assert.equal(await workbench.page.getByText('could not be opened').count(), 0);
  });

  test('closes with a file that is thrown away', async () => {
    const { page } = workbench;
    const panel = page.locator('.tab', { hasText: 'Changes in fresh.procedo' });
    await panel.waitFor();
    await workbench.command('View: Show Explorer');
    await page.locator('.explorer-folders-view .monaco-list-row', { hasText: 'fresh.procedo' }).click();
    await page.keyboard.press('Delete');
    const sure = page.locator('.monaco-dialog-box').getByRole('button', { name: /Delete|Move to Trash/ });
    await sure.first().click();
    await panel.waitFor({ state: 'detached' });
  });
});
