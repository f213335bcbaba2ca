/**
 * The tests of host/ in desktop VS Code, for a machine that can download it. `VSCODE_EXECUTABLE` names an installed one
 * instead. On Linux without a screen: xvfb-run -a npm run test:electron.
 */
import { cpSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { runTests } from '@vscode/test-electron';

const root = join(import.meta.dirname, '../..');
const scratch = mkdtempSync(join(tmpdir(), 'procedo-electron-'));
const folder = join(scratch, 'workspace');
cpSync(join(import.meta.dirname, 'workspace'), folder, { recursive: true });
const asRoot = process.getuid?.() === 0 ? ['--no-sandbox', '--user-data-dir', join(scratch, 'user')] : [];

try {
  process.exitCode = await runTests({
    version: process.env.VSCODE_VERSION ?? 'stable',
    vscodeExecutablePath: process.env.VSCODE_EXECUTABLE,
    extensionDevelopmentPath: root,
    extensionTestsPath: join(import.meta.dirname, 'host/index.cjs'),
    launchArgs: [folder, '--disable-extensions', '--disable-workspace-trust', ...asRoot],
  });
} catch (error) {
  if (error.code !== 'ENOTFOUND' && error.code !== 'ECONNREFUSED' && error.code !== 'EAI_AGAIN') throw error;
  console.error('No way to the download of VS Code from here: set VSCODE_EXECUTABLE, or use npm run test:vscode.');
  process.exitCode = 2;
} finally {
  rmSync(scratch, { recursive: true, force: true });
}
