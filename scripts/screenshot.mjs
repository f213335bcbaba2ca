/**
 * Makes docs/images/editor.png: text and diagram side by side in the real VS Code. Run `npm run build` before.
 *
 *   node scripts/screenshot.mjs [dark|light] [file.png] [example.procedo]
 */
import './project-node.mjs';
import { mkdirSync, readFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { openWorkbench, root } from '../test/vscode/workbench.mjs';

const [colorScheme = 'light', file = join(root, 'docs/images/editor.png'), example = 'expense-report.procedo'] =
  process.argv.slice(2);

const settings = {
  'editor.minimap.enabled': false,
  'breadcrumbs.enabled': false,
  'editor.fontSize': 13,
  'workbench.activityBar.location': 'hidden',
  'workbench.sideBar.location': 'right',
  'workbench.statusBar.visible': false,
  'window.commandCenter': false,
  'workbench.layoutControl.enabled': false,
};
const text = readFileSync(join(root, 'examples', example), 'utf8');
const workbench = await openWorkbench({
  files: { [example]: text },
  settings,
  colorScheme,
  viewport: { width: 1560, height: 780 },
});
try {
  await workbench.load(example);
  await workbench.page.getByRole('button', { name: 'Open Preview to the Side' }).first().waitFor();
  await workbench.command('View: Close Primary Side Bar').catch(() => undefined);
  await workbench.command('Procedo: Open Preview to the Side');
  await workbench.view.locator('.djs-shape').first().waitFor();
  await workbench.view.locator(`body.vscode-${colorScheme}`).waitFor();
  await workbench.view.getByRole('button', { name: 'Fit to view (0)' }).click();
  await workbench.caretBehind('user approve');
  // No button is under the pointer.
  await workbench.page.mouse.move(5, 5);
  // The semantic colours come a moment after the picture.
  await workbench.page.waitForTimeout(2_000);
  mkdirSync(dirname(resolve(file)), { recursive: true });
  await workbench.page.screenshot({ path: resolve(file) });
  console.log(resolve(file));
} finally {
  await workbench.close();
}
