/**
 * Makes images/walkthrough/*.png, the pictures of the walkthrough, in the real VS Code. Run `npm run build` before.
 *
 *   node scripts/walkthrough-pictures.mjs [folder]
 */
import './project-node.mjs';
import { mkdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { openWorkbench, root } from '../test/vscode/workbench.mjs';

const folder = resolve(process.argv[2] ?? join(root, 'images/walkthrough'));
const settings = {
  'editor.minimap.enabled': false,
  'editor.fontSize': 12,
  'editor.lineNumbers': 'off',
  'editor.folding': false,
  'editor.glyphMargin': false,
  'editor.codeLens': false,
  'editor.inlayHints.enabled': 'off',
  'breadcrumbs.enabled': false,
  'workbench.activityBar.location': 'hidden',
  'workbench.sideBar.location': 'right',
  'workbench.statusBar.visible': false,
  'window.commandCenter': false,
  'workbench.layoutControl.enabled': false,
};
const names = ['expense-report.procedo', 'fraud-investigation.procedo'];
const files = Object.fromEntries(names.map((name) => [name, readFileSync(join(root, 'examples', name), 'utf8')]));
const workbench = await openWorkbench({ files, settings, viewport: { width: 960, height: 560 } });
const { page } = workbench;

/** Semantic colours and what glides come a moment after the rest. */
async function picture(name) {
  await page.mouse.move(5, 5);
  await page.waitForTimeout(3_000);
  await page.screenshot({ path: join(folder, `${name}.png`) });
}

async function showWhole() {
  await workbench.view.getByRole('button', { name: 'Fit to view (0)' }).click();
}

try {
  mkdirSync(folder, { recursive: true });
  await workbench.load('expense-report.procedo');
  await page.getByRole('button', { name: 'Open Preview to the Side' }).first().waitFor();
  await workbench.command('View: Close Primary Side Bar').catch(() => undefined);
  await workbench.command('Procedo: New File from Example…', { asks: true });
  await page.locator('.quick-input-widget .monaco-list-row').nth(3).waitFor();
  await picture('example');
  await page.keyboard.press('Escape');
  await workbench.command('Procedo: Open Preview to the Side');
  await workbench.view.locator('.djs-shape').first().waitFor();
  await showWhole();
  await workbench.caretBehind('user approve');
  await picture('preview');
  await workbench.focusEditor();
  await page.keyboard.press('End');
  await page.keyboard.press('Enter');
  await page.keyboard.press('Control+Space');
  await page.locator('.suggest-widget.visible .monaco-list-row').first().waitFor();
  await picture('completion');
  await page.keyboard.press('Escape');
  await workbench.command('Undo');
  await workbench.focusEditor();
  await page.locator('.editor-group-container').first().getByRole('button', { name: 'More Actions...' }).click();
  await picture('export');
  await page.keyboard.press('Escape');
  await workbench.command('File: Revert File');
  await workbench.command('View: Close All Editors');
  await workbench.openFile('fraud-investigation.procedo');
  await workbench.command('Procedo: Open Preview to the Side');
  await workbench.view.locator('.djs-shape').first().waitFor();
  await workbench.caretBehind('human contact');
  await workbench.drawn('contact');
  await picture('case');
  console.log(folder);
} finally {
  await workbench.close();
}
