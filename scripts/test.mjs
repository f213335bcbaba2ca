/**
 * `npm test`: everything that must hold, in one go. One line a step; of a step that fails its output too. A step whose
 * suite cannot even start counts as one test failed. The last line is `N passed, N failed`.
 */
import './project-node.mjs';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { checks } from './check.mjs';
import { installChromium } from './install-chromium.mjs';
import { clearPackages, describePackage, packagers, packages } from './package.mjs';
import { report, runStep } from './run-step.mjs';

const scratch = mkdtempSync(join(tmpdir(), 'procedo-test-'));
const total = { passed: 0, failed: 0 };

/** Runs a command that is one test: it passes or it does not. */
async function single(name, [command, ...args], describe = () => '') {
  const result = await runStep(command, args);
  total[result.passed ? 'passed' : 'failed']++;
  report(name, result, describe());
  return result.passed;
}

/** Counts a suite's tests. One that fails without a failed test has broken down, which is a failure of its own. */
function count(name, result, { passed = 0, failed = 0, skipped = 0 } = {}) {
  const brokenDown = (!result.passed && failed === 0) || passed + failed === 0;
  total.passed += passed;
  total.failed += failed + (brokenDown ? 1 : 0);
  const figures = `${passed} passed, ${failed} failed${skipped ? `, ${skipped} skipped` : ''}`;
  report(name, { ...result, passed: failed === 0 && !brokenDown }, figures);
}

/** Runs a suite of vitest, which writes its figures as JSON beside what it prints. */
async function vitest(name, args, env) {
  const file = join(scratch, `${name.replaceAll(' ', '-')}.json`);
  const result = await runStep(
    'vitest',
    ['run', '--reporter=dot', '--reporter=json', `--outputFile.json=${file}`, ...args],
    env,
  );
  count(name, result, readFigures(file));
}

function readFigures(file) {
  try {
    const { numPassedTests, numFailedTests, numPendingTests } = JSON.parse(readFileSync(file, 'utf8'));
    return { passed: numPassedTests, failed: numFailedTests, skipped: numPendingTests };
  } catch {
    // It did not come as far as writing any.
    return undefined;
  }
}

/** The suite in the real editor ends with a line of the same form as ours. */
async function inEditor(name) {
  const result = await runStep('node', ['test/vscode/run.mjs'], { VSIX: packages.vsix });
  const figures = [...result.output.matchAll(/^(\d+) passed, (\d+) failed$/gm)].at(-1);
  count(name, result, figures && { passed: Number(figures[1]), failed: Number(figures[2]) });
}

/** Installs the packed command line as a user would, in a folder of its own; its path. */
async function installTarball() {
  const args = ['install', '--prefix', scratch, '--no-audit', '--no-fund', '--offline', packages.tarball];
  await single('install of the npm package', ['npm', ...args]);
  return join(scratch, 'node_modules/procedo/dist/cli.js');
}

async function main() {
  for (const [name, command] of Object.entries(checks)) await single(name, command);
  await vitest('unit tests', ['--exclude', 'test/robustness/**']);
  await vitest('robustness', ['test/robustness']);
  await single('build', ['node', 'scripts/build.mjs']);
  clearPackages();
  for (const [kind, command] of Object.entries(packagers)) {
    await single(`package: ${kind}`, command, () => describePackage(packages[kind]));
  }
  await vitest('command line, as packed', ['test/cli'], { PROCEDO_CLI: await installTarball() });
  const advice = await installChromium();
  if (advice) console.log(advice);
  await vitest('in Chromium', ['--config', 'vitest.browser.config.ts']);
  await inEditor('in VS Code');
}

try {
  await main();
} finally {
  rmSync(scratch, { recursive: true, force: true });
  console.log(`${total.passed} passed, ${total.failed} failed`);
}
process.exitCode = total.failed > 0 ? 1 : 0;
