/**
 * The tests in a real VS Code: those in its extension host (host/) and those that look at its window (ui/).
 *
 *   node test/vscode/run.mjs [part of a test's name]
 *   VSIX=file.vsix node test/vscode/run.mjs       tests the packed extension instead of dist/
 *
 * The last line is `N passed, N failed`; a picture of the window at each failure is in test-output/vscode/.
 */
import { existsSync, mkdirSync, readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import Mocha from 'mocha';
import { fileUri } from '../../scripts/vscode-server.mjs';
import { openWorkbench, root } from './workbench.mjs';

const [wanted = ''] = process.argv.slice(2);
const output = join(root, 'test-output/vscode');
const total = { passed: 0, failed: 0 };
if (process.env.VSIX) process.env.VSIX = resolve(process.env.VSIX);

function say(name, error) {
  total[error ? 'failed' : 'passed']++;
  console.log(`${error ? 'FAILED' : 'ok    '} ${name}${error ? `\n${error}` : ''}`);
}

/** Runs host/index.cjs in the extension host and reads the report that it writes. */
async function inExtensionHost() {
  const report = join(output, 'host.json');
  // The server hands its environment to the extension host.
  Object.assign(process.env, { PROCEDO_REPORT: report });
  const tests = join(import.meta.dirname, 'host');
  // Tests need an extension in development: ours, or where ours is installed a hollow one.
  const workbench = await openWorkbench(process.env.VSIX ? { extension: tests } : {});
  const ended = new Promise((resolve, reject) => {
    setTimeout(() => reject(new Error('The extension host gave no result within ten minutes.')), 600_000).unref();
    workbench.page.exposeFunction('codeAutomationLog', () => undefined).catch(reject);
    workbench.page.exposeFunction('codeAutomationExit', resolve).catch(reject);
  });
  try {
    const script = fileUri(workbench.server.authority, join(tests, 'index.cjs'));
    await workbench.load(undefined, [['extensionTestsPath', script]]);
    await ended;
  } finally {
    await workbench.close();
  }
  if (!existsSync(report)) throw new Error('The extension host wrote no report: the tests could not be loaded there.');
  for (const { fullTitle, err } of JSON.parse(readFileSync(report, 'utf8')).tests) {
    say(fullTitle, err.message && (err.stack ?? err.message));
  }
}

/**
 * Runs the tests of ui/ in this process; they drive the window through playwright. A window that moves its focus late loses a key
 * or a click on a busy machine: what fails is tried once more, and said to have been.
 */
async function inWindow() {
  const folder = join(import.meta.dirname, 'ui');
  const mocha = new Mocha({ ui: 'tdd', timeout: 300_000, reporter: class {}, grep: wanted, retries: 1 });
  for (const name of readdirSync(folder).filter((name) => name.endsWith('.test.mjs')))
    mocha.addFile(join(folder, name));
  await mocha.loadFilesAsync();
  await new Promise((resolve) => {
    const runner = mocha.run(resolve);
    runner.on('retry', (test, error) => console.log(`once more ${test.fullTitle()}\n${error.stack ?? error.message}`));
    runner.on('pass', (test) => say(test.fullTitle()));
    runner.on('fail', (test, error) => say(test.fullTitle(), error.stack ?? error.message));
  });
}

mkdirSync(output, { recursive: true });
for (const suite of wanted ? [inWindow] : [inExtensionHost, inWindow]) {
  await suite().catch((error) => say(suite.name, error.stack));
}
console.log(`${total.passed} passed, ${total.failed} failed`);
process.exitCode = total.failed > 0 ? 1 : 0;
